using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Properties.Claims;

/// <summary>A claim with any id and number of mutants, for the rules of the catalogue.</summary>
public sealed record NamedClaim(string ClaimId, int MutantCount) : Claim
{
    public override ClaimCard Card => new()
    {
        Id = ClaimId,
        Title = "A claim by name",
        Kind = ClaimKind.Identity,
        Source = new("a toy", "none", "none"),
        Quotations = Quoted,
        Printed = Printed,
        Statement = new("x = x") { Corrected = Corrected, Reason = Corrected },
        Hypotheses = [],
        Method = "None.",
    };

    public IReadOnlyList<string> Quoted { get; init; } = [];

    public string? Corrected { get; init; }

    public new PrintedStatus Printed { get; init; }

    /// <summary>One name for all mutants; null for a name each.</summary>
    public string? MutantName { get; init; }

    /// <summary>A constant without bounds.</summary>
    [Parameter("exponent", "an exponent")]
    public double Exponent { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
        [.. Enumerable.Range(0, MutantCount).Select(index => new Mutant(MutantName ?? $"mutant {index}", this))];

    public override int Decisions => 0;

    public override int TrialsAt(double level) => 1;

    public override Examined Examine(ExperimentRunner runner, double level) =>
        throw new NotSupportedException("The rules of the catalogue examine nothing.");

    public override IReadOnlyList<Evidence> Parts(double level) =>
        throw new NotSupportedException("The rules of the catalogue judge nothing.");

    public override IReadOnlyDictionary<string, double> Replay(ExperimentRunner runner, int cell, int trial) =>
        throw new NotSupportedException("The rules of the catalogue replay nothing.");
}
