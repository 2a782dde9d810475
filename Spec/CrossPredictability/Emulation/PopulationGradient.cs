using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// At the start only the open slot's path is alive, with activations 1 and b_i: every derivative is −y times a
// polynomial of degree at most 1. Its mean against χ_S is 0 for |S| ≥ 2: nothing moves, at no step. Sums over all 2ⁿ
// inputs are exact, so that 0 means 0.

/// <summary>Population gradient descent on the emulation network stands still.</summary>
public sealed record PopulationGradient : Claim<PopulationDescentCell, PopulationDescentOutcome>
{
    private const string Gradient = "the gradient", Standstill = "standstill";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/population-gradient",
        Title = "On the network that SGD turns into a learner the population gradient is exactly 0 for |S| ≥ 2",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results", "derived here, beside the corollary of Theorem 2"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            |S|\ge2,\ x\sim U(\{\pm1\}^n):\quad \mathbb{E}\,\nabla L(W^{(0)}(x),\chi_S(x))=0
            W^{(t)}=W^{(0)}\ \text{for all } t,\qquad P(\mathrm{sign}\,\mathrm{out}=\chi_S)=\tfrac12
            """),
        Hypotheses = ["uniform inputs", "|S| ≥ 2", "γ a power of two", "an output of 0 counts ½"],
        Method =
            "The mean gradient is summed over all inputs without rounding, for uniformly drawn S of each degree. Its "
                + "largest entry, the weights moved after T = 2n steps and the accuracy have no tolerance.",
    };

    [Parameter("n", "coordinates", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Coordinates { get; init; } = [2, 3, 4];

    [Parameter("samples", "T, slots and steps; 0: 2n", Minimum = 0, Maximum = 16)]
    public int Samples { get; init; }

    [Parameter("gamma", "γ", Minimum = 1.0 / 1024, Maximum = 0.5)]
    public double Rate { get; init; } = 0.0625;

    [Parameter("least", "the least degree |S|, up to n", Minimum = 0, Maximum = 8)]
    public int LeastDegree { get; init; } = 2;

    [Parameter("eighths", "8·P(x_i = −1); 4 is uniform", Minimum = 0, Maximum = 8)]
    public int Eighths { get; init; } = 4;

    [Parameter("accuracy", "the accuracy of standing still", Minimum = 0, Maximum = 1)]
    public double Accuracy { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("parities of one coordinate too", this with { LeastDegree = 1 }, Gradient),
        new("inputs of mean ¼", this with { Eighths = 3 }, Gradient),
        new("inputs of mean −¼, which move the weights", this with { Eighths = 5 }, Standstill),
        new("the accuracy of the constant 1 on a random parity, ½ + 2^(−n−1)", this with
        {
            Coordinates = [4], Accuracy = 0.53125,
        }, Standstill),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!double.IsPow2(Rate))
                yield return "γ is a power of two, so that sums are exact";
            if (LeastDegree < 2)
                yield return "the parity has at least two coordinates";
            if (LeastDegree > Coordinates.Min())
                yield return "the parity has at most n coordinates";
            if (Eighths != 4)
                yield return "inputs are uniform: eighths = 4";
        }
    }

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Coordinates = [2, 3, 4, 5, 6] };

    protected override Experiment<PopulationDescentCell, PopulationDescentOutcome> Experiment { get; } =
        new PopulationDescentExperiment();

    protected override IReadOnlyList<PopulationDescentCell> Cells =>
    [
        .. from n in Coordinates
           from k in Enumerable.Range(0, n + 1)
           where k >= LeastDegree
           select new PopulationDescentCell(n, Samples == 0 ? 2 * n : Samples, k)
           {
               Rate = Rate, Eighths = Eighths,
           },
    ];

    protected override Evidence Judge(Examination<PopulationDescentCell, PopulationDescentOutcome> examination) =>
        Evidence.All(
        [
            examination
                .ForAll("the largest derivative at the start", (_, o) => o.LargestGradient, (_, _) => 0, Exact)
                .Named(Gradient),
            examination.ForAll(
                "edges moved after T steps, and the distance of the accuracy from ½",
                (_, o) => o.MovedEdges + Math.Abs(o.Accuracy - Accuracy),
                (_, _) => 0,
                Exact).Named(Standstill),
        ]);

    private const string Exact = "a sum of 2ⁿ dyadic numbers with few digits, which doubles hold exactly";
}
