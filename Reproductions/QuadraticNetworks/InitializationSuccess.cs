using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>How often the start W0ᵀW0 = mI lies below the energy barrier, against m/d².</summary>
public sealed class InitializationSuccess : Figure
{
    // Error level of the bars, two-sided: they are for the eye, claims have their own.
    private const double Level = 0.05;

    private static readonly int[] Dimensions = [5, 10, 20, 40, 640];

    private static readonly double[] Ratios =
    [
        1.5,
        1.75,
        2,
        2.125,
        2.25,
        2.375,
        2.5,
        2.75,
        3,
        3.25,
        3.5,
        4,
        4.5,
        5,
        6,
        7,
        8,
        10,
        12,
        16,
    ];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/initialization-success";

    /// <inheritdoc/>
    public override string Title => "Success of the start W0ᵀW0 = mI against the width of the teacher";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of Gaussian teachers for which L(W0) < ½C·σ_min(W*)⁴, Gaussian data. The curves steepen and move left, "
            + "towards the step at m/d² = C* = 2.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Proper Initialization. Main Result.");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["quadratic-networks/initialization-beats-the-barrier", "quadratic-networks/initialization-constant"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("ratio", "width m / d²", Logarithmic: true),
                new("share", "share of teachers below the barrier", FromZero: true))
        .By("d", "dimension d")
        .Line("share of the draws")
        .Interval("lower", "upper", "95 % Clopper–Pearson")
        .VerticalRule(InitialLoss.AsymptoticConstant(CoordinateLaw.Gaussian), "limit C* = 2");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        InitializationCell[] cells =
        [
            .. from d in Dimensions
               from ratio in Ratios
               let m = InitialLoss.Whole(ratio * d * d, d)
               select new InitializationCell(CoordinateLaw.Gaussian, CoordinateLaw.Gaussian, d, m, 0, m),
        ];
        var table = new NumericTable("d", "ratio", "m", "draws", "successes", "share", "lower", "upper", "critical");
        int draws = Draws(tier);
        IReadOnlyList<Observation<InitializationCell, InitializationOutcome>> observations = runner.Measure(
            new InitializationExperiment(), cells, draws);
        for (int k = 0; k < cells.Length; k++)
        {
            InitializationCell cell = cells[k];
            int d = cell.Dimension;
            double bound = cell.Data.BarrierConstant / 2;
            int successes = observations
                .Skip(k * draws)
                .Take(draws)
                // Certain successes; the enclosure of σ_min(W*)² is a millionth wide, which leaves about one draw in a
                // hundred thousand open.
                .Count(observation => observation.Outcome.RatioUpper < bound);
            table.Add(
                d,
                Ratios[k % Ratios.Length],
                cell.Width,
                draws,
                successes,
                (double)successes / draws,
                ClopperPearson.Lower(successes, draws, Level / 2),
                ClopperPearson.Upper(successes, draws, Level / 2),
                InitialLoss.CriticalWidth(InitialLoss.MeanPerNeuron(cell.Data, cell.Weights, d), bound, d)
                    / ((double)d * d));
        }

        return table;
    }

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 64,
        Tier.Standard => 512,
        _ => 4096,
    };
}
