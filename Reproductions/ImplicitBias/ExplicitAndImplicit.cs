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
    public override string Title => "Starting at equal weights costs otherwise than regularizing the distance to them";

    /// <inheritdoc/>
    public override string Caption =>
        "q(b) of the flow's end and r(b) of the nearest weights, over b²/4 and b²/8. Both are quadratic near 0, the "
            + "kernel regime; far out q grows like |b|log|b| and r like |b|, so that r comes to the ℓ1 norm sooner. r "
            + "is also the potential of depth 4. q as printed, with √(4 − b²), has three times the curvature at 0 and "
            + "ends at b = 2, beyond which it is not real.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Relationship to Explicit Reg");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "implicit-bias/potential-of-the-flow",
        "implicit-bias/explicit-penalty",
        "implicit-bias/explicit-is-depth-four",
    ];

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
        Link q = new HyperbolicLink(), r = new PowerLink(4);
        (string Name, Func<double, double> Ratio)[] potentials =
        [
            ("q, implicit", b => q.Potential(b) / (b * b / 4)),
            ("q as printed", b => Printed(q, b) / (b * b / 4)),
            ("r, explicit", b => r.Potential(b) / (b * b / 8)),
        ];
        foreach ((string name, Func<double, double> ratio) in potentials)
        {
            for (int i = 0; i < Points; i++)
            {
                double b = Math.ScaleB(1, i / 2 - 10) * (i % 2 == 0 ? 1 : Math.Sqrt(2)), value = ratio(b);
                if (!double.IsNaN(value))
                    table.Add(name, b, value);
            }
        }

        return table;
    }

    // 2 − √(4 − b²) + b·arcsinh(b/2), that is q + √(4 + b²) − √(4 − b²), without the cancellation; NaN beyond b = 2.
    private static double Printed(Link q, double b) =>
        q.Potential(b) + 2 * b * b / (Math.Sqrt(4 + b * b) + Math.Sqrt(4 - b * b));
}
