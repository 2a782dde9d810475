using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>L = ½[(w₁ − 1)² + (w₂ + ½)² + (w₁w₂ − 1)²]: two parameters, three equations.</summary>
public sealed class UnderparameterizedLandscape : LandscapeFigure
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/under-parameterized-landscape";

    /// <inheritdoc/>
    public override string Title => "Under-parameterized: an isolated minimum in a convex basin";

    /// <inheritdoc/>
    public override string Caption =>
        "Levels of ½[(w₁ − 1)² + (w₂ + ½)² + (w₁w₂ − 1)²], two parameters and three equations: its only minimum, near "
            + "(1.19, 0.29), is isolated. At the dots H_L has a negative eigenvalue; none is near the minimum.";

    /// <inheritdoc/>
    protected override DifferentiableMap Map => new QuadraticMap(
        new double[3],
        new Matrix(new double[,] { { 1, 0 }, { 0, 1 }, { 0, 0 } }),
        [new Matrix(2, 2), new Matrix(2, 2), new Matrix(new double[,] { { 0, 1 }, { 1, 0 } })]);

    /// <inheritdoc/>
    protected override double[] Labels => [1, -0.5, 1];
}
