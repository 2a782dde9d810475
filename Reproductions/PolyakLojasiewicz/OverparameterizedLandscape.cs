using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>L = ½(w₁w₂ − 1)²: two parameters, one equation.</summary>
public sealed class OverparameterizedLandscape : LandscapeFigure
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/over-parameterized-landscape";

    /// <inheritdoc/>
    public override string Title => "Over-parameterized: curves of minima, around which the loss is not convex";

    /// <inheritdoc/>
    public override string Caption =>
        "Levels of ½(w₁w₂ − 1)², two parameters and one equation: its minima are the two branches of w₁w₂ = 1. At "
            + "the dots H_L has a negative eigenvalue; they reach the minima from one side everywhere.";

    /// <inheritdoc/>
    protected override DifferentiableMap Map => new LinearUnitMap(Matrix.Identity(1));

    /// <inheritdoc/>
    protected override double[] Labels => [1];
}
