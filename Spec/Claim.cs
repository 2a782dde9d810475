using Verification.Implementation.Experiments;
using Verification.Spec.Counterexamples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec;

/// <summary>A statement with its source and an executable examination.</summary>
/// <remarks>
/// Immutable. Constants and sizes are properties with defaults, marked <see cref="ParameterAttribute"/>; a mutant is
/// the same record with one of them wrong, so that claim, mutants and printed form share one examination. Derive from
/// <see cref="Claim{TCell,TOutcome}"/>.
/// </remarks>
public abstract record Claim
{
    /// <summary>Identity, source, statement and examination in words.</summary>
    public abstract ClaimCard Card { get; }

    /// <inheritdoc cref="ClaimCard.Id"/>
    public string Id => Card.Id;

    /// <summary>The part of <see cref="Id"/> before the slash.</summary>
    public string System => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <inheritdoc cref="ClaimCard.Title"/>
    public string Title => Card.Title;

    /// <inheritdoc cref="ClaimCard.Kind"/>
    public ClaimKind Kind => Card.Kind;

    /// <inheritdoc cref="ClaimCard.Guarantee"/>
    public Guarantee Guarantee => Card.Guarantee;

    /// <inheritdoc cref="ClaimCard.Source"/>
    public Source Source => Card.Source;

    /// <inheritdoc cref="ClaimCard.Quotations"/>
    public IReadOnlyList<string> Quotations => Card.Quotations;

    /// <inheritdoc cref="ClaimCard.Printed"/>
    public PrintedStatus Printed => Card.Printed;

    /// <inheritdoc cref="ClaimCard.Statement"/>
    public Statement Statement => Card.Statement;

    /// <inheritdoc cref="ClaimCard.Hypotheses"/>
    public IReadOnlyList<string> Hypotheses => Card.Hypotheses;

    /// <inheritdoc cref="ClaimCard.Method"/>
    public string Method => Card.Method;

    /// <summary>The wrong variants that have to be refuted, at least two.</summary>
    public abstract IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>The claim with the constants as printed, where the printed form is wrong and has to be refuted; else
    /// null.</summary>
    public virtual Claim? AsPrinted => null;

    /// <summary>Name of the part that has to refute the printed form; null where the examination has one part
    /// alone.</summary>
    public virtual string? PrintedPart => null;

    /// <summary>An instance at which the printed form fails, for whoever wants to check it without this program; null
    /// where none is written down. No verdict rests on it.</summary>
    public virtual ExactCounterexample? PrintedCounterexample => null;

    /// <summary>The hypotheses that fail at these constants and sizes, a sentence each; none at the catalogue's. A
    /// claim outside them has no verdict.</summary>
    public virtual IEnumerable<string> UnmetHypotheses => [];

    /// <summary>The same claim at the sizes of a tier.</summary>
    public virtual Claim At(Tier tier) => this;

    /// <summary>Trials per cell; 0 for as many as the error level asks for.</summary>
    [Parameter(
        "trials", "trials per cell; 0: as many as the error level asks for", Minimum = 0, Maximum = 1_000_000,
        Size = true)]
    public int Trials { get; init; }

    /// <summary>Trials per cell of an examination at an error level: those asked for, or as many as the level asks
    /// for.</summary>
    public abstract int TrialsAt(double level);

    /// <summary>How many statistical decisions one examination takes, exactly; each uses one share of the
    /// risk.</summary>
    public abstract int Decisions { get; }

    /// <summary>Measures and judges.</summary>
    /// <param name="runner">Runs the experiment, or finds its outcomes in the store.</param>
    /// <param name="level">Error level of each statistical decision.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public abstract Examined Examine(ExperimentRunner runner, double level);

    /// <summary>The parts of the examination, judged before anything is measured: they have their names, and none has
    /// an instance.</summary>
    /// <param name="level">Error level of each statistical decision.</param>
    public abstract IReadOnlyList<Evidence> Parts(double level);

    /// <summary>Runs one trial again.</summary>
    /// <returns>The trial's numbers by name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public abstract IReadOnlyDictionary<string, double> Replay(ExperimentRunner runner, int cell, int trial);

    /// <summary>Id and parameters, <c>system/claim d=2 trials=0</c>: the members that a record would print are claims
    /// again.</summary>
    public sealed override string ToString() =>
        string.Join(
            ' ',
            [Id, .. ClaimParameter.Of(this).Select(parameter => $"{parameter.Name}={parameter.Read(this)}")]);
}
