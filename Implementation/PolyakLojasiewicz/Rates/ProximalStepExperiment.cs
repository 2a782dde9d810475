using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

// F = ½(x − c)ᵀH(x − c) + λ‖x‖₁. A minimizer x* is chosen first and c made to fit: H(x* − c) = −λs with s_i = sign x*_i
// on the support, |s_i| < 1 off it. Then F − F* = ½(x − x*)ᵀH(x − x*) + λΣ(|x_i| − |x*_i| − s_i(x_i − x*_i)), a sum of
// terms ≥ 0 without cancellation, and no minimum has to be searched.

/// <summary>Sizes of <see cref="ProximalStepExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Penalty">λ ≥ 0; 0 leaves gradient descent.</param>
/// <param name="Condition">β/μ of the smooth part, whose least eigenvalue is 1.</param>
public sealed record ProximalStepCell(int Dimension, double Penalty, double Condition);

/// <summary>One step of the proximal gradient method with step 1/β. In units μ = 1.</summary>
/// <param name="Ratio">(F(x¹) − F*)/(F(x⁰) − F*).</param>
/// <param name="ProximalRatio">½D_g(x⁰, β)/(F(x⁰) − F*).</param>
/// <param name="Error">Bound of the error of both.</param>
public sealed record ProximalStepOutcome(double Ratio, double ProximalRatio, double Error);

/// <summary>The proximal gradient method on strongly convex quadratics with an ℓ₁ penalty, whose minimum is known by
/// construction.</summary>
public sealed class ProximalStepExperiment : Experiment<ProximalStepCell, ProximalStepOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/proximal-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override ProximalStepOutcome Run(ProximalStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Dimension, 1, nameof(cell));
        int d = cell.Dimension;
        double β = cell.Condition;
        Matrix Q = Haar.Orthogonal(stream, d);
        var H = new Matrix(d, d);
        for (int k = 0; k < d; k++)
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    H[i, j] += (d == 1 ? β : 1 + (β - 1) * k / (d - 1)) * Q[i, k] * Q[j, k];
        (double[] minimizer, double[] s) = Minimizer(stream, d);
        double[] x = Start(stream, minimizer, Q);
        double before = Gap(x);
        // ∇L(x) = H(x − x*) − λs.
        double[] step = Difference(x, minimizer);
        double[] gradient = MatrixVector.Multiply(H, step);
        Lanes.Axpy(-cell.Penalty, s, gradient);
        double[] next = [.. x.Select((value, i) => SoftThreshold(value - gradient[i] / β, cell.Penalty / β))];
        double[] move = Difference(next, x);
        double penalty = cell.Penalty * (next.Sum(Math.Abs) - x.Sum(Math.Abs));
        // D_g(x, β) = −2β·min_y[⟨∇L, y − x⟩ + ½β‖y − x‖² + g(y) − g(x)], attained at the proximal step.
        double proximal = -2 * β * (Lanes.Dot(gradient, move) + 0.5 * β * Lanes.Dot(move, move) + penalty);
        double size =
            1 + (β * Lanes.Dot(step, step) + cell.Penalty * (x.Sum(Math.Abs) + minimizer.Sum(Math.Abs) + d)) / before;
        double error = 64.0 * (d + 8) * UnitRoundoff * β * β * size;
        return new(Gap(next) / before, 0.5 * proximal / before, error);

        double Gap(double[] z)
        {
            double[] e = Difference(z, minimizer);
            double sum = 0.5 * Lanes.Dot(e, MatrixVector.Multiply(H, e));
            for (int i = 0; i < z.Length; i++)
                sum += cell.Penalty * (Math.Abs(z[i]) - Math.Abs(minimizer[i]) - s[i] * e[i]);
            return sum;
        }
    }

    // Every second entry is zero, with a subgradient inside (−1, 1).
    private static (double[] Minimizer, double[] Subgradient) Minimizer(RandomStream stream, int d)
    {
        var x = new double[d];
        var s = new double[d];
        stream.FillNormals(x);
        stream.FillUniforms(s);
        for (int i = 0; i < d; i++)
        {
            if (i % 2 == 1)
                (x[i], s[i]) = (0, 2 * s[i] - 1);
            else
                s[i] = Math.Sign(x[i]);
        }

        return (x, s);
    }

    // A quarter of the points lie along the weakest direction of H, the others around the minimizer or far from it.
    private static double[] Start(RandomStream stream, double[] minimizer, Matrix Q)
    {
        double kind = stream.NextUniform();
        var x = new double[minimizer.Length];
        stream.FillNormals(x);
        if (kind < 0.25)
            x = Q.Column(0);
        if (kind > 0.75)
            Lanes.Scale(10, x);
        Lanes.Axpy(1, minimizer, x);
        return x;
    }

    private static double SoftThreshold(double value, double threshold) =>
        Math.Sign(value) * Math.Max(Math.Abs(value) - threshold, 0);

    private static double[] Difference(double[] a, double[] b) => [.. a.Zip(b, (left, right) => left - right)];
}
