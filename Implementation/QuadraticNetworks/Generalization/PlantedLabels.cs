using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>The labels Y_i = X_iᵀS*X_i of planted weights, with bounds of their rounding errors.</summary>
public static class PlantedLabels
{
    // Two sums of d: off by at most γ_(2d+2) |X_i|ᵀ|S*||X_i|.
    /// <summary>All labels.</summary>
    /// <param name="X">N × d.</param>
    /// <param name="S">S*, d × d.</param>
    public static (double[] Labels, double[] Errors) Of(Matrix X, Matrix S)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(S);
        var labels = new double[X.Rows];
        var errors = new double[X.Rows];
        for (int i = 0; i < X.Rows; i++)
        {
            ReadOnlySpan<double> x = X.Row(i);
            labels[i] = Lanes.Dot(x, MatrixVector.Multiply(S, x));
            for (int j = 0; j < x.Length; j++)
                for (int k = 0; k < x.Length; k++)
                    errors[i] += Math.Abs(x[j] * S[j, k] * x[k]);
            errors[i] *= (2 * x.Length + 3) * UnitRoundoff;
        }

        return (labels, errors);
    }
}
