using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Snapshots.WorkedExample;

// "The length of a Gaussian vector": E‖x‖ = √d. The mean square is d, and by Jensen the mean lies below its root; the
// density of ‖x‖ gives it exactly. Means over many draws are compared with it. E_{d−1}E_d = d − 1 and E_{d−1} < E_d
// give Var‖x‖ = d − E_d² < 1, whatever d: a bound of the deviation, which is what an interval needs.

/// <summary>The mean norm of a standard normal vector.</summary>
public sealed record MeanNorm : Claim<NormalNormCell, NormalNormOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "example/mean-norm",
        Title = "A standard normal vector has the mean norm √2 Γ((d+1)/2)/Γ(d/2), not √d",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = new("A document of this example", "The length of a Gaussian vector", "no paper"),
        Quotations = ["on average, a Gaussian vector has length $\\sqrt{d}$"],
        Printed = PrintedStatus.False,
        Statement = new(@"x\sim N(0,I_d):\ \mathbb{E}\|x\|_2=\sqrt{d}")
        {
            Corrected = @"\mathbb{E}\|x\|_2=\sqrt{2}\,\Gamma(\tfrac{d+1}{2})/\Gamma(\tfrac{d}{2})<\sqrt{d}",
            Reason = "√d is the root of the mean square. Smallest case: d = 1, where E|x| = √(2/π) = 0.798.",
        },
        Hypotheses = ["independent standard normal coordinates"],
        Method =
            "Means of the norm over many draws are compared with the Gamma functions, by an interval that is valid "
            + "for every law of deviation 1. A mean off by 0.04 would be seen.",
    };

    [Parameter("d", "dimensions", Minimum = 1, Maximum = 100, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 5];

    [Parameter("factor", "the mean over that of the Gamma functions", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("root", "whether the mean is √(d − offset)")]
    public bool IsRoot { get; init; }

    [Parameter("offset", "what is taken from d under the root", Minimum = -10, Maximum = 1)]
    public double Offset { get; init; }

    public override Claim AsPrinted => this with { IsRoot = true };

    public override string PrintedPart => Mean;

    // Off by 0.09 at d = 1 and by 0.1 at d = 5: more than twice the resolution.
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("√(d − ½), which is right for large d", this with { IsRoot = true, Offset = 0.5 }, Mean),
        new("five percent more", this with { Factor = 1.05 }, Mean),
    ];

    public override int Decisions => Dimensions.Count;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [1, 2, 5, 20] };

    protected override Experiment<NormalNormCell, NormalNormOutcome> Experiment { get; } = new NormalNormExperiment();

    protected override IReadOnlyList<NormalNormCell> Cells => [.. Dimensions.Select(d => new NormalNormCell(d, Draws))];

    protected override int TrialsNeeded(double level)
    {
        int trials = 1;
        while (Law.HalfWidth(trials, standardError: 0, level) > Resolution)
            trials++;
        return trials;
    }

    protected override Evidence Judge(Examination<NormalNormCell, NormalNormOutcome> examination) =>
        Evidence.All([
            .. examination.ByCell().Select(part => part.Part.Agree(
                $"the mean norm, d = {part.Cell.Dimension}",
                (_, o) => o.MeanNorm,
                Theory(part.Cell.Dimension),
                // The relative rounding (d + draws)u of norms below 20.
                finiteSizeCorrection: 1e-11,
                Resolution,
                Law).Named(Mean)),
        ]);

    // The claim is one statement at every dimension.
    private const string Mean = "mean";

    private const int Draws = 1000;

    private const double Resolution = 0.02;

    private static readonly MeanLaw Law = MeanLaw.OfDeviation(1 / Math.Sqrt(Draws));

    private double Theory(int d) => IsRoot ? Math.Sqrt(d - Offset) : Factor * NormalNormExperiment.Mean(d);
}
