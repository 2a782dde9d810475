using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>The emulation network as a graph, at a small size.</summary>
public sealed class EmulationGraph : Figure
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/emulation-graph";

    /// <inheritdoc/>
    public override string Title => "The emulation network of two coordinates and two samples";

    /// <inheritdoc/>
    public override string Caption =>
        "Each dot is a rectifier, at its level, the edges on the longest path from a root; the roots are the constant "
            + "1 and the coordinates. All lines are trained edges. Memory: cells whose incoming edges keep the "
            + "samples; readers turn them into bits; control: which slot is open; write path: the way of the gradient "
            + "from the leaf into the open slot, and of the prediction to the leaf; computation: elimination "
            + "over GF(2).";

    /// <inheritdoc/>
    public override Source Source =>
        CrossPredictabilityTalk.At("The universal emulation argument", "the network is ours; the figure is missing");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["cross-predictability/emulation-exactness", "cross-predictability/gradient-support"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("level", "level: edges on the longest path from a root", Whole: true),
            new("place", "place within the level, centered"))
        .By("section", "part of the network")
        .Links("targetLevel", "targetPlace", "trained edge")
        .PointsAt("vertex", "vertex");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ReluGraph graph = EmulationNetwork.Of(new EmulationDesign(coordinates: 2, slots: 2, rate: 0.0625)).Graph;
        double[] places = Places(graph);
        var table = new NumericTable("section", "level", "place", "vertex", "targetLevel", "targetPlace");
        for (int v = 0; v < graph.Vertices; v++)
            table.Add(Name(graph.Sections[v]), graph.Levels[v], places[v], places[v], double.NaN, double.NaN);
        for (int v = 0; v < graph.Vertices; v++)
        {
            for (int e = graph.FirstEdge[v]; e < graph.FirstEdge[v + 1]; e++)
            {
                int u = graph.Sources[e];
                table.Add(
                    Name(graph.Sections[u]), graph.Levels[u], places[u], double.NaN, graph.Levels[v], places[v]);
            }
        }

        return table;
    }

    // Vertices of a level stand side by side in the order of their numbers, the middle of each level at 0.
    private static double[] Places(ReluGraph graph)
    {
        int[] counts = new int[graph.Depth + 1];
        double[] places = new double[graph.Vertices];
        for (int v = 0; v < graph.Vertices; v++)
            places[v] = counts[graph.Levels[v]]++;
        for (int v = 0; v < graph.Vertices; v++)
            places[v] -= (counts[graph.Levels[v]] - 1) / 2.0;
        return places;
    }

    private static string Name(CircuitSection section) => section switch
    {
        CircuitSection.Root => "root",
        CircuitSection.Memory => "memory",
        CircuitSection.Reader => "reader",
        CircuitSection.Control => "control",
        CircuitSection.WritePath => "write path",
        CircuitSection.Computation => "computation",
        _ => "leaf",
    };
}
