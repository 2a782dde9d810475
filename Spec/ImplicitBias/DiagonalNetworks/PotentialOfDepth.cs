using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// For D ≥ 3, w₊^(2−D) = α^(2−D)(1 − z) and w₋^(2−D) = α^(2−D)(1 + z) along the flow, with one z in the row space: β =
// α^D h_D(z). The potential is Σ q_D(β_j/α^D), q_D′ = h_D⁻¹, and |q_D′| < 1: like |β| far out, which is why the limit α
// → 0 is least ℓ1 norm for every depth, and not Σ|β_j|^(2/D).

/// <summary>Where gradient flow of deeper diagonal networks ends, at every scale of initialization.</summary>
public sealed record PotentialOfDepth : Claim<FlowEndCell, FlowEndOutcome>
{
    private const string Stationarity = "stationarity";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/potential-of-depth",
        Title =
            "With D ≥ 3 layers the flow from α𝟏 ends at the minimizer of Σ q_D(β_j/α^D), (q_D′)⁻¹(z) = (1 − "
            + "z)^(−D/(D−2)) − (1 + z)^(−D/(D−2))",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Is implicit bias of GD just ℓ2 in param space, last item; derived here",
            ImplicitBiasTalk.KernelAndRich + ", Theorem 3"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \dot w=-\nabla_w\|X(w_+^D-w_-^D)-y\|^2, \ w(0)=\alpha\mathbf 1 \
            \Rightarrow \ \beta_\alpha(\infty)=\arg\min_{X\beta=y}\sum_jq_D(\beta_j/\alpha^D),
            q_D'=h_D^{-1}, \quad h_D(z)=(1-z)^{-\frac{D}{D-2}}-(1+z)^{-\frac{D}{D-2}}, \quad |z|<1
            """),
        Hypotheses = ["the rows of X are linearly independent", "gradient flow of the squared loss"],
        Method =
            "The flow is integrated by Taylor steps with a proven bound of its error; at its end the slopes "
                + "q_D′(β_j/α^D) must have no component in the kernel of X, and the minimizer by Newton's method on "
                + "the "
                + "dual must be the same point.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 5;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 63, Size = true)]
    public int Samples { get; init; } = 2;

    [Parameter("depth", "depths D", Minimum = 3, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [3, 4];

    [Parameter("alpha", "scales α of the start", Minimum = 0.1, Maximum = 100)]
    public Choices<double> Starts { get; init; } = [0.5, 1];

    [Parameter("extra-depth", "how many layers more the potential has", Minimum = 0, Maximum = 8)]
    public int ExtraDepth { get; init; }

    [Parameter("unit", "the c in q_D(β_j/(cα^D))", Minimum = 0.01, Maximum = 100)]
    public double Unit { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the potential of one layer more", this with { ExtraDepth = 1 }, Stationarity),
        new("in units of 1.1α^D", this with { Unit = 1.1 }, Stationarity),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    protected override Experiment<FlowEndCell, FlowEndOutcome> Experiment { get; } = new FlowEndExperiment();

    protected override IReadOnlyList<FlowEndCell> Cells =>
        [.. from depth in Depths from α in Starts select new FlowEndCell(Dimension, Samples, depth, α)];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.2);

    protected override Evidence Judge(Examination<FlowEndCell, FlowEndOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "q_D′(β_j/α^D) lies in the row space of X",
                (cell, o) =>
                    o.IsFinished
                        ? KernelBasis.Component(
                            o.Kernel,
                            o.KernelError,
                            o.Predictor,
                            o.Radius,
                            β =>
                                DiagonalLink
                                    .Of(cell.Depth + ExtraDepth)
                                    .PotentialSlope(β / (Unit * DiagonalLink.Scale(cell.Depth, cell.Start))))
                    : new(double.NaN, double.NaN),
                "the enclosure of the flow's end, carried through the increasing slope; relative to the norm of "
                    + "the slopes",
                resolution: 1e-5).Named(Stationarity),
            examination.ForAll(
                "the flow ends at the minimizer",
                (_, o) => o.Predictor.Zip(o.Minimizer, (a, b) => Math.Abs(a - b)).Max(),
                (_, o) => o.IsFinished ? o.Radius.Max() + o.MinimizerRadius.Max() : double.NaN,
                "the enclosure of the flow's end and the Newton–Kantorovich bound of the minimizer",
                resolution: 1e-5).Named("same point"));
    }
}
