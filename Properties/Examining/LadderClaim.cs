using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Properties.Examining;

/// <summary>A claim with any judgment about the rungs 0, …, 4 and 100, …, 104 of two ladders.</summary>
public sealed record LadderClaim(Func<Examination<LadderCell, LadderOutcome>, Evidence> Judgment)
    : Claim<LadderCell, LadderOutcome>
{
    public override ClaimCard Card => new()
    {
        Id = "toys/ladder-claim",
        Title = "Ladders go up",
        Kind = ClaimKind.Identity,
        Source = new("a toy", "none", "none"),
        Statement = new("h = s + i"),
        Hypotheses = [],
        Method = "Whatever the test says.",
    };

    [Parameter("starts", "heights of the first rungs", Minimum = 0, Maximum = 1000, Size = true)]
    public Choices<int> Starts { get; init; } = [0, 100];

    /// <summary>Decisions allotted.</summary>
    public int Allotted { get; init; } = 1;

    /// <summary>Whether the rungs count as fixed instances.</summary>
    public bool Deterministic { get; init; }

    public override IReadOnlyList<Mutant> Mutants => [];

    public override int Decisions => Allotted;

    protected override Experiment<LadderCell, LadderOutcome> Experiment => new LadderExperiment(Deterministic);

    protected override IReadOnlyList<LadderCell> Cells => [.. Starts.Select(start => new LadderCell(start))];

    /// <summary>What the base class says about statements over the whole design.</summary>
    public int OverDesign(double level, double excess) => TrialsOverDesign(level, excess);

    protected override int TrialsNeeded(double level) => 5;

    protected override Evidence Judge(Examination<LadderCell, LadderOutcome> examination) => Judgment(examination);
}
