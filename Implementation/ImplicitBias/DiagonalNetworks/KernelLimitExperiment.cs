using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// β_α = 2s·sinh z with z in the row space and s = α²; its part there is β_ℓ2, so that β_α − β_ℓ2 = 2s·P(sinh z − z). With z = β_ℓ2/2s − P_row(sinh z − z) the
// leading term is P(β_ℓ2³)/(24s²), cubes entry by entry. What it leaves out: |sinh z − z − z³/6| ≤ |z|⁵cosh(z)/120, and with c = z − β_ℓ2/2s,
// ‖c‖ ≤ ‖sinh z − z‖ ≤ ‖z³‖cosh(‖z‖_∞)/6, |z³ − (z − c)³| ≤ 3(|z| + |c|)²|c|.

/// <summary>The approach of the end of the flow to the minimum-norm solution as the initialization grows, normal X and y.</summary>
public sealed class KernelLimitExperiment : Experiment<KernelLimitCell, KernelLimitOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/kernel-limit";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override KernelLimitOutcome Run(KernelLimitCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 1000.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        if (cell.Doublings is < 2 or > 12)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Doublings, "The number of doublings has to lie between 2 and 12.");
        int d = cell.Dimension;
        SparseRegression data = SparseRegression.Draw(stream, d, cell.Samples, sparsity: 0, noise: 1);
        PotentialMinimum least = PotentialMinimizer.Minimize(data.Inputs, data.Labels, new LinearLink(), 1);
        double unit = least.Solution.Max(Math.Abs);
        double[] b = [.. least.Solution.Select(value => value / unit)];
        double[] bError = [.. least.Radius.Select(value => value / unit + DoublePrecision.UnitRoundoff)];
        double[] cubes = [.. b.Select(value => value * value * value)];
        double[] cubeErrors = [.. b.Select((value, j) => 3.0001 * (value * value + bError[j]) * bError[j] + 4 * DoublePrecision.UnitRoundoff)];
        // P b³ = b³ less the least-norm vector with the same image, known with its own bounds.
        PotentialMinimum row = PotentialMinimizer.Minimize(data.Inputs, MatrixVector.Multiply(data.Inputs, cubes), new LinearLink(), 1);
        double cube = Distance(cubes, row.Solution);
        double cubeError = Lanes.Norm(cubeErrors) + 1.000001 * Lanes.Norm(row.Radius)
            + (d + 8) * DoublePrecision.UnitRoundoff * Lanes.Norm(data.Inputs.Values) * Lanes.Norm(cubes) / RowConditioning.LeastSingularValue(data.Inputs);

        bool certified = least.IsCertified && row.IsCertified;
        var scales = new double[cell.Doublings + 1];
        double[] distances = new double[scales.Length], errors = new double[scales.Length], remainders = new double[scales.Length];
        for (int k = 0; k < scales.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            double t = 1 << k;
            PotentialMinimum point = PotentialMinimizer.Minimize(data.Inputs, data.Labels, new HyperbolicLink(), t * unit);
            certified &= point.IsCertified;
            scales[k] = t;
            distances[k] = Distance(point.Solution, least.Solution) / unit;
            errors[k] = 1.000001 * (Lanes.Norm(point.Radius) + Lanes.Norm(least.Radius)) / unit + 4 * DoublePrecision.UnitRoundoff * distances[k];
            remainders[k] = Remainder(point, t);
        }

        return new(scales, distances, errors, cube, cubeError, remainders, certified);
    }

    private static double Remainder(PotentialMinimum point, double t)
    {
        double[] z = [.. point.Slopes.Select((value, j) => Math.Abs(value) + point.SlopeRadius[j])];
        double cosh = 0.5 * (ElementaryFunctions.Exp(z.Max()) + 1);
        double c = Lanes.Norm([.. z.Select(value => value * value * value)]) * cosh / 6;
        double[] rest = [.. z.Select(value => value * value * value * value * value * cosh / 120 + (value + c) * (value + c) * c / 2)];
        return 1.000001 * 2 * t * Lanes.Norm(rest);
    }

    private static double Distance(double[] a, double[] b)
    {
        double[] difference = [.. a];
        Lanes.Axpy(-1, b, difference);
        return Lanes.Norm(difference);
    }
}
