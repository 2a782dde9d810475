using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>F − b, with the derivatives of F.</summary>
internal sealed class ShiftedSystem(ISphereSystem system, double[] shift) : ISphereSystem
{
    /// <inheritdoc/>
    public int Equations => system.Equations;

    /// <inheritdoc/>
    public int Dimension => system.Dimension;

    /// <inheritdoc/>
    public int LongestSum => system.LongestSum + 1;

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Matrix slopes)
    {
        system.Evaluate(x, values, slopes);
        Lanes.Axpy(-1, shift, values);
    }
}
