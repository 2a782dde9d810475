using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Properties.Claims;

/// <summary>"A throw exceeds <see cref="Above"/> with probability at least <see cref="Probability"/>": true or false as
/// one likes.</summary>
public sealed record DiceClaim : Claim<DiceCell, DiceOutcome>
{
    public override ClaimCard Card => new()
    {
        Id = $"toys/{Name}",
        Title = "Dice throws exceed a bound",
        Kind = ClaimKind.HighProbability,
        Source = new("a toy", "none", "none"),
        Statement = new("P(X > a) ≥ p"),
        Hypotheses = ["a fair die"],
        Method = "Counts throws.",
    };

    [Parameter("faces", "faces of the dice", Minimum = 2, Maximum = 100, Size = true)]
    public Choices<int> Faces { get; init; } = [6, 20];

    [Parameter("above", "bound of the throw", Minimum = 0, Maximum = 100)]
    public int Above { get; init; } = 1;

    [Parameter("probability", "claimed probability", Minimum = 0.01, Maximum = 1)]
    public double Probability { get; init; } = 0.5;

    [Parameter("flag", "a flag")]
    public bool Flag { get; init; }

    [Parameter("tier", "a name")]
    public Tier Word { get; init; } = Tier.Standard;

    /// <summary>Name within the toys.</summary>
    public string Name { get; init; } = "dice-claim";

    /// <summary>Decisions taken beyond those declared.</summary>
    public int Undeclared { get; init; }

    /// <summary>Whether the hypothesis of a fair die fails.</summary>
    public bool Loaded { get; init; }

    public override IEnumerable<string> UnmetHypotheses => Loaded ? ["the die is loaded"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("two higher", this with { Above = Above + 2, Probability = 0.9 }, "throws"),
        new("almost surely", this with { Probability = 1 }, "throws"),
    ];

    public override int Decisions => Cells.Count;

    protected override Experiment<DiceCell, DiceOutcome> Experiment { get; } = new DiceExperiment();

    protected override IReadOnlyList<DiceCell> Cells => [.. Faces.Select(faces => new DiceCell(faces))];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(0.5, 0.7, level / 2);

    protected override Evidence Judge(Examination<DiceCell, DiceOutcome> examination) =>
        Evidence.All([
            .. examination
                .ByCell()
                .Select(part => part.Part.Count("the throw exceeds the bound", Result, Probability).Named("throws")),
            .. Enumerable.Range(0, Undeclared).Select(_ => examination.Count("again", Result, Probability)),
        ]);

    private TrialResult Result(DiceCell cell, DiceOutcome outcome) =>
        outcome.Throw > Above ? TrialResult.Success : TrialResult.Failure;
}
