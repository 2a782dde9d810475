using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Spec;

namespace Verification.Reproductions.Figures;

/// <summary>A figure: a table drawn from measurements and a chart over it.</summary>
/// <remarks>A figure has no state. The same seed and tier give the same table to the last bit.</remarks>
public abstract class Figure
{
    /// <summary><c>system/kebab-name</c>, as for claims.</summary>
    public abstract string Id { get; }

    /// <summary>The part of <see cref="Id"/> before the slash.</summary>
    public string System => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Name of the files, without extension.</summary>
    public string FileName => Id.Replace('/', '-');

    /// <summary>One line, without a final period.</summary>
    public abstract string Title { get; }

    /// <summary>What is to be seen, in a sentence or two.</summary>
    public abstract string Caption { get; }

    /// <summary>Where the figure, or the statement that it shows, is printed.</summary>
    public abstract Source Source { get; }

    /// <summary>Ids of the claims that it shows; none where it belongs to its system as a whole.</summary>
    public virtual IReadOnlyList<string> Claims => [];

    /// <summary>Measures, or finds the measurements in the runner's store, and tabulates.</summary>
    public abstract NumericTable Draw(ExperimentRunner runner, Tier tier);

    /// <summary>How the table is shown.</summary>
    protected abstract VegaLite Chart { get; }

    /// <summary>The chart as a Vega-Lite specification over the CSV file of this name, relative to the
    /// specification.</summary>
    public JsonObject Specification(string csv) => Chart.Over(csv, Title, Caption);
}
