using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The approach of the end of the flow to least ℓ1 norm as the initialization shrinks, for normal X and labels.
/// </summary>
/// <remarks>The derivation of the leading term and of its envelope is in docs/implicit-bias.md, "The approach to
/// ℓ1".</remarks>
public sealed class RichLimitExperiment : Experiment<RichLimitCell, RichLimitOutcome>
{
    private const int Rungs = 5;
    private const double Log10 = 2.302585092994046;
    private static readonly double[] Powers = [2, 1, 2.0 / 3, 0.5];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/rich-limit";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override RichLimitOutcome Run(RichLimitCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 14)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 14: all bases are tried.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        if (!(cell.Decades >= 0.1 && cell.Decades <= 140))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Decades, "The decades have to lie between 0.1 and 140.");
        SparseRegression data = SparseRegression.Draw(stream, cell.Dimension, cell.Samples, sparsity: 0, noise: 1);
        Matrix X = data.Inputs;
        // Labels in units of the least norm: scaling y by c is scaling α by c^(−1/D).
        double unit = BasisPursuit.Solve(X, data.Labels).Value.Lower;
        double[] y = [.. data.Labels.Select(value => value / unit)];
        BasisPursuitSolution optimum = BasisPursuit.Solve(X, y);
        var limit = new RichLimitExpansion(X, y, optimum, cell.Depth);
        var scales = new double[Rungs];
        PotentialMinimum[] points = new PotentialMinimum[Rungs];
        for (int k = 0; k < Rungs; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            scales[k] = ElementaryFunctions.Exp(-Log10 * cell.Decades / (1 << (Rungs - 1 - k)));
            points[k] = PotentialMinimizer.Continue(
                X, y, DiagonalLink.Of(cell.Depth), DiagonalLink.Scale(cell.Depth, scales[k]));
        }

        (double Gap, double Error, double Envelope)[] gaps = [.. points.Zip(scales, limit.Gap)];
        (double Excess, double Error)[] excess = [.. Powers.Select(p => Excess(X, y, points[^1], p))];
        return new(
            scales,
            optimum.Value.Lower,
            optimum.Value.Upper,
            [.. points.Select(point => point.Solution.Sum(Math.Abs))],
            [
                .. points.Select(point =>
                    1.000001 * point.Radius.Sum()
                    + cell.Dimension * DoublePrecision.UnitRoundoff * point.Solution.Sum(Math.Abs)),
            ],
            [.. points.Select(point => point.Solution.Max(Math.Abs))],
            [.. points.Select(point => point.Slopes.Max(Math.Abs))],
            limit.DualSlopes,
            limit.LogConstants,
            [.. gaps.Select(gap => gap.Gap)],
            [.. gaps.Select(gap => gap.Error)],
            [.. gaps.Select(gap => gap.Envelope)],
            [.. excess.Select(value => value.Excess)],
            [.. excess.Select(value => value.Error)],
            limit.LeastMargin,
            optimum.IsOptimal && points.All(point => point.IsCertified));
    }

    // For p = 2 the least value is that of the minimum-norm solution; for p ≤ 1 the sum is concave in each orthant, and
    // least at a basic solution.
    private static (double Excess, double Error) Excess(Matrix X, double[] y, PotentialMinimum point, double p)
    {
        double value = 0, error = 0;
        for (int j = 0; j < point.Solution.Length; j++)
        {
            double size = Math.Abs(point.Solution[j]);
            value += Power(size, p);
            error += Power(size + point.Radius[j], p) - Power(Math.Max(size - point.Radius[j], 0), p);
        }

        (double least, double leastError) = p > 1 ? LeastSquares(X, y) : LeastBasic(X, y, p);
        return ((value - least) / least, 1.000001 * (error + leastError) / least + 1e-13);
    }

    private static (double Value, double Error) LeastSquares(Matrix X, double[] y)
    {
        PotentialMinimum least = PotentialMinimizer.Minimize(X, y, new LinearLink(), 1);
        double norm = Lanes.Norm(least.Solution), error = Lanes.Norm(least.Radius);
        return (norm * norm, (2 * norm + error) * error + 4 * DoublePrecision.UnitRoundoff * norm * norm);
    }

    private static (double Value, double Error) LeastBasic(Matrix X, double[] y, double p)
    {
        (double Value, double Error) best = (double.PositiveInfinity, double.PositiveInfinity);
        int m = X.Rows, d = X.Columns;
        int[] basis = [.. Enumerable.Range(0, m)];
        var B = new Matrix(m, m);
        for (int count = 0; count < 20_000; count++)
        {
            for (int i = 0; i < m; i++)
                for (int k = 0; k < m; k++)
                    B[i, k] = X[i, basis[k]];
            // The solution of X_Bβ = y with bounds, as the least-norm solution of a square system.
            PotentialMinimum solution = PotentialMinimizer.Minimize(B, y, new LinearLink(), 1);
            if (solution.IsCertified)
            {
                double value = solution.Solution.Sum(β => Power(Math.Abs(β), p));
                double error = solution
                    .Solution.Zip(
                        solution.Radius,
                        (β, r) => Power(Math.Abs(β) + r, p) - Power(Math.Max(Math.Abs(β) - r, 0), p))
                    .Sum();
                if (value + error < best.Value + best.Error)
                    best = (value, error);
            }

            int last = m - 1;
            while (last >= 0 && basis[last] == d - m + last)
                last--;
            if (last < 0)
                break;
            basis[last]++;
            for (int i = last + 1; i < m; i++)
                basis[i] = basis[i - 1] + 1;
        }

        return best;
    }

    private static double Power(double x, double p) =>
        x == 0 ? 0 : ElementaryFunctions.Exp(p * ElementaryFunctions.Log(x));
}
