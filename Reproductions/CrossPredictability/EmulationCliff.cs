using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Recovery by the emulation network of three coordinates as one constant leaves its place.</summary>
internal static class EmulationCliff
{
    /// <summary>The chart: recovery and accuracy on a logarithmic axis.</summary>
    public static VegaLite Chart(string column, string title) => VegaLite
        .Of(new(column, title, Logarithmic: true), new("value", "probability", FromZero: true))
        .By("quantity", "quantity")
        .Line("SGD")
        .Interval("least", "greatest", "95 %");

    /// <summary>Share of exact recovery, by sign, with its interval, and mean accuracy without one.</summary>
    public static NumericTable Draw(
        ExperimentRunner runner, Tier tier, string column, IEnumerable<(double Value, EmulationCell Cell)> cells)
    {
        int trials = tier == Tier.Smoke ? 128 : 1024;
        var table = new NumericTable("quantity", column, "value", "least", "greatest");
        foreach ((double value, EmulationCell cell) in cells)
        {
            EmulationOutcome[] outcomes =
            [
                .. runner
                    .Measure(new EmulationExperiment(), [cell], trials)
                    .Select(observation => observation.Outcome),
            ];
            int found = outcomes.Count(outcome => outcome.HasTargetsSign);
            table.Add(
                "exact recovery", value, (double)found / trials,
                ClopperPearson.Lower(found, trials, 0.025), ClopperPearson.Upper(found, trials, 0.025));
            table.Add(
                "accuracy", value, outcomes.Sum(outcome => outcome.Accuracy) / trials, double.NaN, double.NaN);
        }

        return table;
    }
}
