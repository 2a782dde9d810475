using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="NarrowStudentExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 8; at d = 1 the one rank is d, where nothing is missed.</param>
/// <param name="Width">Student width m̂ ≥ 1.</param>
/// <param name="Rank">Rank r of the student, 1 to min(m̂, d).</param>
/// <param name="IsPopulation">Whether the risk is that of Gaussian data instead of the d² samples e_i, e_i + e_j, e_i −
/// e_j.</param>
public sealed record NarrowStudentCell(int Dimension, int Width, int Rank, bool IsPopulation);

/// <summary>An integer student of rank r at a stationary point, in exact arithmetic.</summary>
/// <param name="Gradient">Largest entry of the gradient, times the number of samples; 0 means exactly
/// stationary.</param>
/// <param name="Risk">Risk, times the number of samples.</param>
/// <param name="BetterRisk">Risk of another student of the same width, times the number of samples: the one that learns
/// the min(m̂, d) strongest directions.</param>
/// <param name="Predicted">The critical level from the closed form, times the number of samples.</param>
/// <param name="SpanDimension">Dimension that the samples span among the symmetric matrices; D for the
/// population.</param>
public sealed record NarrowStudentOutcome(
    double Gradient, double Risk, double BetterRisk, double Predicted, int SpanDimension);

/// <summary>Stationary points of full shape but deficient rank: the teacher is diag(s), the student learns r directions
/// and none of the others.</summary>
/// <remarks>
/// <para>For diagonal A the residual moment is diagonal, R_kk = αA_kk + β·tr A: for Gaussian data α = 2 and β = 1; over
/// the d² samples e_i and e_i ± e_j, N·R_kk = A_kk + 2Σ_{j≠k}(A_kk + A_jj), thus α = 2d − 3 and β = 2. A student M =
/// diag supported on I is stationary exactly if R vanishes on I: M_ii = s_i + t, t = βΣ_{i∉I}s_i/(α + rβ), and its
/// level is βS²α/(α + rβ) + αΣ_{i∉I}s_i², S = Σ_{i∉I}s_i.</para>
/// <para>The missing strengths are drawn with sum (α + rβ)·q, so that t = βq, and the learned ones as s_i = k_i² − t:
/// weights, labels and residuals are integers, and nothing is rounded. The samples span the symmetric matrices, since
/// e_ie_iᵀ and (e_i + e_j)(e_i + e_j)ᵀ do. By Lagrange's theorem each s_i is a sum of four squares, so integer planted
/// weights of width 4d exist.</para>
/// </remarks>
public sealed class NarrowStudentExperiment : Experiment<NarrowStudentCell, NarrowStudentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/narrow-student";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rank does not fit the shape.</exception>
    public override NarrowStudentOutcome Run(
        NarrowStudentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (cell.Rank < 1 || cell.Rank > Math.Min(cell.Width, d))
            throw new ArgumentException(
                $"A student of width {cell.Width} in dimension {d} has no rank {cell.Rank}.", nameof(cell));
        (long α, long β) = cell.IsPopulation ? (2L, 1L) : (2L * d - 3, 2L);

        (long[] s, long[,] W) = Draw(cell, α, β, stream);
        (long gradient, long risk) = cell.IsPopulation ? IntegerRisk.OfPopulation(W, s) : IntegerRisk.OfSamples(W, s);
        double missing = 0;
        double squares = 0;
        for (int i = cell.Rank; i < d; i++)
        {
            missing += s[i];
            squares += (double)s[i] * s[i];
        }

        double Level(double sum, double sumOfSquares, int rank) =>
            β * sum * sum * α / (α + rank * β) + α * sumOfSquares;

        int best = Math.Min(cell.Width, d);
        long[] strongest = [.. s.OrderDescending()];
        double left = 0;
        double leftSquares = 0;
        foreach (long strength in strongest[best..])
        {
            left += strength;
            leftSquares += (double)strength * strength;
        }

        return new(
            gradient, risk, Level(left, leftSquares, best), Level(missing, squares, cell.Rank), SpanDimension(cell));
    }

    // Strengths s and weights W (width × d) whose first r rows hold k_i on the diagonal; the rows stand in a random
    // order with random signs.
    private static (long[] Strengths, long[,] Weights) Draw(NarrowStudentCell cell, long α, long β, RandomStream stream)
    {
        int d = cell.Dimension;
        int r = cell.Rank;

        // At least 1 for each missing strength.
        long q = (d - r + α + r * β - 1) / (α + r * β) + stream.NextIndex(5);
        long t = r < d ? β * q : 0;
        var s = new long[d];
        var W = new long[cell.Width, d];
        int[] place = [.. Enumerable.Range(0, cell.Width)];
        for (int i = cell.Width - 1; i > 0; i--)
        {
            int j = stream.NextIndex(i + 1);
            (place[i], place[j]) = (place[j], place[i]);
        }

        long root = 1;
        while (root * root <= t)
            root++;
        for (int i = 0; i < r; i++)
        {
            long k = root + (i == 0 ? 0 : stream.NextIndex(3));
            s[i] = k * k - t;
            W[place[i], i] = stream.NextIndex(2) == 0 ? k : -k;
        }

        long rest = r < d ? (α + r * β) * q : 0;
        for (int i = r; i < d; i++)
        {
            long share =
                i == d - 1
                    ? rest
                    : Math.Max(1, Math.Min(rest - (d - 1 - i), 1 + stream.NextIndex((int)Math.Max(1, rest / (d - i)))));
            s[i] = share;
            rest -= share;
        }

        return (s, W);
    }

    private static int SpanDimension(NarrowStudentCell cell)
    {
        int d = cell.Dimension;
        if (cell.IsPopulation)
            return SymmetricVectorization.Dimension(d);
        var X = new Numerics.LinearAlgebra.Matrix(d * d, d);
        int row = 0;
        foreach (long[] x in IntegerRisk.Samples(d))
        {
            for (int i = 0; i < d; i++)
                X[row, i] = x[i];
            row++;
        }

        return TensorSpan.Dimension(X);
    }
}
