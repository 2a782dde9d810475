using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Snapshots.Toys;

/// <summary>Sums against their number of terms.</summary>
/// <param name="id">Its id.</param>
/// <param name="claims">Ids of the claims that it shows.</param>
public sealed class ToyFigure(string id = "toys/sums", params string[] claims) : Figure
{
    /// <inheritdoc/>
    public override string Id => id;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => claims;

    /// <inheritdoc/>
    public override string Title => "Sums";

    /// <inheritdoc/>
    public override string Caption => "Sums of uniform numbers.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("A toy", "A heading", "No paper");

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite.Of(new("n", "terms"), new("sum", "sum")).By("law", "law").Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("law", "n", "sum");
        foreach (
            Observation<ToyCell, ToyOutcome> observation in runner.Measure(
                new ToyExperiment(), [new(1), new(2)], trials: 1))
            table.Add("uniform", observation.Cell.Size, observation.Outcome.Sum);
        return table;
    }
}
