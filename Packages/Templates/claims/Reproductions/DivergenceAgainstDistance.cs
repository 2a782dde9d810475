using System.Globalization;
using MyPaper.Implementation;
using MyPaper.Spec;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace MyPaper.Reproductions;

/// <summary>The divergence in units of the squared distance, and the constants below it.</summary>
public sealed class DivergenceAgainstDistance : Figure
{
    public override string Id => "my-paper/divergence-against-distance";

    public override string Title => "The divergence falls to half the squared distance, far below twice";

    public override string Caption =>
        "D(P‖Q)/‖P − Q‖₁² of two coins against p. The curve of the fair coin, q = 1/2, comes down to ½; none reaches "
            + "the constant 2 that is printed.";

    public override Source Source => MyPaperClaims.At("2. From divergence to distance");

    public override IReadOnlyList<string> Claims => ["my-paper/pinsker-constant"];

    protected override VegaLite Chart => VegaLite
        .Of(new("p", "p, probability of heads"), new("ratio", "D(P‖Q)/‖P − Q‖₁²", FromZero: true))
        .By("q", "q")
        .Curve("ratio", "enclosed")
        .HorizontalRule(0.5, "½, corrected")
        .HorizontalRule(2, "2, printed");

    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        CoinPair[] pairs = [.. CoinPair.All(20).Where(pair => pair.Q is 5 or 10 or 15 && pair.P != pair.Q)];
        var table = new NumericTable("q", "p", "ratio");
        foreach ((CoinPair pair, _, Divergence divergence) in runner.Measure(new DivergenceExperiment(), pairs, 1))
            table.Add(
                (pair.Q / 20.0).ToString(CultureInfo.InvariantCulture),
                pair.P / 20.0,
                (divergence.Enclosed() / (4 * pair.SquaredDifference())).Midpoint);
        return table;
    }
}
