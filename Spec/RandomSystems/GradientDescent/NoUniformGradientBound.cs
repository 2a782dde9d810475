using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.RandomSystems.GradientDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.GradientDescent;

// R is continuous on a compact sphere: at its maximum P∇R = 0 and R > 0, whatever the system. Descent does not go
// there, but stalls at other points of this kind. ∇R itself need not vanish: for forms ⟨x, ∇R⟩ = 2pR.

/// <summary>The gradient on the sphere cannot be bounded below where the risk is positive.</summary>
public sealed record NoUniformGradientBound : Claim<StationaryPointCell, StationaryPointOutcome>
{
    private const string Maximum = "maximum", Stalls = "descent";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/no-uniform-gradient-bound",
        Title = "P∇R vanishes at points of positive risk in every system; descent comes where it is R/1000 at most",
        Kind = ClaimKind.Existence,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Problem with GD"),
        Quotations =
        [
            @"Need $\|\nabla R_n(\mathbf{x}^k)\|_2 \geq \varepsilon$.",
            "Cannot be true uniformly.",
        ],
        Statement = new(
            """
            \forall F\ne0\ \exists x\in\mathbb{S}^{d-1}:\ P\nabla R_n(x)=0,\ R_n(x)=\max R_n>0;\quad
            \Pr(\|P\nabla R_n\|\le10^{-3}R_n,\ R_n\ge10^{-3}\tfrac n2\xi(1) \text{ at the end of descent})
            \ge\tfrac15,\ n=5,\ d=6,\ \xi=1+q^3
            """),
        Hypotheses = ["the gradient is the one on the sphere, by which the algorithm moves", "degree 4 at most"],
        Method =
            "That there is a maximum follows from compactness, and that the risk is positive there from F ≠ 0: "
                + "measured is "
            + "how small ‖P∇R‖ becomes. Uphill from a random point until ‖P∇R‖ is below a hundred-thousandth of the "
            + "risk: no bound ‖P∇R‖ ≥ εR "
            + "with a larger ε is uniform. Downhill in the same way: counted is an end where the gradient "
            + "is small beside a risk of a thousandth of the typical one at least, be it a minimum or a slow saddle. "
            + "A path "
            + "that has not come so far is open.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.Parse("1:q3", null);

    [Parameter("dimension", "d", Minimum = 2, Maximum = 24, Size = true)]
    public int Dimension { get; init; } = 6;

    [Parameter("equations", "n", Minimum = 1, Maximum = 24, Size = true)]
    public int Equations { get; init; } = 5;

    [Parameter("steps", "steps at most", Minimum = 1, Maximum = 2000)]
    public int Steps { get; init; } = 1500;

    [Parameter("epsilon", "ε, of ‖P∇R‖ over R", Minimum = 1e-6, Maximum = 1)]
    public double Epsilon { get; init; } = 1e-5;

    [Parameter("projected", "whether the gradient is the one on the sphere")]
    public bool IsProjected { get; init; } = true;

    [Parameter("height", "the maximum over the typical risk, more than", Minimum = 0, Maximum = 1000)]
    public double Height { get; init; }

    [Parameter("share", "share of descents that stall, at least", Minimum = 0.01, Maximum = 0.99)]
    public double Share { get; init; } = 0.2;

    [Parameter("everywhere", "whether the share is claimed at all sizes and for all ξ")]
    public bool IsClaimedEverywhere { get; init; }

    public override IEnumerable<string> UnmetHypotheses =>
        Mixture.Degree is >= 1 and <= TensorSystem.LargestDegree
            ? []
            : [$"the degree lies between 1 and {TensorSystem.LargestDegree} here"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("∇R vanishes there as well", this with { IsProjected = false }, Maximum),
        new("risks of ten times the typical one there", this with { Height = 10 }, Maximum),
        new(
            "the same share for one equation in twelve variables",
            this with { Equations = 1, Dimension = 12, IsClaimedEverywhere = true },
            Stalls),
    ];

    public override int Decisions => 2;

    protected override Experiment<StationaryPointCell, StationaryPointOutcome> Experiment { get; } =
        new StationaryPointExperiment();

    protected override IReadOnlyList<StationaryPointCell> Cells => UnmetHypotheses.Any()
        ? []
        : [
            .. ((bool[])[true, false]).Where(up => up || IsClaimed)
                .Select(up => new StationaryPointCell(Mixture, Dimension, Equations, Steps, up)),
        ];

    // Half of the descents are expected to stall; the maxima need fewer trials.
    protected override int TrialsNeeded(double level) => Math.Max(
        TrialDesign.TrialsToSee(0.2, level), TrialDesign.TrialsNeeded(Share, Math.Max(0.55, 0.5 * (1 + Share)), level));

    protected override Evidence Judge(Examination<StationaryPointCell, StationaryPointOutcome> examination)
    {
        Evidence maximum = examination.Where(cell => cell.IsUphill).ForAll(
            "‖P∇R‖/R − ε or (height − R over nξ(1)/2), the larger, where the ascent came to its end",
            (_, o) => new Bounded(
                Math.Max((IsProjected ? o.Slope : o.WholeSlope) - Epsilon, Height - o.Level),
                o.Slope <= Epsilon ? 1e-9 * (1 + o.WholeSlope) : double.PositiveInfinity),
            "norms of sums of products, over R; an ascent that has not ended is open").Named(Maximum);
        if (!IsClaimed)
        {
            examination.Skip(1);
            return maximum;
        }

        Evidence descent = examination.Where(cell => !cell.IsUphill).Count(
            "descent stalls where the risk is positive",
            (_, o) => o.Level >= SmallLevel,
            (_, o) => o.Level < SmallLevel / 2 || (o.Slope <= StallSlope && o.Level >= SmallLevel),
            Share).Named(Stalls);
        return Evidence.All([maximum, descent]);
    }

    private const double SmallLevel = 1e-3, StallSlope = 1e-3;

    // What the share is stated for.
    private bool IsClaimed => IsClaimedEverywhere
        || (Equations == 5 && Dimension == 6 && Mixture.Coefficients.SequenceEqual([1, 0, 0, 1]));
}
