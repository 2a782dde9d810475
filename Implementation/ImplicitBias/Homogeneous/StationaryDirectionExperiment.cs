using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

// f_i(w) = y_i Σ_j x_ij Π_l w_lj, of degree D; q_i = f_i(w), L = Σe^{−q_i}, ρ = ‖w‖, cos θ = ⟨w, −∇L⟩/(ρ‖∇L‖).
// w̃ = w/q_min^{1/D} has the margins q_i/q_min ≥ 1. With λ_i = ‖w̃‖e^{−q_i}q_min^{(D−1)/D}/‖∇L‖ the sum Σλ_i∇f_i(w̃) is
// ‖w̃‖ times the direction of −∇L, whose distance to w̃ is √(2(1 − cos θ))‖w̃‖. Derivations in docs/implicit-bias.md.

/// <summary>Sizes of <see cref="StationaryDirectionExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d.</param>
/// <param name="Depth">D, the layers of a diagonal network and its degree.</param>
/// <param name="Steps">Steps of normalized gradient descent, each a fiftieth of ‖w‖ long, before the point is
/// taken.</param>
public sealed record StationaryDirectionCell(int Samples, int Dimension, int Depth, int Steps);

/// <summary>How far a point of a homogeneous model is from a first-order stationary point of the margin
/// problem.</summary>
/// <param name="Loss">L.</param>
/// <param name="LeastMargin">q_min.</param>
/// <param name="Cosine">cos θ.</param>
/// <param name="MarginRate">d log log(1/L) over d log ‖w‖ along the gradient flow, times cos²θ.</param>
/// <param name="MarginRateError">Bound of its error.</param>
/// <param name="Residual">‖w̃ − Σλ_i∇f_i(w̃)‖²/‖w̃‖², gradients taken at w̃.</param>
/// <param name="Complementarity">Σλ_i(f_i(w̃) − 1)/‖w̃‖².</param>
/// <param name="Error">Bound of the errors of cosine, residual and complementarity.</param>
public sealed record StationaryDirectionOutcome(
    double Loss, double LeastMargin, double Cosine, double MarginRate, double MarginRateError, double Residual,
    double Complementarity, double Error);

