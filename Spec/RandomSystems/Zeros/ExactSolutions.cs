using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Zeros;

// Hessian descent with a small δ ends where F is small, and far from n = d the tangential derivative is well
// conditioned: σ is about (d − n)/(2√d). Then a few steps of Newton's method reach L‖F‖ ≤ σ²/8, which proves an
// approximate solution (ExactSolutionExperiment has the derivation).

/// <summary>Hessian descent and Newton's method find approximate solutions where n ≤ d − C√(d log d).</summary>
public sealed record ExactSolutions : Claim<ExactSolutionCell, ExactSolutionOutcome>
{
    private const string Found = "found and proven";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/exact-solutions",
        Title = "For n ≤ d − C√(d log d), d = 14 and 20, half of the systems at least are solved, with proof",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("What is an exact solution?", RandomSystemsTalk.SecondPaper),
        Quotations =
        [
            @"Assume $F_i$ homogeneous, arbitrary (possibly different) degrees. Then there exists a deterministic "
                + "polytime algorithm such that, if",
            @"n \leq d - C\sqrt{d \log d},",
            "then it return a an approximate solution, with high probability wrt",
        ],
        Statement = new(
            """
            n\le d-C\sqrt{d\log d}:\ \Pr\left(\text{the algorithm returns } x \text{ with a proof of }
            \|F(x^k)\|\le\|F(x)\|2^{-(2^k-1)}\ \forall k\ge 0\right)\ge\tfrac12
            """),
        Hypotheses = ["independent forms of Kostlan's law, of degrees 2 to 4", "C = ½ at these sizes"],
        Method =
            "Hessian descent from a fixed direction, then at most four steps of Newton's method on the sphere. A "
            + "point counts if L‖F(x)‖ ≤ σ²/8 is proven there, from which the approximate solution follows; the "
            + "algorithm fails where it is not. This is one algorithm at small sizes: that the share tends to 1, and "
            + "C, "
            + "are not examined. Hessian descent saves steps: by twenty steps of Newton's method alone as many are "
            + "found. Degrees 2 and 3 are mixed in half of the systems.",
    };

    [Parameter("dimension", "d", Minimum = 4, Maximum = 24, Size = true)]
    public Choices<int> Dimensions { get; init; } = [14];

    [Parameter("gap", "C of n = ⌊d − C√(d log d)⌋", Minimum = 0, Maximum = 2)]
    public double Gap { get; init; } = 0.5;

    [Parameter("degrees", "degrees in turn, digits from 2 to 4", Values = "digits from 2 to 4 such as 23")]
    public Choices<string> Degrees { get; init; } = ["3", "23"];

    [Parameter("steps", "1/δ of Hessian descent; 1 for none", Minimum = 1, Maximum = 200)]
    public int Steps { get; init; } = 10;

    [Parameter("newton-steps", "steps of Newton's method, at most", Minimum = 0, Maximum = 100)]
    public int NewtonSteps { get; init; } = 4;

    [Parameter("share", "share of the systems, at least", Minimum = 0.01, Maximum = 0.99)]
    public double Share { get; init; } = 0.5;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!Degrees.All(IsRead))
                yield return "degrees are digits from 2 to 4";
            if (!Dimensions.All(d => Largest(d) >= 1))
                yield return "d − C√(d log d) is at least 1";
        }
    }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("n = d − 1", this with { Gap = 0 }, Found),
        new("four steps of Newton's method without Hessian descent", this with { Steps = 1 }, Found),
    ];

    public override int Decisions => Cells.Distinct().Count();

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [14, 20], Steps = 20 };

    protected override Experiment<ExactSolutionCell, ExactSolutionOutcome> Experiment { get; } =
        new ExactSolutionExperiment();

    protected override IReadOnlyList<ExactSolutionCell> Cells =>
    [
        .. from d in Dimensions
           from degrees in Degrees.Where(IsRead)
           select new ExactSolutionCell(degrees, EquationsOf(d), d, Steps, NewtonSteps),
    ];

    // Nine of ten are expected.
    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Share, Math.Max(0.9, 0.5 * (1 + Share)), level);

    protected override Evidence Judge(Examination<ExactSolutionCell, ExactSolutionOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().Select(part => part.Part.Count(
            $"the point is proven to be an approximate solution, n = {part.Cell.Equations}, d = {part.Cell.Dimension}, "
                + $"degrees {part.Cell.Degrees}",
            (_, o) => o.Contraction <= ExactSolutionExperiment.LargestContraction,
            (_, _) => true,
            Share).Named(Found)),
    ]);

    private static bool IsRead(string degrees) =>
        degrees.Length is > 0 and <= 16 && degrees.All(digit => digit is >= '2' and <= '4');

    private double Largest(int d) => d - Gap * Math.Sqrt(d * ElementaryFunctions.Log(d));

    private int EquationsOf(int d) => Math.Clamp((int)Math.Floor(Largest(d)), 1, d - 1);
}
