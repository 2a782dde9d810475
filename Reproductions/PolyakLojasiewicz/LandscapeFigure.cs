using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;
using Verification.Spec.PolyakLojasiewicz.Conditioning;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>A loss of two parameters as a map of its levels, with dots where it is not locally convex.</summary>
public abstract class LandscapeFigure : Figure
{
    private const double Extent = 2.5;
    private const int Cells = 40;

    // Levels below are drawn alike, so that minima between grid points show.
    private const double LowestLevel = 1e-3;

    /// <inheritdoc/>
    public override Source Source => OverparameterizedLandscapesTalk.At("Loss landscapes (8/23)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["polyak-lojasiewicz/landscape-dimension", "polyak-lojasiewicz/local-nonconvexity"];

    /// <summary>The map F of two parameters.</summary>
    protected abstract DifferentiableMap Map { get; }

    /// <summary>The labels.</summary>
    protected abstract double[] Labels { get; }

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("w1", "first parameter w₁"), new("w2", "second parameter w₂"))
        .Square()
        .Cells("w1End", "w2End", "level", "loss, log₁₀ L")
        .Dots("dot1", "dot2", "H_L has a negative eigenvalue");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        const double Side = 2 * Extent / Cells;
        var table = new NumericTable("w1", "w1End", "w2", "w2End", "loss", "level", "leastEigenvalue", "dot1", "dot2");
        DifferentiableMap map = Map;
        double[] labels = Labels;
        for (int i = 0; i < Cells; i++)
        {
            for (int j = 0; j < Cells; j++)
            {
                double a = -Extent + i * Side;
                double b = -Extent + j * Side;
                double[] center = [a + Side / 2, b + Side / 2];
                double loss = map.Loss(center, labels);
                double least = SymmetricEigen.Of(map.LossHessian(center, labels)).Values[0];
                double level = ElementaryFunctions.Log(Math.Max(loss, LowestLevel)) / ElementaryFunctions.Log(10);
                table.Add(
                    a,
                    a + Side,
                    b,
                    b + Side,
                    loss,
                    level,
                    least,
                    least < 0 ? center[0] : double.NaN,
                    least < 0 ? center[1] : double.NaN);
            }
        }

        return table;
    }
}
