using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.Numerics.Elementary;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.JacobianSpectra.Mixtures;

// At σ = 0 the least nonzero eigenvalue of Σ(X) is nλ_M/(KC). As nKᾱ² it gives ᾱ² = λ_M/(K²C), and the general theorem
// becomes that on mixtures: Γ/ᾱ² = ΓK²C/λ_M, Γ⁴/ᾱ⁸ = Γ⁴K⁸C⁴/λ_M⁴. The V of the slide would make it λ_M/(K³C log K).

/// <summary>The theorem on mixtures is the general one at its cutoff.</summary>
public sealed record MixtureSubstitution : Claim<SmallVarianceCell, SmallVarianceOutcome>
{
    private const string Iterations = "iterations", Width = "width";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/mixture-substitution",
        Title = "ᾱ² = λ_M/(K²C) turns Γ⁴/ᾱ⁸ and Γ/ᾱ² into the width and iterations of mixtures, if J is Σ(X)^(1/2)",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Concrete example: Gaussian Mixture Model (GMM)"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \alpha^2=nK\bar\alpha^2=\lambda_{K^2C}(\Sigma(X)\otimes I)=n\lambda_M/(KC):
            \ \Gamma/\bar\alpha^2=\Gamma K^2C/\lambda_M,\ \Gamma^4/\bar\alpha^8=\Gamma^4K^8C^4/\lambda_M^4
            """),
        Hypotheses = ["σ = 0, equal counts, gaussian softplus, λ_M > 0"],
        Method =
            "Expected kernels of samples and of centers of drawn mixtures; logarithms of both sides are compared, in "
            + "units of λ_M = 1.",
    };

    [Parameter("classes", "K", Minimum = 2, Maximum = 6, Size = true)]
    public Choices<int> Classes { get; init; } = [2, 3];

    [Parameter("components", "C, of a class", Minimum = 1, Maximum = 6, Size = true)]
    public int Components { get; init; } = 2;

    [Parameter("d", "coordinates of an input", Minimum = 2, Maximum = 60)]
    public int Dimension { get; init; } = 8;

    [Parameter("per-component", "samples of a component", Minimum = 2, Maximum = 30)]
    public int PerComponent { get; init; } = 3;

    [Parameter("iterations-power", "q in T = Γ/ᾱ^q", Minimum = 0, Maximum = 12)]
    public int IterationsPower { get; init; } = 2;

    [Parameter("width-power", "q in k = Γ⁴/ᾱ^q", Minimum = 0, Maximum = 12)]
    public int WidthPower { get; init; } = 8;

    [Parameter("printed-scale", "whether the output weights are ±1/√(kK log K)")]
    public bool HasPrintedScale { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Classes.Any(K => K * Components > 2 * Dimension) ? ["Separated centers: KC is at most 2d."] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("Γ/ᾱ iterations", this with { IterationsPower = 1 }, Iterations),
        new("output weights ±1/√(kK log K)", this with { HasPrintedScale = true }, Width),
        new("a width of Γ⁴/ᾱ⁶", this with { WidthPower = 6 }, Width),
        new("Γ/ᾱ⁸ iterations, with the step for mixtures", this with { IterationsPower = 8 }, Iterations),
    ];

    public override int Decisions => 2;

    protected override Experiment<SmallVarianceCell, SmallVarianceOutcome> Experiment { get; } =
        new SmallVarianceExperiment();

    protected override IReadOnlyList<SmallVarianceCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. Classes.Select(K => new SmallVarianceCell(K * Components, PerComponent, Dimension, 0))];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<SmallVarianceCell, SmallVarianceOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "distance of the logarithms of Γ/ᾱ^q and ΓK²C/λ_M",
            (cell, o) => Math.Abs(LogCutoff(cell, o) * IterationsPower + 2 * LogMixture(cell, o)),
            (_, o) => (IterationsPower + 2) * Error(o),
            Derivation).Named(Iterations),
        examination.ForAll(
            "distance of the logarithms of Γ⁴/ᾱ^q and Γ⁴K⁸C⁴/λ_M⁴",
            (cell, o) => Math.Abs(LogCutoff(cell, o) * WidthPower + 8 * LogMixture(cell, o)),
            (_, o) => (WidthPower + 8) * Error(o),
            Derivation).Named(Width),
    ]);

    private int ClassesOf(SmallVarianceCell cell) => cell.Components / Components;

    // ½ log ᾱ²: nKᾱ² is n/(KC) times the eigenvalue, over K log K for the printed scale.
    private double LogCutoff(SmallVarianceCell cell, SmallVarianceOutcome o)
    {
        double K = ClassesOf(cell);
        double scale = HasPrintedScale ? K * ElementaryFunctions.Log(K) : 1;
        return 0.5 * ElementaryFunctions.Log(o.Cut / (cell.Components * K * scale));
    }

    // ½ log(K²C/λ_M).
    private double LogMixture(SmallVarianceCell cell, SmallVarianceOutcome o) =>
        0.5 * ElementaryFunctions.Log(cell.Components * (double)ClassesOf(cell) / o.Centers);

    // Twice that of half a logarithm, and twenty roundings.
    private static double Error(SmallVarianceOutcome o) => o.Error / o.Cut + o.Error / o.Centers + 20 * UnitRoundoff;

    private const string Derivation = "the bound of both eigenvalues' errors over the eigenvalues";
}
