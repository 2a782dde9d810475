using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.Geometry;

// w − (w₀ + X⁺(y − Xw₀)) has the component X⁺(Xw − y) in the row space of X and that of w − w₀ beside it. With Xᵀ = QR
// the first has the norm ‖R⁻ᵀ(Xw − y)‖. Nothing of how w was found enters.

/// <summary>How far a point is from the interpolant nearest to another: the projection of w₀ onto {w : Xw =
/// y}.</summary>
public sealed class RowSpaceDistance
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private readonly Matrix _X;
    private readonly QrFactor _factor;
    private readonly double _scale;
    private readonly double _leastSingularValue;

    /// <summary>Prepares for one matrix.</summary>
    /// <param name="X">m × d, m ≤ d, of full row rank.</param>
    /// <param name="leastSingularValue">A lower bound of its least singular value, positive.</param>
    public RowSpaceDistance(Matrix X, double leastSingularValue)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastSingularValue);
        _X = X;
        _factor = QrFactor.Of(X.Transpose());
        _scale = Lanes.Norm(X.Values);
        _leastSingularValue = leastSingularValue;
    }

    /// <summary>The distance of <paramref name="w"/> to the projection of <paramref name="w0"/> onto {Xw = y}, with a
    /// bound of its rounding error.</summary>
    public (double Distance, double Error) Of(ReadOnlySpan<double> w, ReadOnlySpan<double> w0, ReadOnlySpan<double> y)
    {
        int m = _X.Rows, d = _X.Columns;
        double[] residual = MatrixVector.Multiply(_X, w);
        for (int i = 0; i < m; i++)
            residual[i] -= y[i];
        double residualError = ((d + 2) * _scale * Lanes.Norm(w) + 2 * Lanes.Norm(y)) * UnitRoundoff;
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < i; k++)
                residual[i] -= _factor.R[k, i] * residual[k];
            residual[i] /= _factor.R[i, i];
        }

        double[] beside = w.ToArray();
        Lanes.Axpy(-1, w0, beside);
        double moved = Lanes.Norm(beside);
        double[] along = MatrixVector.TransposeMultiply(_factor.Q, beside);
        Lanes.Axpy(-1, MatrixVector.Multiply(_factor.Q, along), beside);
        double rowPart = Lanes.Norm(residual), besidePart = Lanes.Norm(beside);
        double condition = _scale / _leastSingularValue;
        // Householder's factors are those of a matrix at a distance of 8md·u‖X‖: its row space turns by that over the
        // least singular value.
        double error = residualError / _leastSingularValue + 16 * m * d * UnitRoundoff * condition * (rowPart + moved);
        return (Math.Sqrt(rowPart * rowPart + besidePart * besidePart), error);
    }
}
