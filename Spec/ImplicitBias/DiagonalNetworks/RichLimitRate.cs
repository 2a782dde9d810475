using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// How fast least ℓ1 norm is approached on a fixed instance, derived here: off the optimal basis β_j ≈
// ±c_jα^(2(1−|z*_j|)) for depth 2, so that the gap falls with the instance's own exponent 2(1 − s), s = max_{j∉S}|z*_j|
// < 1; for depth D ≥ 3 β_j ≈ α^D h_D(z*_j), and the gap falls like α^D.

/// <summary>The rate and the constant of the approach to least ℓ1 norm, by depth.</summary>
public sealed record RichLimitRate : Claim<RichLimitCell, RichLimitOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/rich-limit-rate",
        Title =
            "The gap to least ℓ1 norm falls like α^(2(1−s)) for depth 2, s of the instance, and like α^D for depth D "
            + "≥ 3",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At("Scale of Init: Kernel vs Deep; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            z^*=X^\top\nu^* \text{ the dual solution}, \ S \text{ the optimal basis},
            \ \sigma=\mathrm{sign}\,\beta^*_S, \ a_j=X_S^{-1}x_j:
            D=2: \ \|\beta_\alpha\|_1-\|\beta^*\|_1\sim\sum_{j\notin S}(1-|z^*_j|)
            \,e^{\mathrm{sign}(z^*_j)\,a_j^\top(\sigma\log|\beta^*_S|)}\,\alpha^{2(1-|z^*_j|)}
            D\ge3: \ \|\beta_\alpha\|_1-\|\beta^*\|_1\sim\alpha^D\sum_{j\notin S}(1-|z^*_j|)\,h_D(|z^*_j|),
            \quad h_D(z)=(1-z)^{-\frac{D}{D-2}}-(1+z)^{-\frac{D}{D-2}}
            """),
        Hypotheses =
        [
            "the solution of least ℓ1 norm has m nonzero entries and 0 < |z*_j| < 1 off them (almost every instance)",
            "start α𝟏, gradient flow of the squared loss",
        ],
        Method =
            "The gap is a sum over the coordinates off the basis, in which nothing cancels, so that it is known "
                + "to many digits at α = 10⁻⁸⁰. Its logarithm may differ from that of the leading term by what is "
                + "proven from the slopes on the basis; "
            + "scales at which that is more than 0.05 decide nothing. Instances with |z*_j| ≤ 0.95 and entries of "
            + "β* within a factor 1000.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 14, Size = true)]
    public int Dimension { get; init; } = 7;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 13, Size = true)]
    public int Samples { get; init; } = 3;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("relative-exponent", "factor of the exponents of α", Minimum = 0, Maximum = 4)]
    public double RelativeExponent { get; init; } = 1;

    [Parameter("constant", "factor of the leading terms", Minimum = 0.01, Maximum = 100)]
    public double Constant { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exponents 1 % larger", this with { RelativeExponent = 1.01 }),
        new("depth 2: exponent 1 − s", this with { RelativeExponent = 0.5, Depths = [2] }),
        new("depth 4: exponent 2, as for depth 2 off the basis", this with { RelativeExponent = 0.5, Depths = [4] }),
        new("the constant is 5 % larger", this with { Constant = 1.05 }),
        new("the constant without 1 − s is half", this with { Constant = 0.5 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 10, Samples = 4 },
        _ => this with { Dimension = 12, Samples = 5, Depths = [2, 3, 4, 6] },
    };

    protected override Experiment<RichLimitCell, RichLimitOutcome> Experiment { get; } = new RichLimitExperiment();

    protected override IReadOnlyList<RichLimitCell> Cells =>
        [.. Depths.Select(depth => RichLimitCell.Deepest(Dimension, Samples, depth))];

    private const double Resolution = 0.05;

    protected override Evidence Judge(Examination<RichLimitCell, RichLimitOutcome> examination)
    {
        return examination.Given((_, o) => o.LeastMargin >= 1e-3 && o.DualSlopes.All(s => s <= 0.95)).ForAll(
            "the logarithm of the gap is that of its leading term, up to the proven envelope",
            Worst,
            "Newton–Kantorovich bounds of the minimizer, relative to the gap",
            Resolution);
    }

    private Bounded Worst(RichLimitCell cell, RichLimitOutcome o)
    {
        var worst = new Bounded(double.NaN, double.NaN);
        for (int k = 0; k < o.Scales.Length; k++)
        {
            if (!(o.Envelopes[k] + o.GapErrors[k] <= Resolution))
                continue;
            double leading = Constant * RichLimitExpansion.Leading(
                o.DualSlopes, o.LogConstants, cell.Depth, o.Scales[k], RelativeExponent);
            double value = Math.Abs(ElementaryFunctions.Log(o.Gaps[k] / leading)) - o.Envelopes[k];
            double error = 1.1 * o.GapErrors[k] + 1e-11;
            if (double.IsNaN(worst.Value) || value - error > worst.Value - worst.Error)
                worst = new(value, error);
        }

        return worst;
    }
}
