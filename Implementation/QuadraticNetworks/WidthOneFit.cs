using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>Decides whether a student of width 1 can interpolate: ⟨w, X_i⟩² = Y_i for all i.</summary>
/// <remarks>
/// Every solution has ⟨w, X_i⟩ = ±√Y_i. On a maximal independent subset B of the samples the signs determine all other products, since X_j = Σ_k c_jk X_Bk; the 2^(|B|−1)
/// sign patterns (up to w → −w) are all tried. The decision is complete: no pattern, no student.
/// </remarks>
public static class WidthOneFit
{
    /// <summary>Least over all w of max_j |⟨w, X_j⟩² − Y_j| / (Y_j + ‖Y‖_∞), over the samples outside the independent subset, which is fitted exactly.</summary>
    /// <param name="X">Data, N × d, rank at most 20.</param>
    /// <param name="labels">Y, N numbers, not negative.</param>
    /// <returns>0 up to rounding exactly where a student of width 1 interpolates.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than 20 independent samples.</exception>
    public static double SmallestMisfit(Matrix X, ReadOnlySpan<double> labels)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (labels.Length != X.Rows)
            throw new ArgumentException($"{X.Rows} samples need as many labels, not {labels.Length}.", nameof(labels));
        (List<int> independent, double[][] coefficients) = Independent(X);
        if (independent.Count > 20)
            throw new ArgumentOutOfRangeException(nameof(X), independent.Count, "At most 20 independent samples: all sign patterns are tried.");
        double largest = 0;
        foreach (double label in labels)
            largest = Math.Max(largest, label);
        if (largest == 0 || independent.Count == 0)
            return 0;

        double best = double.PositiveInfinity;
        for (int pattern = 0; pattern < 1 << (independent.Count - 1); pattern++)
        {
            double worst = 0;
            for (int j = 0; j < X.Rows; j++)
            {
                double product = 0;
                for (int k = 0; k < independent.Count; k++)
                    product += coefficients[j][k] * (((pattern >> k) & 1) == 0 ? 1 : -1) * Math.Sqrt(labels[independent[k]]);
                worst = Math.Max(worst, Math.Abs(product * product - labels[j]) / (labels[j] + largest));
            }

            best = Math.Min(best, worst);
        }

        return best;
    }

    // Modified Gram–Schmidt with the coefficients of every sample on the independent ones chosen so far; 1e-9 separates integers and generic doubles of these sizes from rounding.
    private static (List<int> Independent, double[][] Coefficients) Independent(Matrix X)
    {
        var independent = new List<int>();
        var basis = new List<double[]>();
        var triangular = new List<double[]>();
        var coefficients = new double[X.Rows][];
        for (int j = 0; j < X.Rows; j++)
        {
            double[] rest = X.Row(j).ToArray();
            double length = Lanes.Norm(rest);
            var projections = new double[basis.Count];
            for (int pass = 0; pass < 2; pass++)
            {
                for (int k = 0; k < basis.Count; k++)
                {
                    double projection = Lanes.Dot(rest, basis[k]);
                    projections[k] += projection;
                    Lanes.Axpy(-projection, basis[k], rest);
                }
            }

            double height = Lanes.Norm(rest);
            if (height > 1e-9 * length)
            {
                Lanes.Scale(1 / height, rest);
                basis.Add(rest);
                triangular.Add([.. projections, height]);
                independent.Add(j);
                coefficients[j] = new double[independent.Count];
                coefficients[j][^1] = 1;
            }
            else
            {
                coefficients[j] = BackSubstitute(triangular, projections);
            }
        }

        for (int j = 0; j < coefficients.Length; j++)
            Array.Resize(ref coefficients[j], independent.Count);
        return (independent, coefficients);
    }

    // X_B = R Q with lower triangular rows R_k: c R = projections.
    private static double[] BackSubstitute(List<double[]> triangular, double[] projections)
    {
        var c = new double[projections.Length];
        for (int k = projections.Length - 1; k >= 0; k--)
        {
            double rest = projections[k];
            for (int l = k + 1; l < projections.Length; l++)
                rest -= c[l] * triangular[l][k];
            c[k] = rest / triangular[k][k];
        }

        return c;
    }
}
