using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.GradientDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.GradientDescent;

// With g = P∇R ⊥ x the step is x⁺ = x − ηg − ½η²‖g‖²x + O(η³): R(x⁺) = R − η‖g‖² + ½η²(g′∇²Rg − ‖g‖²⟨x, ∇R⟩) + O(η³).
// The first two terms are those of the flow ẋ = −g, along which dR/dt = −‖g‖².

/// <summary>One step of projected gradient descent, up to second order.</summary>
public sealed record ProjectedGradientDescent : Claim<ProjectedStepCell, ProjectedStepOutcome>
{
    private const string First = "first order", Second = "second order";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/projected-gradient-descent",
        Title = "A step η lowers the risk by η‖P∇R‖², as the flow does; at second order by the Riemannian Hessian",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Projected Gradient Descent"),
        Quotations =
        [
            @"\mathbf{x}^k - \eta \mathbf{P}_{\mathcal{T}, \mathbf{x}^k} \nabla R_n(\mathbf{x}^k)",
            @"\frac{\mathbf{z}^{k+1}}{\|\mathbf{z}^{k+1}\|_2}",
            @"\dot{\mathbf{x}}(t) = -\mathbf{P}_{\mathcal{T}, \mathbf{x}(t)} \nabla R_n(\mathbf{x}(t))",
        ],
        Statement = new(
            """
            g=(I-xx^{\top})\nabla R_n(x),\ x^+=\frac{x-\eta g}{\|x-\eta g\|}:\quad
            R_n(x^+)=R_n(x)-\eta\|g\|^2
            +\tfrac{\eta^2}{2}\left(g^{\top}\nabla^2R_n\,g-\|g\|^2\langle x,\nabla R_n\rangle\right)+O(\eta^3)
            """),
        Hypotheses = ["‖x‖ = 1"],
        Method =
            "Random systems and points: Taylor coefficients of the risk along the step, by arithmetic of truncated "
            + "series in intervals, against norms of gradients from enclosures of F and DF.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } = [Mixture.Parse("3:q3", null), Mixture.Parse("q2:q4", null)];

    [Parameter("dimension", "d", Minimum = 2, Maximum = 12, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("equations", "n", Minimum = 1, Maximum = 12, Size = true)]
    public int Equations { get; init; } = 2;

    [Parameter("factor", "of ‖P∇R‖² at first order", Minimum = 0, Maximum = 4)]
    public double Factor { get; init; } = 1;

    [Parameter("projected", "whether the slope is that on the sphere")]
    public bool IsProjected { get; init; } = true;

    [Parameter("radial", "factor of ‖g‖²⟨x, ∇R⟩ at second order", Minimum = -2, Maximum = 2)]
    public double RadialFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("‖∇R‖² in place of ‖P∇R‖²", this with { IsProjected = false }, First),
        new("2‖P∇R‖², the slope of ‖F‖²", this with { Factor = 2 }, First),
        new("the Euclidean Hessian alone", this with { RadialFactor = 0 }, Second),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Mixtures.All(mixture => mixture.Degree <= 8) ? [] : ["the degree is 8 at most here"];

    public override int Decisions => 2;

    protected override Experiment<ProjectedStepCell, ProjectedStepOutcome> Experiment { get; } =
        new ProjectedStepExperiment();

    protected override IReadOnlyList<ProjectedStepCell> Cells =>
    [
        .. Mixtures.Where(mixture => mixture.Degree <= 8)
            .Select(mixture => new ProjectedStepCell(mixture, Dimension, Equations)),
    ];

    protected override Evidence Judge(Examination<ProjectedStepCell, ProjectedStepOutcome> examination) =>
        Evidence.All(
        [
            examination.ForAllEnclosed(
                "|dR/dη + ‖P∇R‖²|, over R + ‖P∇R‖²",
                (_, o) =>
                {
                    Interval slope = Of(IsProjected ? o.Tangent : o.Whole);
                    return Interval.Abs(Of(o.First) + Factor * slope) / (1 + slope);
                }).Named(First),
            examination.ForAllEnclosed(
                "|½d²R/dη² − ½(g′∇²Rg − ‖g‖²⟨x, ∇R⟩)|, over R + |g′∇²Rg|",
                (_, o) => Interval.Abs(2 * Of(o.Second) - Of(o.Line) + RadialFactor * Of(o.Radial))
                    / (1 + Interval.Abs(Of(o.Line)))).Named(Second),
        ]);

    private static Interval Of(double[] ends) => new(ends[0], ends[1]);
}
