using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>How the number of real zeros is distributed about its mean.</summary>
public sealed class RealZeroCounts : Figure
{
    private static readonly (string Name, RealZeroCell Cell, double Mean)[] Systems =
    [
        ("one form, p = 3", new(1, 1, 3, true), 2 * Math.Sqrt(3)),
        ("one form, p = 64", new(1, 1, 64, true), 16),
        ("2 quadrics", new(2, 2, 2, true), 4),
        ("6 quadrics", new(6, 2, 2, true), 16),
    ];

    /// <inheritdoc/>
    public override string Id => "random-systems/real-zero-counts";

    /// <inheritdoc/>
    public override string Title => "The number of real zeros on the sphere gathers at 2∏√p_i";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of the draws with at most N real zeros on the sphere, against N over Kostlan's mean 2∏√p_i, for square "
            + "systems of Kostlan's law. The printed ∏√p_i, which counts lines, is one half on this axis. Numbers are "
            + "proven, draw by draw; half of them has the parity of ∏p_i.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("History: Real setting", "E. Subag, arXiv:2303.11924");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["random-systems/mean-of-real-zeros", "random-systems/concentration-of-real-zeros"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("scaled", "N over its mean 2∏√p_i", FromZero: true),
            new("share", "share of draws with at most N zeros", FromZero: true))
        .By("system", "system")
        .Curve("share", "share of the draws")
        .VerticalRule(1, "2∏√p_i")
        .VerticalRule(0.5, "∏√p_i as printed");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("system", "zeros", "scaled", "draws", "share");
        int draws = tier == Tier.Smoke ? 200 : 1000;
        foreach ((string name, RealZeroCell cell, double mean) in Systems)
        {
            int[] zeros =
            [
                .. runner.Measure(new RealZeroExperiment(), [cell], draws)
                    .Where(draw => draw.Outcome.Open == 0)
                    .Select(draw => draw.Outcome.Zeros),
            ];
            // Two rows for each step of the staircase.
            double below = 0;
            foreach (int n in zeros.Distinct().Order())
            {
                table.Add(name, n, n / mean, zeros.Length, below);
                below = (double)zeros.Count(other => other <= n) / zeros.Length;
                table.Add(name, n, n / mean, zeros.Length, below);
            }
        }

        return table;
    }
}
