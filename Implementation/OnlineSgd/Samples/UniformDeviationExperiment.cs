using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

// F(a, b) = (f(a) − f(b))f′(b)(a − mb) with b = ma + r⟨u, x⟩. A direction u that leans by t·q(a_i) on each sample moves
// the mean of F by t·r·E[q(a)∂_bF]: the best q is E[∂_bF | a], and u = Σq(a_i)x_i leans by √(d/n). Whatever u, the
// deviation at it is a lower bound of the supremum. Of the samples only a_i and ⟨u, x_i⟩ are needed: SumDirection.
//
// With E sin b = e^(−r²/2)sin ma, E sin 2b = e^(−2r²)sin 2ma and the like, and E[zg(b)] = rE g′(b),
//
//     E[∂_bF | a] = −r²a(E cos 2b + sin a·E sin b) − m³sin a·E cos b + m(½ − 2r²)E sin 2b.

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
    /// <inheritdoc/>
    public override string Id => "online-sgd/uniform-deviation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

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
        double[] a = stream.Normals(n), lean = new double[n];
        for (int i = 0; i < n; i++)
            lean[i] = Lean(a[i], m);
        cancellation.ThrowIfCancellationRequested();
        Lanes.Scale(1 / Lanes.Norm(lean), lean);
        double[] adapted = SumDirection.Products(lean, stream.Normals(n), ChiSquare.Draw(stream, d - 1));
        double[] independent = stream.Normals(n);
        (double plus, double minus, double other) = (0, 0, 0);
        double r = Math.Sqrt((1 - m) * (1 + m));
        for (int i = 0; i < n; i++)
        {
            plus += Gradient(a[i], m * a[i] + r * adapted[i], m);
            minus += Gradient(a[i], m * a[i] - r * adapted[i], m);
            other += Gradient(a[i], m * a[i] + r * independent[i], m);
        }

        double mean = Mean(m);
        return new(
            Math.Max(Math.Abs(plus / n - mean), Math.Abs(minus / n - mean)), Math.Abs(other / n - mean));
    }

    /// <summary>E[∂_bF | a], the slope of F(a, b) = (sin a − sin b)cos b·(a − mb) in b = ma + √(1 − m²)z, averaged
    /// over z.</summary>
    /// <param name="a">Product of a sample with the signal.</param>
    /// <param name="m">Overlap, within [−1, 1].</param>
    public static double Lean(double a, double m)
    {
        double square = (1 - m) * (1 + m);
        double once = ElementaryFunctions.Exp(-square / 2), twice = ElementaryFunctions.Exp(-2 * square);
        double label = ElementaryFunctions.SinCos(a).Sin;
        (double sine, double cosine) = ElementaryFunctions.SinCos(m * a);
        return -square * a * (twice * (cosine - sine) * (cosine + sine) + label * once * sine)
            - m * m * m * label * once * cosine
            + m * (1 - 4 * square) * twice * sine * cosine;
    }

    // (f(a) − f(b))f′(b)(a − mb).
    private static double Gradient(double a, double b, double m)
    {
        (double sine, double cosine) = ElementaryFunctions.SinCos(b);
        return (ElementaryFunctions.SinCos(a).Sin - sine) * cosine * (a - m * b);
    }
}