/// <summary>Diagonal networks of D layers with the exponential loss, at random points that classify their data and
/// after steps of normalized descent from there.</summary>
/// <remarks>Source: K. Lyu, J. Li, arXiv:1906.05890, section 4.</remarks>
public sealed class StationaryDirectionExperiment : Experiment<StationaryDirectionCell, StationaryDirectionOutcome>
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private const double RelativeStep = 0.02;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/stationary-direction";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override StationaryDirectionOutcome Run(
        StationaryDirectionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, d = cell.Dimension, D = cell.Depth;
        if (m < 1 || d < 1 || D < 1 || cell.Steps < 0)
            throw new ArgumentException(
                "Samples, dimension and depth have to be at least 1, the steps at least 0.", nameof(cell));
        var X = new Matrix(m, d);
        stream.FillNormals(X.Values);
        var w = new Matrix(D, d);
        stream.FillNormals(w.Values);
        // Labels are the network's own signs: rows become y_i·x_i. The scale makes log(1/L) about 3.
        double[] q = Margins(X, w);
        for (int i = 0; i < m; i++)
        {
            if (q[i] < 0)
                Lanes.Scale(-1, X.Row(i));
        }

        double least = Math.Max(q.Min(Math.Abs), 1e-3);
        Lanes.Scale(Root((3 + ElementaryFunctions.Log(m)) / least, D), w.Values);
        for (int step = 0; step < cell.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] direction = Ascent(X, w, Weights(Margins(X, w)));
            Lanes.Axpy(RelativeStep * Lanes.Norm(w.Values) / Lanes.Norm(direction), direction, w.Values);
        }

        return Observe(X, w);
    }

    private static StationaryDirectionOutcome Observe(Matrix X, Matrix w)
    {
        int m = X.Rows, d = X.Columns, D = w.Rows;
        double[] q = Margins(X, w), p = Weights(q);
        double smallest = q.Min(), mass = Lanes.Sum(p);
        double logarithm = smallest - ElementaryFunctions.Log(mass); // log(1/L)
        double[] g = Ascent(X, w, p); // −∇L·e^{q_min}
        double ρ = Lanes.Norm(w.Values), steepness = Lanes.Norm(g), inner = Lanes.Dot(w.Values, g);
        double cosine = inner / (ρ * steepness);
        // d log log(1/L)/dt = ‖∇L‖²/(L log(1/L)) and d log ρ/dt = ⟨w, −∇L⟩/ρ².
        double rate = steepness * steepness * ρ * ρ * cosine * cosine / (mass * logarithm * inner);

        double root = Root(smallest, D);
        Matrix scaled = w.Clone();
        Lanes.Scale(1 / root, scaled.Values);
        double size = ρ / root;
        double[] λ = [.. p.Select(weight => size * weight * (smallest / root) / steepness)];
        double[] residual = Ascent(X, scaled, λ);
        Lanes.Scale(-1, residual);
        Lanes.Axpy(1, scaled.Values, residual);
        double complementarity = 0, excess = 0;
        double[] q̃ = Margins(X, scaled);
        for (int i = 0; i < m; i++)
        {
            complementarity += λ[i] * (q̃[i] - 1);
            excess += λ[i] * (q̃[i] + 1);
        }

        // A margin is a sum of d products of D + 1 factors; a weight errs relatively by the error of its exponent.
        double terms = 0, lengths = 0;
        for (int i = 0; i < m; i++)
        {
            terms = Math.Max(terms, Sum(X.Row(i), w));
            lengths += p[i] * Lanes.Norm(Ascent(X, w, [.. q.Select((_, k) => k == i ? 1.0 : 0)]));
        }

        double exponent = 2 * (d + D + 4) * UnitRoundoff * terms;
        double gradient = (exponent + (m + D + 8) * UnitRoundoff) * lengths / steepness;
        double norms = (D * d + 8) * UnitRoundoff;
        double relative = 4 * (gradient + exponent / smallest + norms);
        return new(
            ElementaryFunctions.Exp(-logarithm),
            smallest,
            cosine,
            rate,
            rate * 4 * (relative / Math.Max(Math.Abs(cosine), 1e-300)
                + (exponent + 2 * m * UnitRoundoff) * (1 + 1 / Math.Abs(logarithm))),
            Lanes.Dot(residual, residual) / (size * size),
            complementarity / (size * size),
            relative * (4 + 2 * excess / (size * size)) * (1 + lengths / steepness));
    }

    private static double[] Margins(Matrix X, Matrix w)
    {
        double[] β = [.. Enumerable.Repeat(1.0, X.Columns)];
        for (int l = 0; l < w.Rows; l++)
        {
            for (int j = 0; j < β.Length; j++)
                β[j] *= w[l, j];
        }

        return MatrixVector.Multiply(X, β);
    }

    // Σ_j |x_j Π_l w_lj|.
    private static double Sum(ReadOnlySpan<double> x, Matrix w)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++)
        {
            double product = Math.Abs(x[j]);
            for (int l = 0; l < w.Rows; l++)
                product *= Math.Abs(w[l, j]);
            sum += product;
        }

        return sum;
    }

    // e^{q_min − q_i}.
    private static double[] Weights(double[] q)
    {
        double smallest = q.Min();
        double[] p = [.. q.Select(value => smallest - value)];
        ElementaryFunctions.Exp(p, p);
        return p;
    }

    // Σ_i p_i∇f_i(w), layer by layer.
    private static double[] Ascent(Matrix X, Matrix w, double[] p)
    {
        int d = X.Columns, D = w.Rows;
        double[] c = MatrixVector.TransposeMultiply(X, p), result = new double[D * d];
        for (int l = 0; l < D; l++)
        {
            for (int j = 0; j < d; j++)
            {
                double product = c[j];
                for (int k = 0; k < D; k++)
                    product *= k == l ? 1 : w[k, j];
                result[l * d + j] = product;
            }
        }

        return result;
    }

    private static double Root(double x, int degree) =>
        degree == 1 ? x : ElementaryFunctions.Exp(ElementaryFunctions.Log(x) / degree);
}
