using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.KernelRegime;

// By homogeneity w_α(t) = α·u(α^(2D−2)t) with u the flow from w₀ = 𝟏 for labels ηy, η = α^(−D): v = (u − w₀)/η is what
// DiagonalFlow integrates, with the kernel flow at η = 0. Envelope, for K = JJᵀ ⪰ μ along both flows (μ = 2D²σ_min(X)²,
// by conservation and convexity): ‖ρ(τ)‖ ≤ ‖y‖e^(−2μτ) and ‖v‖ ≤ V = ‖y‖/√μ; ΔJ = ‖J − J₀‖ ≤ √2D‖X‖((1 + ηV)^(D−1) −
// 1), ΔK = ‖K − K₀‖ ≤ (2‖J₀‖ + ΔJ)ΔJ; with Δρ′ = −2K₀Δρ − 2ΔKρ and Δv′ = −2ΔJᵀρ − 2J₀ᵀΔρ, ‖Δv‖ ≤ ‖y‖(ΔJ/μ + ‖J₀‖ΔK/μ²).

/// <summary>
/// The flow of a diagonal network from α𝟏 beside the flow of its linearization, as α doubles; normal X and y.
/// </summary>
public sealed class ScalingLimitExperiment : Experiment<ScalingLimitCell, ScalingLimitOutcome>
{
    private const int MostSteps = 3000;
    private const int Nodes = 8;

