using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes of <see cref="GaussianConditionExperiment"/>.</summary>
/// <param name="Rows">n, 2 or more.</param>
/// <param name="Columns">m ≥ n.</param>
/// <param name="Draws">Matrices per trial, at least 1.</param>
public sealed record GaussianConditionCell(int Rows, int Columns, int Draws);

/// <summary>Means over the matrices of one trial, rounded to 9 digits.</summary>
/// <param name="MeanLog">Mean of log κ(MMᵀ).</param>
/// <param name="MeanLogSphericity">Mean of log T, T = 2x/(1 + x²) with x = κ₂(M): for n = 2 it is 2√det/tr of MMᵀ, and
/// −log T is exponential with mean 1/(m − 1).</param>
public sealed record GaussianConditionOutcome(double MeanLog, double MeanLogSphericity);

/// <summary>Condition numbers of n × m matrices of independent standard normal entries.</summary>
/// <remarks>
/// Two rows are drawn as they are. More rows are drawn in bidiagonal form: Householder reflections from both sides,
/// which leave the law of the remaining block alone, bring M to a lower bidiagonal matrix with independent entries χ_m,
/// χ_(m−1), …, χ_(m−n+1) on the diagonal and χ_(n−1), …, χ_1 below (Silverstein 1985, Edelman 1989).
/// </remarks>
public sealed class GaussianConditionExperiment : Experiment<GaussianConditionCell, GaussianConditionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/gaussian-condition";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override GaussianConditionOutcome Run(
        GaussianConditionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Rows < 2 || cell.Columns < cell.Rows || cell.Draws < 1)
            throw new ArgumentException(
                $"{cell.Draws} matrices of size {cell.Rows} × {cell.Columns}: at least one with 2 ≤ n ≤ m is needed.",
                nameof(cell));
        double log = 0;
        double sphericity = 0;
        for (int draw = 0; draw < cell.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            double x = cell.Rows == 2 ? TwoRows(stream, cell.Columns) : Bidiagonal(stream, cell.Rows, cell.Columns);
            double logX = ElementaryFunctions.Log(x);
            log += 2 * logX;
            sphericity += ElementaryFunctions.Log(2 / (x + 1 / x));
        }

        return new(ShortDecimal.Nearest(log / cell.Draws, 9), ShortDecimal.Nearest(sphericity / cell.Draws, 9));
    }

    /// <summary>κ₂ of a 2 × m Gaussian matrix with the rows a and b drawn one after the other: from ‖a‖², a·b and the
    /// part of b beside a, which lose no digits.</summary>
    public static double TwoRows(RandomStream stream, int m)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double[] a = new double[m], b = new double[m];
        stream.FillNormals(a);
        stream.FillNormals(b);
        double aa = Lanes.Dot(a, a), ab = Lanes.Dot(a, b), bb = Lanes.Dot(b, b);
        Lanes.Axpy(-ab / aa, a, b);
        double difference = Math.Sqrt((aa - bb) * (aa - bb) + 4 * ab * ab);
        return (aa + bb + difference) / (2 * Math.Sqrt(aa * Lanes.Dot(b, b)));
    }

    /// <summary>κ₂ of an n × m Gaussian matrix, n ≤ m, from its bidiagonal form.</summary>
    public static double Bidiagonal(RandomStream stream, int n, int m)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double[] diagonal = new double[n], below = new double[n - 1];
        for (int i = 0; i < n; i++)
            diagonal[i] = Math.Sqrt(ChiSquare.Draw(stream, m - i));
        for (int i = 0; i < n - 1; i++)
            below[i] = Math.Sqrt(ChiSquare.Draw(stream, n - 1 - i));
        (double largest, double least) = BidiagonalExtremes.Of(diagonal, below);
        return largest / least;
    }
}
