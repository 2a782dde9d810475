using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>The overlap's way, split into drift and martingale, at a small and at a large step.</summary>
public sealed class DriftAndMartingale : Figure
{
    private const int Degree = 3, Dimension = 256, Points = 150;

    private static readonly double[] Deltas = [0.005, 0.1];

    /// <inheritdoc/>
    public override string Id => "online-sgd/drift-and-martingale";

    /// <inheritdoc/>
    public override string Title => "Drift carries the overlap where the martingale stays below half of the start";

    /// <inheritdoc/>
    public override string Caption =>
        "One path with k = 3, d = 256, η = δ·d^(−3/2) from m₀ = 1/√d: m_t − m₀, its drift D_t = ηΣḡ and its martingale "
            + "M_t = ηΣ(g − ḡ), in units of m₀, up to the time that the gradient flow needs to ½. Dashed: ±m₀/2, where "
            + "condition (A1) keeps the martingale. What is left of the sum, m_t − m₀ − D_t − M_t, is what projecting "
            + "took.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At("Proof of the theorem, ① Controlling the martingale");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/noise-below-the-start"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("time", "steps t / predicted steps"), new("value", "part of the overlap in units of m₀"))
        .Panels("case", "scaled step", columns: 2, height: 320)
        .By("part", "part")
        .Curve("value", "one path")
        .HorizontalRule(0.5, "± m₀/2")
        .HorizontalRule(-0.5, "± m₀/2");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("case", "part", "time", "value");
        double start = 1 / Math.Sqrt(Dimension);
        foreach (double δ in Deltas)
        {
            double search = PredictedTime.Steps(Degree, Dimension, δ, start, 0.5);
            long every = (long)(search / Points);
            var cell = new OverlapPathCell(
                Degree, Dimension, PredictedTime.Step(Degree, Dimension, δ), start, every * Points, Points);
            OverlapPathOutcome path = runner.Measure(new OverlapPathExperiment(), [cell], 1)[0].Outcome;
            string name = string.Create(CultureInfo.InvariantCulture, $"δ = {δ}");
            foreach ((string part, double[] values, double shift) in
                ((string, double[], double)[])
                [
                    ("overlap, m − m₀", path.Overlaps, start),
                    ("drift, D", path.Drifts, 0),
                    ("martingale, M", path.Martingales, 0),
                ])
            {
                table.Add(name, part, 0.0, 0.0);
                for (int i = 0; i < Points; i++)
                    table.Add(name, part, every * (i + 1) / search, (values[i] - shift) / start);
            }
        }

        return table;
    }
}
