using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

// f = Σ_j a_j[⟨b_j, x⟩]₊, D = 2, L = Σ_i exp(−y_i f(x_i)). Along the flow d log log(1/L) = ‖∇L‖²/(L log(1/L)) and d log
// ‖w‖ = ⟨w, −∇L⟩/‖w‖². Euler's identity makes ⟨w, −∇L⟩ = DΣq_i e^{−q_i}, which is at least DL log(1/L), since q_i ≥
// log(1/L); with Cauchy and Schwarz log(1/L)/‖w‖^D does not fall where L < 1.

/// <summary>Sizes of <see cref="SmoothedMarginExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d.</param>
/// <param name="Units">Units of the network.</param>
/// <param name="Disorder">Gaussian deviation of the weights from the best direction for the first example, relative; at
/// 0 with one example the bounds are equalities.</param>
/// <param name="OutputBias">Whether the output has a bias, so that the network is not homogeneous.</param>
public sealed record SmoothedMarginCell(int Samples, int Dimension, int Units, double Disorder, bool OutputBias);

/// <summary>Rates along the gradient flow at a point.</summary>
/// <param name="Loss">L.</param>
/// <param name="MarginRate">d log log(1/L)/dt, over d log‖w‖/dt: the margin log(1/L)/‖w‖^D rises where it is at least
/// D.</param>
/// <param name="EulerRatio">⟨w, −∇L⟩/(L log(1/L)), at least D.</param>
/// <param name="Error">Bound of the relative rounding errors of both, multiplied by their size.</param>
public sealed record SmoothedMarginOutcome(double Loss, double MarginRate, double EulerRatio, double Error);

/// <summary>The smoothed margin of a two-layer ReLU network along the gradient flow of the exponential loss, at single
/// points.</summary>
public sealed class SmoothedMarginExperiment : Experiment<SmoothedMarginCell, SmoothedMarginOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/smoothed-margin";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override SmoothedMarginOutcome Run(
        SmoothedMarginCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, d = cell.Dimension, k = cell.Units;
        if (m < 1 || d < 1 || k < 1 || !(cell.Disorder >= 0))
            throw new ArgumentException(
                "Samples, dimension and units have to be at least 1, the disorder at least 0.", nameof(cell));
        var X = new Matrix(m, d);
        stream.FillNormals(X.Values);
        double[] a = new double[k];
        var B = new Matrix(k, d);
        double length = Lanes.Norm(X.Row(0));
        for (int j = 0; j < k; j++)
        {
            a[j] = 1 + cell.Disorder * stream.NextNormal();
            for (int i = 0; i < d; i++)
                B[j, i] = X[0, i] / length + cell.Disorder * stream.NextNormal();
        }

        double bias = cell.OutputBias ? 1 : 0;
        // Labels are the network's own signs: every point is a classifier of its data. The scale makes log(1/L) about
        // 3.
        double[] f = new double[m];
        double[] y = new double[m];
        Evaluate(X, a, B, bias, f);
        double least = double.PositiveInfinity;
        for (int i = 0; i < m; i++)
        {
            y[i] = f[i] >= 0 ? 1 : -1;
            least = Math.Min(least, y[i] * f[i]);
        }

        double scale = Math.Sqrt((3 + ElementaryFunctions.Log(m)) / Math.Max(least, 1e-3));
        Lanes.Scale(scale, a);
        Lanes.Scale(scale, B.Values);
        bias *= scale;
        Evaluate(X, a, B, bias, f);
        double loss = 0;
        double[] p = new double[m];
        for (int i = 0; i < m; i++)
        {
            p[i] = ElementaryFunctions.Exp(-y[i] * f[i]);
            loss += p[i];
        }

        double[] ga = new double[k];
        var gB = new Matrix(k, d);
        double gBias = 0, terms = 0;
        for (int i = 0; i < m; i++)
        {
            gBias += cell.OutputBias ? p[i] * y[i] : 0;
            for (int j = 0; j < k; j++)
            {
                double z = Lanes.Dot(B.Row(j), X.Row(i));
                if (!(z > 0))
                    continue;
                ga[j] += p[i] * y[i] * z;
                Lanes.Axpy(p[i] * y[i] * a[j], X.Row(i), gB.Row(j));
                terms += p[i] * Math.Abs(a[j]) * Lanes.Norm(B.Row(j)) * Lanes.Norm(X.Row(i));
            }
        }

        double gradient = Lanes.Dot(ga, ga) + Lanes.Dot(gB.Values, gB.Values) + gBias * gBias;
        double inner = Lanes.Dot(a, ga) + Lanes.Dot(B.Values, gB.Values) + bias * gBias;
        double norm = Lanes.Dot(a, a) + Lanes.Dot(B.Values, B.Values) + bias * bias;
        double logarithm = -ElementaryFunctions.Log(loss);
        double marginRate = gradient * norm / (loss * logarithm * inner), euler = inner / (loss * logarithm);
        // Sums of m·k terms whose absolute values add up to `terms`; margins enter p through exponents of their size.
        double exponents = 0;
        for (int i = 0; i < m; i++)
            exponents = Math.Max(exponents, Math.Abs(f[i]));
        double relative =
            (8.0 * m * k + 8 * d + 64)
            * (2 + exponents)
            * DoublePrecision.UnitRoundoff
            * Math.Max(1, (terms + Math.Abs(bias * gBias)) / Math.Abs(inner))
            / Math.Min(1, Math.Abs(logarithm));
        return new(loss, marginRate, euler, 4 * relative * (Math.Abs(marginRate) + Math.Abs(euler)));
    }

    private static void Evaluate(Matrix X, double[] a, Matrix B, double bias, double[] f)
    {
        for (int i = 0; i < f.Length; i++)
        {
            f[i] = bias;
            for (int j = 0; j < a.Length; j++)
                f[i] += a[j] * Math.Max(0, Lanes.Dot(B.Row(j), X.Row(i)));
        }
    }
}
