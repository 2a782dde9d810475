using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Quadrature;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

// F(a, b) = (f(a) − f(b))f′(b)(a − mb) with b = ma + r⟨u, x⟩. A direction u that leans by t·q(a_i) on each sample moves
// the mean of F by t·r·E[q(a)∂_bF]: the best q is E[∂_bF | a], and u = Σq(a_i)x_i leans by √(d/n). Whatever u, the
// deviation at it is a lower bound of the supremum.

/// <summary>Cell of <see cref="UniformDeviationExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 3.</param>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Overlap">m within (−1, 1).</param>
public sealed record UniformDeviationCell(int Dimension, int Samples, double Overlap);

/// <summary>Deviations |ĝ_n(w) − ḡ(w)| of the empirical gradient along the signal, f = sin.</summary>
/// <param name="Adapted">At a w of overlap m that was chosen from the samples.</param>
/// <param name="Fixed">At one that was not.</param>
public sealed record UniformDeviationOutcome(double Adapted, double Fixed);

/// <summary>Deviations of the empirical gradient from the population's, ḡ = (1 − m²)e^(−1)cosh m for the bounded link
/// f = sin.</summary>
/// <remarks>E sin a sin b = e^(−1)sinh m. Rounding is of order 10⁻¹⁵, far below what is compared.</remarks>
public sealed class UniformDeviationExperiment : Experiment<UniformDeviationCell, UniformDeviationOutcome>
{
    // For the choice of a direction alone; its error makes the lower bound smaller, not wrong.
    private static readonly NormalTrapezoid Rule = new(0.5, 4);

    /// <inheritdoc/>
    public override string Id => "online-sgd/uniform-deviation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <summary>ḡ at overlap <paramref name="m"/>.</summary>
    public static double Mean(double m) =>
        (1 - m) * (1 + m) * (ElementaryFunctions.Exp(m - 1) + ElementaryFunctions.Exp(-m - 1)) / 2;

    /// <inheritdoc/>
    public override UniformDeviationOutcome Run(
        UniformDeviationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int d, int n, double m) = (cell.Dimension, cell.Samples, cell.Overlap);
        if (d < 3 || n < 1 || !(Math.Abs(m) < 1))
            throw new ArgumentException("d ≥ 3, n ≥ 1 and |m| < 1 are needed.", nameof(cell));
        // The signal is the first coordinate; the law is invariant. What stands in X are the others.
        double[] a = new double[n], adapted = new double[d - 1], independent = new double[d - 1];
        stream.FillNormals(a);
        UniformSphere.Fill(stream, independent);
        var X = new Matrix(n, d - 1);
        for (int i = 0; i < n; i++)
        {
            stream.FillNormals(X.Row(i));
            Lanes.Axpy(Lean(a[i], m), X.Row(i), adapted);
        }

        cancellation.ThrowIfCancellationRequested();
        Lanes.Scale(1 / Lanes.Norm(adapted), adapted);
        (double plus, double minus, double other) = (0, 0, 0);
        double r = Math.Sqrt((1 - m) * (1 + m));
        for (int i = 0; i < n; i++)
        {
            double z = Lanes.Dot(adapted, X.Row(i));
            plus += Gradient(a[i], m * a[i] + r * z, m);
            minus += Gradient(a[i], m * a[i] - r * z, m);
            other += Gradient(a[i], m * a[i] + r * Lanes.Dot(independent, X.Row(i)), m);
        }

        double mean = Mean(m);
        return new(
            Math.Max(Math.Abs(plus / n - mean), Math.Abs(minus / n - mean)), Math.Abs(other / n - mean));
    }

    // (f(a) − f(b))f′(b)(a − mb).
    private static double Gradient(double a, double b, double m)
    {
        (double sine, double cosine) = ElementaryFunctions.SinCos(b);
        return (ElementaryFunctions.SinCos(a).Sin - sine) * cosine * (a - m * b);
    }

    // E[∂_bF | a].
    private static double Lean(double a, double m)
    {
        double r = Math.Sqrt((1 - m) * (1 + m)), sum = 0, label = ElementaryFunctions.SinCos(a).Sin;
        for (int i = 0; i < Rule.Nodes.Length; i++)
        {
            double b = m * a + r * Rule.Nodes[i];
            (double sine, double cosine) = ElementaryFunctions.SinCos(b);
            sum += Rule.Weights[i] * (
                -cosine * cosine * (a - m * b) - (label - sine) * sine * (a - m * b) - m * (label - sine) * cosine);
        }

        return sum;
    }
}