    // Distances of wrong scalings are of order 1.
    private const int Digits = 6;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/scaling-limit";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ScalingLimitOutcome Run(ScalingLimitCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 16)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "The dimension has to lie between 2 and 16.");
        if (cell.Samples < 1 || cell.Samples > cell.Dimension)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, $"The number of samples has to lie between 1 and {cell.Dimension}.");
        if (cell.Depth is < 2 or > 4)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Depth, "The depth has to lie between 2 and 4.");
        if (cell.First is < 0 or > 12 || cell.Doublings is < 2 or > 12)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.First,
                "The first exponent has to lie between 0 and 12, the number of doublings between 2 and 12.");
        int d = cell.Dimension,
            D = cell.Depth;
        SparseRegression data = SparseRegression.Draw(stream, d, cell.Samples, sparsity: 0, noise: 1);
        Matrix X = data.Inputs;
        double σ = RowConditioning.LeastSingularValue(X), size = Lanes.Norm(X.Values);

        // In units of the kernel flow's displacement: the least-norm solution of D(v₊ − v₋) = β_K has v₊ = −v₋ =
        // β_K/2D.
        PotentialMinimum least = PotentialMinimizer.Minimize(X, data.Labels, new LinearLink(), 1);
        double unit = Lanes.Norm(least.Solution) / (D * Math.Sqrt(2));
        double[] y = [.. data.Labels.Select(value => value / unit)];
        double predictorUnit = Lanes.Norm(least.Solution) / unit;
        int scales = cell.Doublings + 1;
        double[] times = Times(σ, size, D);
        int G = times.Length;
        double μ = 2 * D * D * σ * σ,
            J0 = D * Math.Sqrt(2) * size,
            norm = 1.000001 * Lanes.Norm(y),
            V = norm / Math.Sqrt(μ);

        var paths = new double[scales * G][];
        var kernelPath = new double[G][];
        var errors = new double[scales * G];
        var kernelErrors = new double[G];
        double[] α = new double[scales],
            tails = new double[scales],
            suprema = new double[scales],
            envelopes = new double[scales];
        double[][] predictors = new double[scales][];
        double[] predictorErrors = new double[scales], predictorEnvelopes = new double[scales];
        double[] kernelPredictor = [.. least.Solution.Select(value => value / unit / predictorUnit)];
        bool finished = least.IsCertified && σ > 0;
        int budget = MostSteps;
        finished &= G > 0;
        for (int k = 0; k < scales && finished; k++)
        {
            α[k] = Math.ScaleB(1, cell.First + k);
            double η = 1 / DiagonalLink.Scale(D, α[k]);
            var flow = new DiagonalFlow(X, y, D, FlowEnd.Unbiased(d, 1), η);
            var kernel = new DiagonalFlow(X, y, D, FlowEnd.Unbiased(d, 1), 0);
            double supremum = 0;
            for (int i = 0; i < G && budget > 0; i++)
            {
                // Both flows take the same steps, so that their difference is one polynomial on each.
                while (flow.Time < times[i] && budget-- > 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    double step = Math.Min(flow.ProposedStep(), kernel.ProposedStep());
                    double left = times[i] - flow.Time;
                    step = step < left ? Math.Min(step, left / 2) : left;
                    flow.Advance(step);
                    kernel.Advance(step);
                    supremum = Math.Max(
                        supremum, Largest(flow.LastStep, kernel.LastStep, 2 * d) + flow.Error + kernel.Error);
                }

                paths[k * G + i] = [.. flow.Displacement];
                kernelPath[i] = [.. kernel.Displacement];
                errors[k * G + i] = flow.Error;
                kernelErrors[i] = kernel.Error;
            }

            // What is left to go is at most ‖ρ‖/√μ, for either flow.
            double rounding = 1e-13 * norm + J0 * Grown(η * V, D) * (flow.Error + kernel.Error);
            tails[k] = 1.000001 * (flow.ResidualNorm + kernel.ResidualNorm + 2 * rounding) / Math.Sqrt(μ);
            finished &= budget > 0 && double.IsFinite(flow.Error + kernel.Error);
            if (!finished)
                break;
            suprema[k] = supremum + tails[k];
            double grown = Grown(η * V, D);
            double ΔJ = D * Math.Sqrt(2) * size * (grown - 1), ΔK = (2 * J0 + ΔJ) * ΔJ;
            envelopes[k] = norm * (ΔJ / μ + J0 * ΔK / (μ * μ));
            predictors[k] = [.. Change(flow.Displacement, d, D, η).Select(value => value / predictorUnit)];
            double slope = D * grown * Math.Sqrt(2);
            predictorErrors[k] =
                1.000001 * (slope * (flow.Error + tails[k]) + Lanes.Norm(least.Radius) / unit) / predictorUnit + 1e-13;
            predictorEnvelopes[k] = (slope * envelopes[k] + Math.Sqrt(2) * D * (grown - 1) * V) / predictorUnit;
        }

        if (!finished)
            return new(α, times, [], [], [], [], [], [], [], kernelPredictor, [], [], false);
        for (int row = 0; row < errors.Length; row++)
        {
            double stored =
                ShortDecimal.RelativeError(Digits) * (Lanes.Norm(paths[row]) + Lanes.Norm(kernelPath[row % G]));
            errors[row] = OutwardDecimal.Above(1.000001 * (errors[row] + kernelErrors[row % G] + stored), 2);
        }

        return new(
            α, times, Stored(paths), Stored(kernelPath), errors, tails, suprema, envelopes, predictors, kernelPredictor,
            predictorErrors, predictorEnvelopes, true);
    }

    private static double[][] Stored(double[][] rows) => [.. rows.Select(row => ShortDecimal.Nearest(row, Digits))];

    // (1 + x)^(D−1).
    private static double Grown(double x, int D)
    {
        double power = 1;
        for (int i = 1; i < D; i++)
            power *= 1 + x;
        return power;
    }

    // From well before the fastest mode, rate 4D²‖X‖², to 40 decay times of the slowest.
    private static double[] Times(double σ, double size, int D)
    {
        double first = 1 / (64.0 * D * D * size * size), last = 40 / (4.0 * D * D * σ * σ);
        if (!(last < 1e12 * first))
            return [];
        int count = 2;
        while (Math.ScaleB(first, count - 1) < last)
            count++;
        return [.. Enumerable.Range(0, count).Select(i => Math.ScaleB(first, i))];
    }

    // ((1 + ηv)^D − 1)/η, plus less minus.
    private static double[] Change(double[] v, int d, int D, double η)
    {
        var change = new double[d];
        for (int j = 0; j < d; j++)
            change[j] = One(v[j]) - One(v[d + j]);
        return change;

        double One(double x)
        {
            double sum = 0, power = 1;
            for (int i = 0; i < D; i++)
            {
                sum += power;
                power *= 1 + η * x;
            }

            return x * sum;
        }
    }

    // An upper bound of the norm of the difference of two polynomials on [0, 1]: the largest at nine nodes, and what a
    // second derivative can add between them.
    private static double Largest(double[] a, double[] b, int width)
    {
        int order = a.Length / width - 1;
        double largest = 0, bend = 0;
        var coefficient = new double[width];
        for (int k = 2; k <= order; k++)
        {
            for (int j = 0; j < width; j++)
                coefficient[j] = a[k * width + j] - b[k * width + j];
            bend += k * (k - 1) * Lanes.Norm(coefficient);
        }

        for (int node = 0; node <= Nodes; node++)
        {
            var value = new double[width];
            for (int k = order; k >= 0; k--)
                for (int j = 0; j < width; j++)
                    value[j] = value[j] * node / Nodes + (a[k * width + j] - b[k * width + j]);
            largest = Math.Max(largest, Lanes.Norm(value));
        }

        return largest + bend / (8.0 * Nodes * Nodes);
    }
}
