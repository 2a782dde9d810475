using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// The law of ConditionedSystem, for which the page has a derivation: given all that Hessian descent has seen, with
// directions orthogonal to all steps, F(x^{k+1}) − F(x^k) − √δDFv is normal, of mean (δ/2)S and covariance
// σ²I − (δ²/2)ΨΨ′. Along f = F/‖F‖ the mean is (δ/2)v′(ΣF_l∇²F_l)v/‖F‖; ΨΨ′F = ξ″F makes the variance σ² − δ²ξ″/2
// there; and orthogonal to all Ψ the covariance is σ²I.

/// <summary>The law of one step of Hessian descent, exact at finite sizes.</summary>
public sealed record HessianDescentStep : Claim<DescentStepCell, DescentStepOutcome>
{
    private const string Mean = "mean", Along = "spread along F", Across = "spread across";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/hessian-descent-step",
        Title = "A step changes F by √δ·DFv, by (δ/2)(v′Bv/‖F‖²)F, B = ΣF_l∇²F_l, and by independent noise",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Algorithm: Simplified"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            f=\tfrac{F(x^k)}{\|F(x^k)\|},\ q=\|x^k\|^2,\ v\perp x^1,\dots,x^k:\quad
            F(x^{k+1})-F(x^k)-\sqrt\delta\,DF(x^k)v
            \sim N\Big(\tfrac{\delta}2S,\ \sigma^2I-\tfrac{\delta^2}2\Psi\Psi^{\top}\Big),\quad
            \langle f,S\rangle=\frac{v^{\top}\big(\sum_lF_l\nabla^2F_l\big)v}{\|F\|},\quad
            \Psi\Psi^{\top}F=\xi''(q)F,\quad
            \sigma^2=\xi(q+\delta)-\xi(q)-\delta\xi'(q)
            """),
        Hypotheses =
        [
            "given value, derivative and Σ F_l∇²F_l at all points so far",
            "directions orthogonal to all earlier steps",
            "ξ of degree 3 at least",
        ],
        Method =
            "Descent on random systems given by their coefficients. The change of F along F is standardized by the "
            + "claimed mean and variance, and its length across by the χ² law: its mean, and how often each lies "
            + "below its median.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.ConstantAndPower(3, 3);

    [Parameter("d", "dimension", Minimum = 3, Maximum = 24, Size = true)]
    public int Dimension { get; init; } = 8;

    [Parameter("n", "equations", Minimum = 2, Maximum = 24, Size = true)]
    public int Equations { get; init; } = 8;

    [Parameter("steps", "1/δ", Minimum = 2, Maximum = 20)]
    public int Steps { get; init; } = 4;

    [Parameter("moves", "which step is looked at", Minimum = 1, Maximum = 19)]
    public Choices<int> Moves { get; init; } = [1, 2];

    [Parameter("curvature", "factor of (δ/2)v′Bv/‖F‖", Minimum = 0, Maximum = 4)]
    public double Curvature { get; init; } = 1;

    [Parameter("slope", "factor of √δ·DFv", Minimum = 0, Maximum = 4)]
    public double Slope { get; init; } = 1;

    [Parameter("known", "factor of what the Hessians take from the variance along F", Minimum = 0, Maximum = 1)]
    public double Known { get; init; } = 1;

    [Parameter("is-second-order", "whether σ² is δ²ξ″(q)/2, its first term for small δ")]
    public bool IsSecondOrder { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("nine tenths of the Hessian's term", this with { Curvature = 0.9 }, Mean),
        new("without the gradient's term", this with { Slope = 0 }, Mean),
        new("the variance along F as across", this with { Known = 0 }, Along),
        new("σ² = δ²ξ″/2, without third order", this with { IsSecondOrder = true }, Across),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Mixture.Degree < 3)
                yield return "ξ has degree 3 at least: the change along F is determined otherwise";
            if (Dimension <= Steps)
                yield return "there are more dimensions than steps";
            if (Moves.Any(move => move >= Steps || move >= Equations))
                yield return "the step that is looked at comes before 1/δ and before n";
        }
    }

    protected override Experiment<DescentStepCell, DescentStepOutcome> Experiment { get; } =
        new DescentStepExperiment();

    protected override IReadOnlyList<DescentStepCell> Cells =>
    [
        .. Moves.Where(move => Mixture.Degree >= 3 && move < Steps && move < Equations)
            .Select(move => new DescentStepCell(Mixture, Dimension, Equations, Steps, move)),
    ];

    protected override int TrialsNeeded(double level) =>
        (TrialDesign.TrialsToPin(Resolution, level, open: 2) + Moves.Count - 1) / Moves.Count;

    protected override Evidence Judge(Examination<DescentStepCell, DescentStepOutcome> examination) => Evidence.All(
    [
        examination.Agree(
            "⟨f, F⁺ − F − √δ·DFv − (δ/2)S⟩ over its deviation has mean 0",
            Standardized,
            theory: 0,
            finiteSizeCorrection: 1e-9,
            // 5.5 deviations at 2600 draws; nine tenths of the Hessian's term move the mean by 0.3 and more.
            resolution: 0.12,
            MeanLaw.Normal).Named(Mean),
        examination.AgreeInShare(
            "its square lies below the median of χ² with one degree of freedom",
            (cell, o) => BelowMedian(Standardized(cell, o) * Standardized(cell, o), 1),
            theory: 0.5,
            finiteSizeCorrection: 0,
            Resolution).Named(Along),
        examination.AgreeInShare(
            "the square of the length across, over σ², lies below the median of its χ² law",
            (cell, o) => BelowMedian(o.Rest / Variance(cell), o.Freedom),
            theory: 0.5,
            finiteSizeCorrection: 0,
            Resolution).Named(Across),
    ]);

    // Half of the least distance: at the second step without third order the share is 0.39.
    private const double Resolution = 0.05;

    // Rounding, and the error of the law's function, are far below 10⁻⁶. One draw in 500,000 stays open: of some 2,900
    // more than two do with probability 4·10⁻⁸.
    private static TrialResult BelowMedian(double square, int freedom) =>
        (ChiSquareLaw.Probability(Math.Min(square, 1000), freedom) - 0.5) switch
        {
            < -1e-6 => TrialResult.Success,
            > 1e-6 => TrialResult.Failure,
            _ => TrialResult.Open,
        };

    private double Standardized(DescentStepCell cell, DescentStepOutcome o)
    {
        double δ = 1.0 / cell.Steps;
        double rest = o.Change - Slope * Math.Sqrt(δ) * o.Slope - 0.5 * δ * Curvature * o.Curvature;
        // What the mutants leave may vanish.
        double curvature = cell.Mixture.Derivative(cell.Move * δ, 2);
        return rest / Math.Sqrt(Math.Max(Variance(cell) - 0.5 * δ * δ * Known * curvature, 1e-9 * Variance(cell)));
    }

    private double Variance(DescentStepCell cell)
    {
        double δ = 1.0 / cell.Steps, q = cell.Move * δ;
        return IsSecondOrder
            ? 0.5 * δ * δ * cell.Mixture.Derivative(q, 2)
            : cell.Mixture.Derivative(q + δ) - cell.Mixture.Derivative(q) - δ * cell.Mixture.Derivative(q, 1);
    }
}
