using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditions;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditions;

// Slide 5, "Other conditions": weak strong convexity, restricted secant, error bound, PL, quadratic growth (Karimi–Nutini–Schmidt, Theorem 2). Constants derived: each line of Judge has its
// proof beside it. WSC(μ) ⇒ RSI(μ) is sharper than the usual μ/2: WSC(μ) ⇒ PL(μ) ⇒ QG(μ), and ⟨∇L, x − x_p⟩ ≥ (L − L*) + ½μd² ≥ μd².

/// <summary>The chain of conditions for linear rates, with constants.</summary>
public sealed record ConditionChain : Claim<LandscapeCell, LandscapeOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/condition-chain",
        Title = "Strong convexity ⇒ weak strong convexity ⇒ restricted secant ⇒ error bound ⇔ PL ⇒ quadratic growth, with constants",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: other conditions for obtaining linear convergence; the constants are derived here", OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 2"),
        Statement = new(
            @"SC(\mu)\Rightarrow WSC(\mu)\Rightarrow RSI(\mu)\Rightarrow EB(\mu)\Rightarrow PL(\mu^2/\beta), \ WSC(\mu)\Rightarrow PL(\mu)\Rightarrow EB(\mu), \ PL(\mu)\Rightarrow QG(\mu), \ RSI(\mu)\Rightarrow QG(\mu)"),
        Hypotheses = ["L is β-smooth", "x* in every condition is x_p, the minimizer nearest to x"],
        Method = "The best constant of each condition is an infimum over the whole line, enclosed by branch and bound, for x² + a·sin²x at heights from 0 (where all constants agree) to 4.6, and for ½|x| with a smooth bottom. Each implication is checked between best constants.",
    };

    /// <summary>Heights a of the ripple.</summary>
    [Parameter("ripple", "heights a of the ripple", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Ripples { get; init; } = [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 4.5, 4.6];

    /// <summary>Half-widths of the smooth bottom.</summary>
    [Parameter("bottom", "half-widths of the smooth bottom of ½|x|", Minimum = 0.001, Maximum = 0.999, Size = true)]
    public Choices<double> HalfWidths { get; init; } = [0.5, 0.1, 0.01];

    /// <summary>The c in WSC(μ) ⇒ RSI(cμ).</summary>
    [Parameter("secant", "the c in WSC(μ) ⇒ RSI(cμ)", Minimum = 0, Maximum = 100)]
    public double SecantFactor { get; init; } = 1;

    /// <summary>The c in PL(μ) ⇒ QG(cμ).</summary>
    [Parameter("growth", "the c in PL(μ) ⇒ QG(cμ)", Minimum = 0, Maximum = 100)]
    public double GrowthFactor { get; init; } = 1;

    /// <summary>Whether μ stands in place of μ²/β after EB(μ) and RSI(μ).</summary>
    [Parameter("direct", "whether EB(μ) ⇒ PL(μ) stands in place of EB(μ) ⇒ PL(μ²/β)")]
    public bool IsDirect { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL(μ) ⇒ QG(4μ)", this with { GrowthFactor = 4 }),
        new("PL(μ) ⇒ QG(1.001μ)", this with { GrowthFactor = 1.001 }),
        new("EB(μ) ⇒ PL(μ)", this with { IsDirect = true }),
        new("WSC(μ) ⇒ RSI(2μ)", this with { SecantFactor = 2 }),
    ];

    /// <inheritdoc/>
    public override int Decisions => 0;

    /// <inheritdoc/>
    protected override Experiment<LandscapeCell, LandscapeOutcome> Experiment { get; } = new LandscapeExperiment();

    /// <inheritdoc/>
    protected override IReadOnlyList<LandscapeCell> Cells =>
    [
        .. Ripples.Select(a => new LandscapeCell(LandscapeKind.RippledParabola, a)),
        .. HalfWidths.Select(ε => new LandscapeCell(LandscapeKind.FlattenedModulus, ε)),
    ];

    /// <inheritdoc/>
    protected override int TrialsNeeded(double level) => 1;

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<LandscapeCell, LandscapeOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Evidence.All(
        [
            Implies("SC(μ) ⇒ WSC(μ): y = x_p", StrongConvexity, Weak, o => StrongConvexity(o)),
            Implies("WSC(μ) ⇒ PL(μ): minimize over the direction", Weak, Polyak, o => Weak(o)),
            Implies("WSC(μ) ⇒ RSI(cμ): add QG(μ)", Weak, Secant, o => SecantFactor * Weak(o)),
            Implies("RSI(μ) ⇒ EB(μ): Cauchy–Schwarz", Secant, Error, o => Secant(o)),
            Implies("RSI(μ) ⇒ QG(μ): integrate from x_p", Secant, Growth, o => Secant(o)),
            Implies("EB(μ) ⇒ PL(μ²/β): L − L* ≤ ½βd²", Error, Polyak, o => IsDirect ? Error(o) : Interval.Square(Error(o)) / Smoothness(o)),
            Implies("PL(μ) ⇒ EB(μ): with QG(μ)", Polyak, Error, o => Polyak(o)),
            Implies("PL(μ) ⇒ QG(cμ): ‖∇√(L − L*)‖ ≥ √(μ/2)", Polyak, Growth, o => GrowthFactor * Polyak(o)),
        ]);

        Evidence Implies(string statement, Func<LandscapeOutcome, Interval> premise, Func<LandscapeOutcome, Interval> conclusion, Func<LandscapeOutcome, Interval> constant) =>
            examination.Given((_, o) => premise(o).Lower > 0).ForAllEnclosed(statement, (_, o) => constant(o) - conclusion(o));
    }

    private static Interval Smoothness(LandscapeOutcome o) => new(o.SmoothnessLower, o.SmoothnessUpper);

    private static Interval StrongConvexity(LandscapeOutcome o) => new(o.StrongConvexityLower, o.StrongConvexityUpper);

    private static Interval Weak(LandscapeOutcome o) => new(o.WeakStrongConvexityLower, o.WeakStrongConvexityUpper);

    private static Interval Secant(LandscapeOutcome o) => new(o.RestrictedSecantLower, o.RestrictedSecantUpper);

    private static Interval Error(LandscapeOutcome o) => new(o.ErrorBoundLower, o.ErrorBoundUpper);

    private static Interval Polyak(LandscapeOutcome o) => new(o.PolyakLower, o.PolyakUpper);

    private static Interval Growth(LandscapeOutcome o) => new(o.QuadraticGrowthLower, o.QuadraticGrowthUpper);
}
