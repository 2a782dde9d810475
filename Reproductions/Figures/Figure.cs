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

    /// <summary>Names of settings that the figure takes, such as a folder of data; none unless overridden.</summary>
    public virtual IReadOnlyList<string> Settings => [];

    /// <summary>The figure with a setting.</summary>
    /// <param name="name">One of <see cref="Settings"/>.</param>
    /// <param name="value">What the user gave.</param>
    /// <exception cref="ArgumentException">There is no such setting.</exception>
    /// <exception cref="FormatException">The value, or a file that it names, is not what is asked for; the message says
    /// so on one line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public virtual Figure With(string name, string value) =>
        throw new ArgumentException($"{Id} takes no settings.", nameof(name));

    /// <summary>Measures, or finds the measurements in the runner's store, and tabulates.</summary>
    public abstract NumericTable Draw(ExperimentRunner runner, Tier tier);

    /// <summary>How the table is shown.</summary>
    protected abstract VegaLite Chart { get; }

    /// <summary>The chart as a Vega-Lite specification over the CSV file of this name, relative to the
    /// specification.</summary>
    public JsonObject Specification(string csv) => Chart.Over(csv, Title, Caption);
}
