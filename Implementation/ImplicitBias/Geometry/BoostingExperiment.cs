using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>How far coordinate descent goes along the coordinate of the steepest descent.</summary>
public enum CoordinateStep
{
    /// <summary>To the minimum along the coordinate: ½ log((1 + r)/(1 − r)), r the edge.</summary>
    Exact,

    /// <summary>νr.</summary>
    Shrunken,

    /// <summary>r/√k at step k.</summary>
    Vanishing,
}

/// <summary>The ±1 matrices on which coordinate descent runs; rows are examples, columns coordinates.</summary>
public enum SignMatrix
{
    /// <summary>8 × 8, of Rudin, Daubechies and Schapire, "The dynamics of AdaBoost", 2004.</summary>
    Cycling,

    /// <summary>Rows are the shifts of a random sign vector with more ones than minus ones: the value of the game is
    /// the mean of the row.</summary>
    Circulant,
}

/// <summary>Sizes of <see cref="BoostingExperiment"/>.</summary>
/// <param name="Matrix">M.</param>
/// <param name="Size">Rows and columns of a circulant; the cycling matrix has 8.</param>
/// <param name="Step">The step.</param>
/// <param name="Shrinkage">ν in (0, 1], where the step is shrunken.</param>
/// <param name="Steps">Number of steps.</param>
public sealed record BoostingCell(SignMatrix Matrix, int Size, CoordinateStep Step, double Shrinkage, int Steps);

/// <summary>The margin that coordinate descent reaches.</summary>
/// <param name="BestMargin">γ₁ = max over ‖w‖₁ = 1 of min Mw, exact: both players' strategies are rational and prove
/// it.</param>
/// <param name="Margin">min Mw/‖w‖₁ after the last step.</param>
/// <param name="EuclideanMargin">min Mw/‖w‖₂ after the last step.</param>
/// <param name="Norm">‖w‖₁ after the last step.</param>
/// <param name="Promise">A margin that theory promises: (Σ a_k r_k − ½Σa_k² − log m)/Σa_k, which needs r_k ≥ γ₁
/// only.</param>
/// <param name="LeastEdge">The least edge r_k of a chosen coordinate.</param>
/// <param name="Error">Bound of the rounding error of the margins.</param>
public sealed record BoostingOutcome(
    double BestMargin, double Margin, double EuclideanMargin, double Norm, double Promise, double LeastEdge,
    double Error);

