using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.MatrixFactorization;
using Verification.Implementation.Numerics.Elementary;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>What matrix completion does to the entries that it does not see, against the scale of the start.</summary>
public sealed class UnobservedChange : Figure
{
    private static readonly (CompletionStart Start, string Name)[] Starts =
    [
        (CompletionStart.OrthogonalUnbiased, "orthogonal, U₀V₀ᵀ = 0"),
        (CompletionStart.GaussianUnbiased, "normal, U₀V₀ᵀ = 0"),
        (CompletionStart.OrthogonalBiased, "orthogonal, U₀V₀ᵀ ≠ 0"),
    ];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/unobserved-change";

    /// <inheritdoc/>
    public override string Title =>
        "Unobserved entries stay where they were only from large unbiased orthogonal factors";

    /// <inheritdoc/>
    public override string Caption =>
        "‖P(M_α(∞) − M(0))‖ over the unobserved half of the entries of one n × n problem of rank 1, n = 4, at the full "
            + "tier 6, beside ‖P(Y)‖ of the truth: what filling in everything from 0 would change. The tangent kernel "
            + "is diagonal for orthonormal rows; that the change falls like α⁻⁴ takes U₀V₀ᵀ = 0 besides. Limits whose "
            + "error is not proven to be below a tenth are left out.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Kernel and Deep Regimes in Matrix Completion");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/unobserved-entries"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("alpha", "scale of the start α", Logarithmic: true),
            new("change", "change of the unobserved entries", Logarithmic: true))
        .By("start", "factors at the start")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int n = tier == Tier.Full ? 6 : 4;
        double[] scales =
        [
            .. Enumerable.Range(0, tier == Tier.Smoke ? 7 : 13).Select(i =>
                ElementaryFunctions.Exp(2.302585092994046 * (i / (tier == Tier.Smoke ? 2.0 : 4.0) - 2))),
        ];
        var table = new NumericTable("start", "alpha", "change");
        double truth = 0;
        foreach ((CompletionStart start, string name) in Starts)
        {
            CompletionChangeCell[] cells = [.. scales.Select(α => new CompletionChangeCell(n, [α], start, 0))];
            foreach (Observation<CompletionChangeCell, CompletionChangeOutcome> observation in
                runner.Measure(new CompletionChangeExperiment(), cells, 1))
            {
                CompletionChangeOutcome o = observation.Outcome;
                truth = o.Unobserved;
                if (o.Errors[0] < 0.1 * o.Changes[0])
                    table.Add(name, observation.Cell.Scales[0], o.Changes[0]);
            }
        }

        foreach (double α in scales)
            table.Add("‖P(Y)‖ of the truth", α, truth);
        return table;
    }
}
