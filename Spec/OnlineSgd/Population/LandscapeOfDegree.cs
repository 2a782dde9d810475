using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Population;

// L(m) = 1 − m^k with the drift km^(k−1)(1 − m²). k odd: decreasing, w* the minimum, −w* the maximum; the equator is
// stationary for k ≥ 3 and not for k = 1. k even: ±w* minima, the equator stationary (and the maximum).

/// <summary>Which points of the sphere are stationary, and of which kind.</summary>
public sealed partial record LandscapeOfDegree : Claim<ProfileCell, ProfileOutcome>
{
    private const string Equator = "the equator", Odd = "odd degree", Even = "even degree";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/landscape-of-degree",
        Title = "Minima, maxima and the stationary equator of the population landscape, k odd and even",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Population landscape"),
        Quotations =
        [
            @"$\omega = \omega_*$ global minimum",
            @"$\langle \omega, \omega_* \rangle = 0$ stationary submanifold",
            @"$\omega = -\omega_*$ unstable stationary point (global maxima)",
            @"$\omega = \pm \omega_*$ 2 global minima",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            k \text{ odd: } w_* \text{ is the global minimum, } -w_* \text{ the global maximum, }
            \langle w,w_*\rangle=0 \text{ is stationary};
            k \text{ even: } \pm w_* \text{ are the global minima, } \langle w,w_*\rangle=0 \text{ is stationary}
            """)
        {
            Corrected =
                """
                \text{the same for } k\ge 2; \text{ for } k=1 \text{ the drift on } \langle w,w_*\rangle=0
                \text{ is } 1
                """,
            Reason =
                "1 is odd, and $L=1-m$ has slope −1 everywhere: nothing is stationary but $\\pm w_*$. The lecture "
                + "treats $k=1$ among the other degrees.",
        },
        Hypotheses = ["f = H_k/√k!", "k ≥ 2 for the equator"],
        Method =
            "Loss and drift at equidistant overlaps, in rational arithmetic, signs included. For odd k the drift is "
            + "positive between −1 and 1 but at 0; for even k it has the sign of m.",
    };

    [Parameter("degree", "k", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3, 4, 5, 6, 7];

    [Parameter("divisions", "intervals of [−1, 1], even", Minimum = 2, Maximum = 1000)]
    public int Divisions { get; init; } = 40;

    [Parameter("least", "least odd k whose equator is stationary", Minimum = 1, Maximum = 3)]
    public int LeastOdd { get; init; } = 3;

    [Parameter("offset", "points from the equator to the one that is stationary", Minimum = 0, Maximum = 1)]
    public int Offset { get; init; }

    [Parameter("even-antipode-value", "L(−w*) for even k", Minimum = 0, Maximum = 2)]
    public double EvenAntipode { get; init; }

    [Parameter("odd-antipode-value", "L(−w*) for odd k", Minimum = 0, Maximum = 2)]
    public double OddAntipode { get; init; } = 2;

    public override Claim AsPrinted => this with { LeastOdd = 1 };

    public override string PrintedPart => Equator;

    public override IEnumerable<string> UnmetHypotheses =>
        Divisions % 2 == 0 ? [] : ["the number of divisions has to be even, for the equator to be among the points"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the overlap of the next point is stationary", this with { Offset = 1 }, Equator),
        new("k odd: −w* has the loss of the equator", this with { OddAntipode = 1 }, Odd),
        new("k even: −w* is the maximum, as for odd k", this with { EvenAntipode = 2 }, Even),
    ];

    protected override Experiment<ProfileCell, ProfileOutcome> Experiment { get; } = new ProfileExperiment();

    protected override IReadOnlyList<ProfileCell> Cells =>
        [.. Degrees.Select(k => new ProfileCell(k, Divisions + Divisions % 2))];

    protected override Evidence Judge(Examination<ProfileCell, ProfileOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Degree % 2 == 0 || cell.Degree >= LeastOdd).ForAll(
            "|drift| on the equator", (_, o) => Math.Abs(o.Drifts[o.Drifts.Length / 2 + Offset]), Exact, Derivation)
            .Named(Equator),
        examination.Where(cell => cell.Degree % 2 != 0).ForAll(
            "k odd: L falls from L(−w*) = 2 to L(w*) = 0, with positive drift off the equator",
            (_, o) => Math.Max(
                Math.Max(Math.Abs(o.Losses[^1]), Math.Abs(o.Losses[0] - OddAntipode)),
                -Inner(o.Drifts).Where((_, i) => i != o.Drifts.Length / 2 - 1).Min()),
            Exact,
            Derivation).Named(Odd),
        examination.Where(cell => cell.Degree % 2 == 0).ForAll(
            "k even: L(±w*) = 0 ≤ L ≤ 1, and the drift has the sign of m",
            (_, o) => Math.Max(
                Math.Max(Math.Abs(o.Losses[^1]), Math.Abs(o.Losses[0] - EvenAntipode)),
                -Inner(o.Drifts)
                    .Select((drift, i) => drift * Math.Sign(i + 1 - o.Drifts.Length / 2))
                    .Where((_, i) => i != o.Drifts.Length / 2 - 1)
                    .Min()),
            Exact,
            Derivation).Named(Even),
    ]);

    private const string Derivation = "none: values at −1, 0 and 1 are integers, and signs are exact";

    private static double Exact(ProfileCell cell, ProfileOutcome outcome) => 0;

    private static double[] Inner(double[] values) => values[1..^1];
}
