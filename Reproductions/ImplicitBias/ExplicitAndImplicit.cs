using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>The implicit potential q beside the explicit penalty r.</summary>
public sealed class ExplicitAndImplicit : Figure
{
    private const int Points = 49;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/explicit-and-implicit";

    /// <inheritdoc/>
    public override string Title => "Initializing to α𝟏 against regularizing the distance to α𝟏";

    /// <inheritdoc/>
    public override string Caption =>
        "q(b) of the flow's end and r(b) of the nearest weights, each over its quadratic term b²/4 and b²/8. Both "
            + "are quadratic near 0, the kernel regime; far out q grows like |b|log|b| and r like |b|, so that r comes "
            + "to the ℓ1 norm sooner. r is also the potential of depth 4.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Relationship to Explicit Reg");

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("b", "coefficient in units of α², b = β/α²", Logarithmic: true),
                new("value", "potential over its quadratic term", Logarithmic: true))
        .By("potential", "potential")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("potential", "b", "value");
        (string Name, Link Link, double Quadratic)[] potentials =
        [
            ("q, implicit", new HyperbolicLink(), 0.25),
            ("r, explicit", new PowerLink(4), 0.125),
        ];
        foreach ((string name, Link link, double quadratic) in potentials)
        {
            for (int i = 0; i < Points; i++)
            {
                double b = Math.ScaleB(1, i / 2 - 10) * (i % 2 == 0 ? 1 : Math.Sqrt(2));
                table.Add(name, b, link.Potential(b) / (quadratic * b * b));
            }
        }

        return table;
    }
}
