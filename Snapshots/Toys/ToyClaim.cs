using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Snapshots.Toys;

/// <summary>A sum of uniform numbers is at most a bound per number: true from 1 on.</summary>
public sealed record ToyClaim(string Name) : Claim<ToyCell, ToyOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card => new()
    {
        Id = $"toys/{Name}",
        Title = "Sums of uniform numbers are bounded",
        Kind = ClaimKind.Inequality,
        Source = new("A toy", "A heading", "No paper"),
        Printed = Erratum ? PrintedStatus.False : PrintedStatus.Stands,
        Statement = new(@"\sum_i u_i \le n")
        {
            Corrected = Erratum ? @"\sum_i u_i \le n" : null,
            Reason = Erratum ? "The printed bound is negative." : null,
        },
        Hypotheses = ["u_i uniform"],
        Method = "Every sum is compared with the bound.",
    };

    /// <summary>How many numbers.</summary>
    [Parameter("size", "how many numbers", Minimum = 1, Maximum = 100, Size = true)]
    public int Size { get; init; } = 5;

    /// <summary>Bound per number.</summary>
    [Parameter("bound", "bound per number", Minimum = -10, Maximum = 10)]
    public double Bound { get; init; } = 1;

    /// <summary>Tolerance; above 10⁻⁶ nothing is decided.</summary>
    [Parameter("tolerance", "tolerance of the residual", Minimum = 0, Maximum = 100)]
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Bound of the mutants; nonnegative ones survive from 1 on.</summary>
    public double MutantBound { get; init; } = -1;

    /// <summary>Whether the printed form is wrong.</summary>
    public bool Erratum { get; init; }

    /// <inheritdoc/>
    public override Claim? AsPrinted => Erratum ? this with { Bound = -2 } : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a wrong bound", this with { Bound = MutantBound, Tolerance = 1e-12 }),
        new("a bound of zero", this with { Bound = 0, Tolerance = 1e-12 }),
    ];

    /// <summary>The size that the experiment refuses.</summary>
    public int Refused { get; init; } = ToyExperiment.RefusedSize;

    /// <summary>Id of the experiment.</summary>
    public string Measured { get; init; } = "toys/sum";

    /// <inheritdoc/>
    protected override Experiment<ToyCell, ToyOutcome> Experiment => new ToyExperiment(Measured, Refused);

    /// <inheritdoc/>
    protected override IReadOnlyList<ToyCell> Cells => [new(Size), new(Size + 1)];

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<ToyCell, ToyOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return examination.ForAll(
            "the sum is at most the bound",
            (cell, o) => o.Sum - Bound * cell.Size,
            (_, _) => Tolerance,
            "rounding of a short sum");
    }
}
