using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Descent;

// CP = 1/C(n, k), and C(n, n − c) = C(n, c): monomials of degree n − c are as few as those of degree c, and a readout
// over them learns them with noise n^(−q), q > c/2. "Only if" fails for them.

/// <summary>Which monomials gradient descent learns.</summary>
public sealed partial record MonomialsOfBoundedDegree : Claim<MonomialPhaseCell, MonomialPhaseOutcome>
{
    private const string Low = "bounded degree", High = "degree n − c", Middle = "degrees between";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/monomials-of-bounded-degree",
        Title = "Gradient descent learns monomials where min(k, n − k) is bounded, not only where k is",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = CrossPredictabilityTalk.At("Results"),
        Quotations =
        [
            "**Corollary.** GD **can learn** efficiently monomials of degree  $k$  if and only if  $k$  is finite",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(@"\text{GD can learn efficiently monomials of degree } k=k_n \iff k_n=O(1)")
        {
            Corrected = @"\text{GD can learn efficiently monomials of degree } k=k_n \iff \min(k_n,n-k_n)=O(1)",
            Reason =
                "$\\mathrm{CP}=1/C(n,k)$, and $C(n,n-1)=n$: the $n$ monomials of degree $n-1$ are no class "
                + "of low cross-predictability, so that Theorem 1 does not exclude them, and a readout over these $n$ "
                + "features, with a start of our choice, learns them in ten steps with noise $n^{-2}$, accuracy above "
                + "0.99. Where $\\min(k,n-k)$ is unbounded along all $n$, CP decays faster than any power.",
        },
        Hypotheses =
        [
            "chosen initialization: n → C(n, k) features, each monomial by k ReLUs",
            "noise σ = n^(−q), rate ½, T steps, square loss",
            "the prediction is the sign of the output, and an output 0 counts ½",
        ],
        Method =
            "Accuracy of the readout in closed form (monomial-descent), enclosed. Bounded k and n − k have to reach "
            + "0.99 at every n; k = n/4 and n/2 have to stay below 0.51. Both bounds are chosen. That no other "
            + "network learns these is Theorem 1 and is not examined here.",
    };

    [Parameter("n", "numbers of variables, multiples of 4", Minimum = 64, Maximum = 1000, Size = true)]
    public Choices<int> Variables { get; init; } = [64, 128, 256];

    [Parameter("bound", "the largest bounded degree", Minimum = 0, Maximum = 3)]
    public int Largest { get; init; } = 3;

    [Parameter("noise-power", "q of σ = n^(−q)", Minimum = 0, Maximum = 10)]
    public int NoisePower { get; init; } = 2;

    [Parameter("steps", "T", Minimum = 1, Maximum = 1000)]
    public int Steps { get; init; } = 10;

    [Parameter("symmetric", "whether n − c is learned as c is")]
    public bool IsSymmetric { get; init; } = true;

    [Parameter("learned-up-to", "largest degree that is said to be learned", Minimum = 0, Maximum = 4)]
    public int LearnedUpTo { get; init; } = 3;

    [Parameter("middle-learned", "whether k = n/4 and n/2 are said to be learned")]
    public bool IsMiddleLearned { get; init; }

    public override Claim AsPrinted => this with { IsSymmetric = false };

    public override string PrintedPart => High;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("if and only if k ≤ 1", this with { LearnedUpTo = 1 }, Low),
        new("k = n/4 and n/2 as well", this with { IsMiddleLearned = true }, Middle),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (2 * NoisePower <= Largest)
                yield return "q exceeds half the largest bounded degree, so that the noise falls behind the features";
            if (Variables.Any(n => n % 4 != 0))
                yield return "n is a multiple of 4";
        }
    }

    protected override Experiment<MonomialPhaseCell, MonomialPhaseOutcome> Experiment { get; } =
        new MonomialPhaseExperiment();

    protected override IReadOnlyList<MonomialPhaseCell> Cells =>
    [
        .. from n in Variables
           from k in Enumerable.Range(0, Largest + 1)
               .SelectMany(c => (int[])[c, n - c])
               .Concat([n / 4, n / 2])
           select new MonomialPhaseCell(n, k, NoisePower, Steps),
    ];

    protected override Evidence Judge(Examination<MonomialPhaseCell, MonomialPhaseOutcome> examination) =>
        Evidence.All(
        [
            examination.Where(cell => cell.Degree <= Largest).ForAllCertainly(
                "0.99 less the accuracy where the degree is learned, the accuracy less 0.51 where not",
                (cell, o) => Excess(o, cell.Degree <= LearnedUpTo)).Named(Low),
            examination.Where(cell => cell.Degree >= cell.Variables - Largest).ForAllCertainly(
                "0.99 less the accuracy where the degree is learned, the accuracy less 0.51 where not",
                (_, o) => Excess(o, IsSymmetric)).Named(High),
            examination.Where(cell => cell.Degree > Largest && cell.Degree < cell.Variables - Largest).ForAllCertainly(
                "0.99 less the accuracy where the degree is learned, the accuracy less 0.51 where not",
                (_, o) => Excess(o, IsMiddleLearned)).Named(Middle),
        ]);

    private static Interval Excess(MonomialPhaseOutcome o, bool isLearned) =>
        isLearned ? 0.99 - o.Accuracy : o.Accuracy - 0.51;
}
