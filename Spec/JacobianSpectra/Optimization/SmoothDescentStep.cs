using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Optimization;

// "Theory for smooth activations": the loss has no ½, so that ∇L = 2Jᵀ(f − y), a step μ is a step 2μ on half of the
// loss, bit for bit, and the linearized descent is stable up to μ = 1/λ_max(JJᵀ), not 2/λ_max. Two slides print the
// update with τ on the right, three with τ + 1: that would make μ∇L vanish.

/// <summary>Loss, gradient, update and step limit of descent on both layers.</summary>
public sealed partial record SmoothDescentStep : Claim<SmoothStepCell, SmoothStepOutcome>
{
    private const string Gradient = "gradient", Trajectory = "trajectory", Stability = "stability", Update = "update";

    [Parameter("n", "samples", Minimum = 1, Maximum = 50, Size = true)]
    public int Samples { get; init; } = 6;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 50, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("k", "width", Minimum = 1, Maximum = 200, Size = true)]
    public int Width { get; init; } = 4;

    [Parameter("nu", "deviations of the entries of v_0", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Deviations { get; init; } = [1, 10];

    [Parameter("gradient", "c in ∇L = cJᵀ(f − y)", Minimum = 0, Maximum = 10)]
    public double GradientFactor { get; init; } = 2;

    [Parameter("ratio", "the step on half of the loss over that on the loss", Minimum = 0.1, Maximum = 10)]
    public double StepRatio { get; init; } = 2;

    [Parameter("limit", "the largest stable step times λ_max(JJᵀ)", Minimum = 0.1, Maximum = 10)]
    public double StepLimit { get; init; } = 1;

    [Parameter("reads-next", "whether the update starts from the next iterate")]
    public bool ReadsNext { get; init; }

    public override Claim AsPrinted => this with { ReadsNext = true };

    public override string PrintedPart => Update;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the gradient Jᵀ(f − y) of half of the loss", this with { GradientFactor = 1 }, Gradient),
        new("a gradient larger by 0.01 %", this with { GradientFactor = 2.0002 }, Gradient),
        new("equal steps on the loss and on half of it", this with { StepRatio = 1 }, Trajectory),
        new("steps up to 2/λ_max, as for half of the loss", this with { StepLimit = 2 }, Stability),
        new("steps up to 0.9/λ_max only", this with { StepLimit = 0.9 }, Stability),
    ];

    public override int Decisions => 4;

    protected override Experiment<SmoothStepCell, SmoothStepOutcome> Experiment { get; } = new SmoothStepExperiment();

    protected override IReadOnlyList<SmoothStepCell> Cells =>
    [
        .. Deviations.Select(
            ν => new SmoothStepCell(Samples, Dimension, Width, ν, StepRatio, StepLimit, ReadsNext)),
    ];

    // A violation on a tenth of the draws would be seen.
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<SmoothStepCell, SmoothStepOutcome> examination) => Evidence.All(
        examination.ForAll(
            "the difference quotient of the loss is cJᵀr in the direction of Jᵀr and in a random one",
            (_, o) => Worst(o),
            "h²/6 of a bound of the third derivative, and rounding of the losses over h").Named(Gradient),
        examination.ForAll(
            "twenty steps on the loss and on half of it end at the same weights",
            (_, o) => o.Deviation,
            (_, _) => 0,
            "products with 2 are exact: the two descents do the same arithmetic").Named(Trajectory),
        examination.ForAll(
            "linearized, the stiffest direction shrinks at 0.95 of the limit and grows at 1.05",
            (_, o) => Math.Max(o.Below - 1, 1 - o.Above),
            (_, _) => 1e-9,
            "twenty products of a matrix whose eigenvalue is known to n ulp; the norms move by more than a half",
            resolution: 0.1).Named(Stability),
        examination.ForAll(
            "θ_1 = θ_0 − μ∇L(θ_0)",
            (_, o) => o.UpdateDefect,
            (_, o) => o.UpdateError,
            "one rounding of each weight and of its move").Named(Update));

    private Bounded Worst(SmoothStepOutcome o)
    {
        Bounded worst = new(double.NegativeInfinity, 0);
        for (int i = 0; i < o.Quotients.Length; i++)
        {
            double residual = Math.Abs(o.Quotients[i] - GradientFactor * o.Derivatives[i]);
            if (residual - o.Errors[i] > worst.Value - worst.Error)
                worst = new(residual, o.Errors[i]);
        }

        return worst;
    }
}
