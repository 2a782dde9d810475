using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>The best student of width 1: how well some w can fit ⟨w, X_i⟩² = Y_i for all i.</summary>
/// <remarks>
/// <para>Every interpolating w has ⟨w, X_i⟩ = ±√Y_i. On a maximal independent subset B of the samples the signs
/// determine the part of w in the row space, and with it all other products; the 2^(|B|−1) sign patterns (up to w → −w)
/// are all tried. The decision is complete: no pattern, no student.</para>
/// <para>Error of a product that a pattern determines. With X_j = Σ c_jk X_Bk + e_j and s_k = ±√Y_Bk the exact product
/// of an exact fit is Σ c_jk s_k + ⟨e_j, w⟩, |⟨e_j, w⟩| ≤ ‖e_j‖‖Q‖_F‖s‖/(1 − α) for any Q with α ≥ ‖I − X_B Q‖; the
/// computed Σ is off by at most Σ |c_jk|(δs_k + γ_n|s_k|), with δs_k ≤ η_k/√Y_k + u√Y_k where Y_k is known up to η_k.
/// That B is maximal is certain when it has d members, and for small-integer data, whose determinants do not come near
/// the threshold of the selection.</para>
/// </remarks>
/// <param name="Misfit">Least over the patterns of max_j |⟨w, X_j⟩² − Y_j|/(Y_j + ‖Y‖_∞) over the samples outside B,
/// which is fitted exactly; 0 up to rounding where a student of width 1 interpolates.</param>
/// <param name="LowerBound">Least over the patterns of the same with every deviation less its error bound: positive
/// only if no student of width 1 interpolates.</param>
/// <param name="Weights">w of the best pattern in the row space of the data, 1 × d.</param>
public sealed record WidthOneFit(double Misfit, double LowerBound, Matrix Weights)
{
    /// <summary>Tries all sign patterns.</summary>
    /// <param name="X">Data, N × d, rank at most 20.</param>
    /// <param name="labels">Y, N numbers, not negative.</param>
    /// <param name="labelErrors">η, bounds of the errors of the labels.</param>
    /// <exception cref="ArgumentException">There are not as many labels, or bounds, as samples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More than 20 independent samples.</exception>
    public static WidthOneFit Of(Matrix X, ReadOnlySpan<double> labels, ReadOnlySpan<double> labelErrors)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (labels.Length != X.Rows || labelErrors.Length != X.Rows)
            throw new ArgumentException(
                $"{X.Rows} samples need as many labels with their errors, not {labels.Length} and "
                    + $"{labelErrors.Length}.",
                nameof(labels));
        (List<int> independent, double[][] coefficients) = Independent(X);
        int rank = independent.Count;
        if (rank > 20)
            throw new ArgumentOutOfRangeException(
                nameof(X), rank, "At most 20 independent samples: all sign patterns are tried.");
        double largest = 0;
        foreach (double label in labels)
            largest = Math.Max(largest, label);
        if (largest == 0 || rank == 0)
            return new(0, 0, new Matrix(1, X.Columns));

        double[] roots = [.. labels.ToArray().Select(Math.Sqrt)];
        double[] errors = ProductErrors(X, roots, labelErrors, independent, coefficients);
        double best = double.PositiveInfinity, lower = double.PositiveInfinity;
        int bestPattern = 0;
        for (int pattern = 0; pattern < 1 << (rank - 1); pattern++)
        {
            double worst = 0, certain = double.NegativeInfinity;
            for (int j = 0; j < X.Rows; j++)
            {
                double product = 0;
                for (int k = 0; k < rank; k++)
                    product += coefficients[j][k] * Sign(pattern, k) * roots[independent[k]];
                double scale = labels[j] + largest;
                double deviation = Math.Abs(product * product - labels[j]);
                double error =
                    (2 * Math.Abs(product) + errors[j]) * errors[j]
                    + labelErrors[j]
                    + 4 * UnitRoundoff * (product * product + labels[j]);
                worst = Math.Max(worst, deviation / scale);
                certain = Math.Max(certain, (deviation - error) / scale);
            }

            lower = Math.Min(lower, certain);
            if (worst < best)
                (best, bestPattern) = (worst, pattern);
        }

        return new(
            best,
            lower,
            InRowSpace(X, independent, [.. independent.Select((j, k) => Sign(bestPattern, k) * roots[j])]));
    }

    private static int Sign(int pattern, int k) => ((pattern >> k) & 1) == 0 ? 1 : -1;

    private static double[] ProductErrors(
        Matrix X, double[] roots, ReadOnlySpan<double> labelErrors, List<int> independent, double[][] coefficients)
    {
        int rank = independent.Count;
        double γ = (rank + 4) * UnitRoundoff * 1.001;
        Matrix B = Rows(X, independent);
        (Matrix transposedQ, double α) = RightInverse(B);
        double length =
            Lanes.Norm([.. independent.Select(j => roots[j])]) * Lanes.Norm(transposedQ.Values) / (1 - α) * 1.001;
        var errors = new double[X.Rows];
        for (int j = 0; j < X.Rows; j++)
        {
            double[] rest = X.Row(j).ToArray();
            double size = Lanes.Norm(rest);
            double sum = 0;
            for (int k = 0; k < rank; k++)
            {
                double c = coefficients[j][k], root = roots[independent[k]];
                Lanes.Axpy(-c, B.Row(k), rest);
                size += Math.Abs(c) * Lanes.Norm(B.Row(k));
                double rootError =
                    root > 0
                        ? labelErrors[independent[k]] / root + UnitRoundoff * root
                        : Math.Sqrt(labelErrors[independent[k]]);
                sum += Math.Abs(c) * (rootError + γ * root);
            }

            errors[j] = α < 1 ? sum + (Lanes.Norm(rest) + γ * size) * length : double.PositiveInfinity;
        }

        return errors;
    }

    private static Matrix Rows(Matrix X, List<int> rows)
    {
        var B = new Matrix(rows.Count, X.Columns);
        for (int k = 0; k < rows.Count; k++)
            X.Row(rows[k]).CopyTo(B.Row(k));
        return B;
    }

    // Qᵀ = (BBᵀ)⁻¹B with α ≥ ‖I − BQ‖; infinite where B is too close to dependent.
    private static (Matrix TransposedQ, double Defect) RightInverse(Matrix B)
    {
        if (!CholeskyFactor.TryFactor(MatrixProduct.MultiplyTranspose(B, B), out CholeskyFactor? factor))
            return (B, double.PositiveInfinity);
        Matrix transposedQ = factor.Solve(B);
        Matrix defect = QuadraticRisk.Difference(
            Matrix.Identity(B.Rows), MatrixProduct.MultiplyTranspose(B, transposedQ));
        return (
            transposedQ, Lanes.Norm(defect.Values)
                + (B.Columns + 2) * UnitRoundoff * 1.001 * Lanes.Norm(B.Values) * Lanes.Norm(transposedQ.Values));
    }

    private static Matrix InRowSpace(Matrix X, List<int> independent, double[] products)
    {
        var w = new Matrix(1, X.Columns);
        Matrix transposedQ = RightInverse(Rows(X, independent)).TransposedQ;
        MatrixVector.TransposeMultiply(transposedQ, products, w.Values);
        return w;
    }

    // Modified Gram–Schmidt with the coefficients of every sample on the independent ones chosen so far; 1e-9 separates
    // integers and generic doubles of these sizes from rounding.
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
