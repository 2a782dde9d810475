using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The empirical risk against the iteration, beside the certified rate.</summary>
public sealed class DescentRate : Figure
{
    private const int Shown = 4;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/descent-rate";

    /// <inheritdoc/>
    public override string Title => "The empirical risk along descents from below the barrier";

    /// <inheritdoc/>
    public override string Caption =>
        "Four draws of data, teacher and start at depth θ = L̂(W0)/(λ_min σ⁴); d = 6, N = 16·d(d+1)/2, Gaussian data, "
            + "step 1/L_s. The certified rate is 1 − 8ηλ_min(1 − √θ)σ². Straight lines: time O(log 1/ε).";

    /// <inheritdoc/>
    public override Source Source =>
        StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, first bullet");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["quadratic-networks/gradient-descent-converges"];

    /// <summary>The descents of this figure and of <see cref="Descent"/>.</summary>
    internal static SubBarrierDescentCell Cell { get; } =
        new(
            CoordinateLaw.Gaussian, 6, 16 * SymmetricVectorization.Dimension(6), DescentTeacher.Gaussian,
            Weakened: false, StepFactor: 1, ScaleExponent: 0);

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("k", "iteration k"), new("risk", "relative risk, L̂(W_k) / L̂(W0)", Logarithmic: true))
        .By("draw", "draw")
        .Line("empirical risk")
        .Reference("certified", "certified rate");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("draw", "k", "risk", "certified");
        int draw = 0;
        foreach (
            SubBarrierDescentOutcome o in runner
                .Measure(new SubBarrierDescentExperiment(), [Cell], Draws(tier))
                .Take(Shown)
                .Select(observation => observation.Outcome))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{++draw}: θ = {o.Depth:g2}");
            double rate = -ElementaryFunctions.Log1p(
                -8 * o.Step * o.LeastEigenvalue * (1 - Math.Sqrt(o.Depth)) * o.Sigma * o.Sigma);
            table.Add(name, 0, 1.0, 1.0);
            for (int mark = 0; mark < o.Epsilons.Length; mark++)
                table.Add(
                    name, o.Iterations[mark], o.Risks[mark] / o.StartRisk,
                    ElementaryFunctions.Exp(-rate * o.Iterations[mark]));
        }

        return table;
    }

    internal static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 16,
        Tier.Standard => 64,
        _ => 512,
    };
}
