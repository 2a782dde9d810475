using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>Cross-predictability against the number of variables.</summary>
public sealed class CrossPredictabilityOfClasses : Figure
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/classes";

    /// <inheritdoc/>
    public override string Title =>
        "Cross-predictability falls exponentially for parities, and not for few monomials";

    /// <inheritdoc/>
    public override string Caption =>
        "Exact, from all pairs of functions and all inputs. Monomials of degree n − 1 are as few as coordinates; "
            + "those of degree ⌊n/2⌋ are nearly as many as all parities. A mixture with mass ⅓ on one parity stays "
            + "above 1/9, although its functions are the same as those of all parities.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/class-table"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("n", "number of variables n", Whole: true),
            new("cp", "cross-predictability CP", Logarithmic: true))
        .By("class", "class")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("class", "n", "cp");
        for (int n = 2; n <= 9; n++)
        {
            foreach ((string name, FunctionFamily family, int k) in
                ((string, FunctionFamily, int)[])
                [
                    ("all parities", FunctionFamily.Parities, 0),
                    ("degree 1", FunctionFamily.Monomials, 1),
                    ("degree 2", FunctionFamily.Monomials, 2),
                    ("degree ⌊n/2⌋", FunctionFamily.Monomials, n / 2),
                    ("degree n − 1", FunctionFamily.Monomials, n - 1),
                    ("mixture, ⅓ on one parity", FunctionFamily.Mixture, 3),
                ])
            {
                ClassOutcome o = runner.MeasureOne(new ClassExperiment(), new(family, n, k, 1), 0).Outcome;
                table.Add(name, (double)n, o.CrossPredictability.Rounded().Value);
            }
        }

        return table;
    }
}