/// <summary>Coordinate descent of the exponential loss Σexp(−(Mw)_i) from 0, along the coordinate of the steepest
/// descent, the first of equals.</summary>
/// <remarks>
/// With p ∝ exp(−Mw) the edge of a column is (Mᵀp)_j, and a step a along it multiplies the loss by at most exp(−ar +
/// ½a²), by Hoeffding's lemma for entries in [−1, 1]; after all of them min Mw ≥ −log(loss) ≥ Σar − ½Σa² − log m.
/// Coordinates enter with either sign; ‖w‖₁ ≤ Σ|a|.
/// </remarks>
public sealed class BoostingExperiment : Experiment<BoostingCell, BoostingOutcome>
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;

    private static readonly double[,] CyclingEntries =
    {
        { -1, 1, 1, 1, 1, -1, -1, 1 },
        { -1, 1, 1, -1, -1, 1, 1, 1 },
        { 1, -1, 1, 1, 1, -1, 1, 1 },
        { 1, -1, 1, 1, -1, 1, 1, 1 },
        { 1, -1, 1, -1, 1, 1, 1, -1 },
        { 1, 1, -1, 1, 1, 1, 1, -1 },
        { 1, 1, -1, 1, 1, 1, -1, 1 },
        { 1, 1, 1, 1, -1, -1, 1, -1 },
    };

    /// <summary>Sixteenths of a w with min Mw = 6/16 for the cycling matrix.</summary>
    public static IReadOnlyList<int> CyclingWeights { get; } = [2, 3, 4, 1, 2, 2, 1, 1];

    /// <summary>Sixteenths of a distribution p with ‖Mᵀp‖_∞ = 6/16 for the cycling matrix.</summary>
    public static IReadOnlyList<int> CyclingDistribution { get; } = [2, 3, 2, 1, 2, 2, 3, 1];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/boosting";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 2;

    /// <summary>The matrix of a cell with the value of its game, γ₁, proven by integers.</summary>
    /// <exception cref="ArgumentException">A size out of range.</exception>
    public static (Matrix M, double BestMargin) Game(BoostingCell cell, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Matrix == SignMatrix.Cycling)
            return (new Matrix(CyclingEntries), Value(CyclingEntries, CyclingWeights, CyclingDistribution, 16));
        int n = cell.Size;
        if (n < 3)
            throw new ArgumentException(
                $"The size {n} is too small for a circulant with more ones than minus ones, and one of these.",
                nameof(cell));
        int minus = 1 + stream.NextIndex((n - 1) / 2);
        double[] first = new double[n];
        Array.Fill(first, 1);
        for (int placed = 0; placed < minus;)
        {
            int at = stream.NextIndex(n);
            if (first[at] < 0)
                continue;
            first[at] = -1;
            placed++;
        }

        var entries = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                entries[i, j] = first[(j - i + n) % n];
        }

        int[] ones = new int[n];
        Array.Fill(ones, 1);
        return (new Matrix(entries), Value(entries, ones, ones, n));
    }

    /// <inheritdoc/>
    public override BoostingOutcome Run(BoostingCell cell, RandomStream stream, CancellationToken cancellation)
    {
        (Matrix M, double best) = Game(cell, stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));
        if (cell.Step == CoordinateStep.Shrunken && !(cell.Shrinkage > 0 && cell.Shrinkage <= 1))
            throw new ArgumentException($"The shrinkage {cell.Shrinkage} does not lie in (0, 1].", nameof(cell));
        int m = M.Rows, n = M.Columns;
        Matrix columns = M.Transpose();
        double[] w = new double[n], q = new double[m], p = new double[m], edges = new double[n];
        double gain = 0, length = 0, leastEdge = double.PositiveInfinity;
        for (int k = 1; k <= cell.Steps; k++)
        {
            if (k % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            double lowest = q[0];
            foreach (double margin in q)
                lowest = Math.Min(lowest, margin);
            for (int i = 0; i < m; i++)
                p[i] = lowest - q[i];
            ElementaryFunctions.Exp(p, p);
            double total = Lanes.Sum(p);
            MatrixVector.Multiply(columns, p, edges);
            int j = 0;
            for (int c = 1; c < n; c++)
            {
                // Edges that agree but for rounding are equal, and the first of them is chosen.
                if (Math.Abs(edges[c]) > Math.Abs(edges[j]) + 1e-12 * total)
                    j = c;
            }

            double r = edges[j] / total;
            leastEdge = Math.Min(leastEdge, Math.Abs(r));
            double a = cell.Step switch
            {
                CoordinateStep.Exact => 0.5 * (ElementaryFunctions.Log1p(r) - ElementaryFunctions.Log1p(-r)),
                CoordinateStep.Shrunken => cell.Shrinkage * r,
                _ => r / Math.Sqrt(k),
            };
            if (!double.IsFinite(a))
                throw new ArgumentException(
                    "The chosen coordinate has the sign of every label: its step to the minimum is infinite.",
                    nameof(cell));
            w[j] += a;
            Lanes.Axpy(a, columns.Row(j), q);
            gain += a * r - 0.5 * a * a;
            length += Math.Abs(a);
        }

        double[] margins = MatrixVector.Multiply(M, w);
        double norm = 0;
        foreach (double value in w)
            norm += Math.Abs(value);
        // The margins are those of the w that is stored: n terms of size ‖w‖₁. The promise adds as many terms as there
        // are steps, and q drifts from Mw by as much.
        double error = (4 * n + 8 + 4.0 * cell.Steps) * UnitRoundoff * Math.Max(1, length / norm);
        return new(
            best,
            margins.Min() / norm,
            margins.Min() / Lanes.Norm(w),
            norm,
            (gain - ElementaryFunctions.Log(m)) / length,
            leastEdge,
            error);
    }

    // Both players' guarantees, in units of 1/(denominator): they agree, so that their common value is that of the
    // game.
    private static double Value(double[,] M, IReadOnlyList<int> w, IReadOnlyList<int> p, int denominator)
    {
        int least = int.MaxValue, greatest = 0;
        for (int i = 0; i < M.GetLength(0); i++)
        {
            int margin = 0;
            for (int j = 0; j < w.Count; j++)
                margin += (int)M[i, j] * w[j];
            least = Math.Min(least, margin);
        }

        for (int j = 0; j < M.GetLength(1); j++)
        {
            int edge = 0;
            for (int i = 0; i < p.Count; i++)
                edge += (int)M[i, j] * p[i];
            greatest = Math.Max(greatest, Math.Abs(edge));
        }

        return least == greatest && w.Sum() == denominator && p.Sum() == denominator
            ? (double)least / denominator
            : throw new InvalidOperationException("The two strategies do not prove the value of the game.");
    }
}
