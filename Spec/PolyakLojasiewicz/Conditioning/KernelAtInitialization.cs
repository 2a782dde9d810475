using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Slide 11 ②: "λ_min(K(w0)) = O(1) w.h.p. assuming data is not degenerate". K(w0) is a mean of m independent terms
// D_jXXᵀD_j between 0 and sup|σ'|²‖X‖², so E‖K − K∞‖_F² = V/m exactly, and Tropp's matrix Chernoff bound
// (arXiv:1004.4389, Theorem 1.1) at δ = ½ reads P(λ_min(K) ≤ ½λ_min(K∞)) ≤ n·exp(−(½ − ½ log
// 2)·mλ_min(K∞)/(sup|σ'|²‖X‖²)).

/// <summary>The tangent kernel at initialization is bounded below in the width.</summary>
public sealed partial record KernelAtInitialization : Claim<InitialKernelCell, InitialKernelOutcome>
{
    [Parameter("activation", "activations", Values = "tanh, sigmoid, softplus, sine, ripple")]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh];

    [Parameter("inputs", "the training inputs")]
    public InputKind Inputs { get; init; } = InputKind.Equicorrelated;

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 50)]
    public int Samples { get; init; } = 5;

    [Parameter("m", "widths", Minimum = 1, Maximum = 65536)]
    public Choices<int> Widths { get; init; } = [16, 32, 64, 128, 256, 512, 1024, 2048];

    [Parameter("certified", "width at which the Chernoff bound is examined", Minimum = 1, Maximum = 65536)]
    public int CertifiedWidth { get; init; } = 128;

    [Parameter("narrow", "narrow width from which the probability rises", Minimum = 1, Maximum = 65536)]
    public int Narrow { get; init; } = 2;

    [Parameter("exponent", "exponent of ‖K − K∞‖ in m", Minimum = -3, Maximum = 3)]
    public double Exponent { get; init; } = -0.5;

    [Parameter("variance", "m·E‖K − K∞‖² over V", Minimum = 0, Maximum = 10)]
    public double VarianceFactor { get; init; } = 1;

    [Parameter("share", "share of λ_min(K∞) that λ_min(K) keeps", Minimum = 0, Maximum = 2)]
    public double Share { get; init; } = 0.5;

    [Parameter("rate", "constant in the exponent of the Chernoff bound", Minimum = 0, Maximum = 100)]
    public double Rate { get; init; } = 0.1534;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("‖K − K∞‖ falls like m^(−0.6)", this with { Exponent = -0.6 }, "slope"),
        new("‖K − K∞‖ falls like m^(−0.4)", this with { Exponent = -0.4 }, "slope"),
        new("m·E‖K − K∞‖² is V/2", this with { VarianceFactor = 0.5 }, "variance"),
        new("λ_min(K) keeps all of λ_min(K∞)", this with { Share = 1 }, "share"),
        new(
            "a Chernoff exponent 40 times as large, at m = 4",
            this with
            {
                Rate = 6.136,
                Widths = [4, 16, 64, 256],
                CertifiedWidth = 4,
            },
            "share"),
        new(
            "the probability falls with the width",
            this with
            {
                Narrow = CertifiedWidth,
                CertifiedWidth = Narrow,
            },
            "tendency"),
        new(
            "inputs may be antipodal: ±½, ±1",
            this with
            {
                Inputs = InputKind.AntipodalNumbers,
                Samples = 4,
            },
            "limit"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Inputs == InputKind.AntipodalNumbers && Activations.Any(activation => activation.HasEvenSlope)
            ? ["inputs are antipodal and the slope is even"]
            : [];

    public override int Decisions => 5;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192] },
        _ => this with { Widths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768] },
    };

    protected override Experiment<InitialKernelCell, InitialKernelOutcome> Experiment { get; } =
        new InitialKernelExperiment();

    protected override IReadOnlyList<InitialKernelCell> Cells =>
        [
            .. from activation in Activations
            from m in Widths.Append(CertifiedWidth).Append(Narrow).Distinct()
            select new InitialKernelCell(activation, Inputs, Samples, m),
        ];

    // At the certified width the bound is 0.9294 for the inputs of the catalogue, and no failure is expected; some
    // 190 trials then give each mean square to 1/√(2·190) = 5 % and the slope to ±0.1.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(0.93, 1, level / 2);

    protected override Evidence Judge(Examination<InitialKernelCell, InitialKernelOutcome> examination)
    {
        var certified = examination.Where(cell => cell.Width == CertifiedWidth);
        double least = certified
            .Observations.Select(observation => observation.Outcome.ChernoffExponent)
            .DefaultIfEmpty(0)
            .Min();
        double probability = Math.Clamp(1 - Samples * ElementaryFunctions.Exp(-Rate * least), 0.001, 0.999);
        var scaling = examination.Where(cell => Widths.Contains(cell.Width));
        return Evidence.All(
            examination
                .ForAllDefinite(
                    "the limit kernel is positive definite",
                    (_, o) => o.LimitLeast,
                    (_, o) => o.LimitNullResidual,
                    (_, o) => o.Error)
                .Named("limit"),
            certified
                .Count(
                    $"λ_min(K(w0)) keeps its share of λ_min(K∞) at m = {CertifiedWidth}",
                    KeepsShare,
                    probability)
                .Named("share"),
            examination
                .Rises(
                    $"the probability of that rises from m = {Narrow} to m = {CertifiedWidth}",
                    KeepsShare,
                    cell => cell.Width == Narrow,
                    cell => cell.Width == CertifiedWidth,
                    Rise)
                .Named("tendency"),
            scaling
                .Agree(
                    "m·‖K − K∞‖_F² averages V",
                    (_, o) => Math.Min(o.RelativeVariance, Clip),
                    VarianceFactor,
                    // E(R − C)₊ ≤ E R²/(4C), and E R² ≤ 3 + sup‖Y‖²/(mV) for a sum R·V = ‖ΣY_j‖²/m of independent
                    // centered terms.
                    finiteSizeCorrection: scaling
                        .Observations.Select(observation => 3 + observation.Outcome.FourthMomentExcess)
                        .DefaultIfEmpty(0)
                        .Max() / (4 * Clip),
                    resolution: 0.3,
                    MeanLaw.Within(0, Clip)).Named("variance"),
            scaling.Follows(
                "‖K − K∞‖_F as a power of the width",
                [
                    .. scaling.Observations.Select(observation =>
                        ((double)observation.Cell.Width, observation.Outcome.Deviation)),
                ],
                Exponent,
                pointError: 1e-6,
                // The law of √m‖K − K∞‖ settles with m: its mean logarithm moves by a few percent over the window.
                allowance: 0.02,
                resolution: 0.04,
                gap: 0.1).Named("slope"));
    }

    private TrialResult KeepsShare(InitialKernelCell cell, InitialKernelOutcome o) =>
        o.Least - o.Error >= Share * o.LimitLeast ? TrialResult.Success
        : o.Least + 2 * o.Error < Share * o.LimitLeast ? TrialResult.Failure
        : TrialResult.Open;

    private const double Clip = 8;

    // Measured shares: below one half at m = 2, 0.64 at 4, 1 at 128.
    private const double Rise = 0.1;
}
