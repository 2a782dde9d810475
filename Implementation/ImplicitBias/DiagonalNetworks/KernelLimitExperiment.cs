using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// β_α = s·h(z) with z in the row space and s = α^D; its part there is β_ℓ2. With h = h₁·(z + κz³ + …), all coefficients
// positive, β_α − β_ℓ2 = s·h₁P(h/h₁ − z), and the leading term is κP(β_ℓ2³)/(h₁s)², cubes entry by entry: for depth D,
// h₁ = 2p and κ = (p + 1)(p + 2)/6 with p = D/(D − 2) give (D − 1)(3D − 4)/(12D²s²); for depth 2 1/(24s²), the same
// formula. What it leaves out: for |z| ≤ ½, h/h₁ − z ≤ A|z|³ and h/h₁ − z − κz³ ≤ B|z|⁵ with the values at ½, and with
// c = z − β_ℓ2/(h₁s), ‖c‖ ≤ ‖h/h₁ − z‖ and |z³ − (z − c)³| ≤ 3(|z| + |c|)²|c|.

/// <summary>
/// The approach of the end of the flow to the minimum-norm solution as the initialization grows, normal X and y.
/// </summary>
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
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 1000.");
        if (cell.Samples < 1 || cell.Samples >= cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension - 1}.");
        if (cell.Depth is < 2 or > 64)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Depth, "The depth has to lie between 2 and 64.");
        if (cell.Doublings is < 2 or > 12)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Doublings, "The number of doublings has to lie between 2 and 12.");
        int d = cell.Dimension;
        SparseRegression data = SparseRegression.Draw(stream, d, cell.Samples, sparsity: 0, noise: 1);
        PotentialMinimum least = PotentialMinimizer.Minimize(data.Inputs, data.Labels, new LinearLink(), 1);
        double unit = least.Solution.Max(Math.Abs);
        double[] b = [.. least.Solution.Select(value => value / unit)];
        double[] bError = [.. least.Radius.Select(value => value / unit + DoublePrecision.UnitRoundoff)];
        double[] cubes = [.. b.Select(value => value * value * value)];
        double[] cubeErrors =
        [
            .. b.Select(
                (value, j) => 3.0001 * (value * value + bError[j]) * bError[j] + 4 * DoublePrecision.UnitRoundoff),
        ];
        // P b³ = b³ less the least-norm vector with the same image, known with its own bounds.
        PotentialMinimum row = PotentialMinimizer.Minimize(
            data.Inputs, MatrixVector.Multiply(data.Inputs, cubes), new LinearLink(), 1);
        double cube = Distance(cubes, row.Solution);
        double cubeError =
            Lanes.Norm(cubeErrors)
            + 1.000001 * Lanes.Norm(row.Radius)
            + (d + 8)
                * DoublePrecision.UnitRoundoff
                * Lanes.Norm(data.Inputs.Values)
                * Lanes.Norm(cubes)
                / RowConditioning.LeastSingularValue(data.Inputs);

        Link link = DiagonalLink.Of(cell.Depth);
        bool certified = least.IsCertified && row.IsCertified;
        var scales = new double[cell.Doublings + 1];
        double[] distances = new double[scales.Length],
            errors = new double[scales.Length],
            remainders = new double[scales.Length];
        for (int k = 0; k < scales.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            double t = 1 << k;
            PotentialMinimum point = PotentialMinimizer.Minimize(data.Inputs, data.Labels, link, t * unit);
            certified &= point.IsCertified;
            scales[k] = t;
            distances[k] = Distance(point.Solution, least.Solution) / unit;
            errors[k] =
                1.000001 * (Lanes.Norm(point.Radius) + Lanes.Norm(least.Radius)) / unit
                + 4 * DoublePrecision.UnitRoundoff * distances[k];
            remainders[k] = Remainder(point, t, cell.Depth);
        }

        return new(scales, distances, errors, cube, cubeError, remainders, certified);
    }

    private static double Remainder(PotentialMinimum point, double t, int depth)
    {
        const double ρ = 0.5;
        double inverse = (depth - 2.0) / depth;
        double κ = depth == 2 ? 1.0 / 6 : (1 + inverse) * (1 + 2 * inverse) / (6 * inverse * inverse);
        double h1 = depth == 2 ? 2 : 2 / inverse;
        Span<double> value = [0];
        Span<double> slope = [0];
        DiagonalLink.Of(depth).Evaluate([ρ], value, slope);
        double A = (value[0] / h1 - ρ) / (ρ * ρ * ρ), B = (value[0] / h1 - ρ - κ * ρ * ρ * ρ) / (ρ * ρ * ρ * ρ * ρ);
        double[] z = [.. point.Slopes.Select((entry, j) => Math.Abs(entry) + point.SlopeRadius[j])];
        if (!(z.Max() <= ρ))
            return double.PositiveInfinity;
        double c = A * Lanes.Norm([.. z.Select(entry => entry * entry * entry)]);
        double[] rest =
        [
            .. z.Select(entry => B * entry * entry * entry * entry * entry + 3 * κ * (entry + c) * (entry + c) * c),
        ];
        return 1.000001 * h1 * t * Lanes.Norm(rest) + 1e-12 * A / (t * t);
    }

    private static double Distance(double[] a, double[] b)
    {
        double[] difference = [.. a];
        Lanes.Axpy(-1, b, difference);
        return Lanes.Norm(difference);
    }
}
