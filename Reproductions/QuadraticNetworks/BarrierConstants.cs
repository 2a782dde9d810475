using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;
using Constants = Verification.Implementation.QuadraticNetworks.BarrierConstants;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>The sharp barrier b_d against d, beside the constant C that the talk states.</summary>
public sealed class BarrierConstants : Figure
{
    private const int LargestDimension = 40;

    private static readonly CoordinateLaw[] Laws =
    [
        CoordinateLaw.Gaussian,
        CoordinateLaw.Uniform,
        CoordinateLaw.Laplace,
        CoordinateLaw.TwoPoint,
    ];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/barrier-constants";

    /// <inheritdoc/>
    public override string Title => "The energy barrier of rank-deficient students against the dimension";

    /// <inheritdoc/>
    public override string Caption =>
        "The sharp constant b_d is the least population risk of a student of rank below d in units of σ_min(W*)⁴. It "
            + "approaches the constant C = min{κ, 2μ2²} of the talk from above.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier, remark (a)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["quadratic-networks/population-energy-barrier", "quadratic-networks/barrier-tightness"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("d", "dimension d", Logarithmic: true), new("b", "barrier / σ_min(W*)⁴", FromZero: true))
        .Panels("law", "law of the coordinates", columns: 2, height: 180)
        .Line("sharp constant b_d")
        .Reference("C", "constant C of the talk");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("law", "d", "b", "C");
        foreach (CoordinateLaw law in Laws)
        {
            for (int d = 1; d <= LargestDimension; d++)
                table.Add(law.Name, d, Constants.Sharp(law, d), law.BarrierConstant);
        }

        return table;
    }
}
