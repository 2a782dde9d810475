using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Optimization;

// ŵ = argmin ½‖w‖² s.t. Zw ≥ 1. Two bounds of ‖w − ŵ‖, both from w and multipliers alone.
// Gap: λ ≥ 0 gives ½‖ŵ‖² ≥ D(λ) = Σλ − ½‖Zᵀλ‖², and strong convexity ½‖v − ŵ‖² ≤ ½‖v‖² − ½‖ŵ‖² for feasible v; take v =
// w/min(Zw). Support: where (ZZᵀ)_SS μ = 1 has a solution μ > 0 and the other margins of Z_Sᵀμ exceed 1, Z_Sᵀμ is ŵ;
// both are decided with the error bound ‖λ − μ‖ ≤ ‖1 − (ZZᵀ)_SS λ‖/λ_min, and ‖Z_Sᵀ(λ − μ)‖ ≤ ‖1 − (ZZᵀ)_SS λ‖/√λ_min.

/// <summary>What multipliers prove about the hard-margin separator ŵ = argmin ‖w‖₂ s.t. Zw ≥ 1, the rows of Z being
/// y_i·x_i.</summary>
/// <param name="DistanceBound">‖w − ŵ‖ is at most this; infinite where w separates nothing.</param>
/// <param name="NormLower">A lower bound of ‖ŵ‖, from the dual value.</param>
/// <param name="StrictSupport">Whether the support S of λ is proven to be that of ŵ, with positive multipliers and all
/// other margins above 1.</param>
/// <param name="OtherMargin">A lower bound of the margins outside S at ŵ, where <paramref name="StrictSupport"/>; ∞
/// where there are none.</param>
/// <param name="MultiplierError">Bound of the distance of λ_S to the multipliers of ŵ, where
/// <paramref name="StrictSupport"/>.</param>
/// <param name="LeastEigenvalue">A lower bound of the least eigenvalue of the Gram matrix of the rows in S, where
/// <paramref name="StrictSupport"/>.</param>
public sealed record HardMarginCertificate(
    double DistanceBound,
    double NormLower,
    bool StrictSupport,
    double OtherMargin,
    double MultiplierError,
    double LeastEigenvalue)
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;

    /// <summary>Examines a separator and multipliers, wherever they come from.</summary>
    /// <param name="Z">m × d.</param>
    /// <param name="w">d entries.</param>
    /// <param name="λ">m entries; negative ones count as 0.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static HardMarginCertificate Of(Matrix Z, ReadOnlySpan<double> w, ReadOnlySpan<double> λ)
    {
        ArgumentNullException.ThrowIfNull(Z);
        if (w.Length != Z.Columns || λ.Length != Z.Rows)
            throw new ArgumentException(
                $"A {Z.Rows} × {Z.Columns} matrix does not fit {w.Length} weights and {λ.Length} multipliers.",
                nameof(w));
        int m = Z.Rows,
            d = Z.Columns;
        double scale = Lanes.Norm(Z.Values);
        double norm = Lanes.Norm(w);
        // An inner product of d terms errs by at most (d + 2)u·‖z‖‖w‖.
        double marginError = (d + 2) * UnitRoundoff * scale * norm;
        double[] margins = MatrixVector.Multiply(Z, w);
        double least = m == 0 ? double.NaN : margins.Min() - marginError;
        double[] positive = new double[m];
        double sum = 0;
        for (int i = 0; i < m; i++)
        {
            positive[i] = Math.Max(0, λ[i]);
            sum += positive[i];
        }

        double[] image = MatrixVector.TransposeMultiply(Z, positive);
        double imageNorm = Lanes.Norm(image);
        double imageError = (m + 2) * UnitRoundoff * scale * Lanes.Norm(positive);
        double dual =
            sum * (1 - (m + 2) * UnitRoundoff)
            - 0.5 * (imageNorm + imageError) * (imageNorm + imageError) * (1 + 4 * UnitRoundoff);
        double normLower = Math.Sqrt(Math.Max(0, 2 * dual)) * (1 - 2 * UnitRoundoff);
        double gapBound = double.PositiveInfinity;
        if (least > 0)
        {
            double primal = 0.5 * norm * norm / (least * least) * (1 + (d + 8) * UnitRoundoff);
            gapBound =
                Math.Sqrt(Math.Max(0, 2 * (primal - dual))) + norm * Math.Abs(1 - 1 / least) * (1 + 4 * UnitRoundoff);
        }

        (double supportBound, double other, double multiplierError, double eigenvalue) = OnSupport(Z, w, λ, scale);
        return new(
            Math.Min(gapBound, supportBound), normLower, double.IsFinite(supportBound), other, multiplierError,
            eigenvalue);
    }

    private static (double Bound, double OtherMargin, double MultiplierError, double Eigenvalue) OnSupport(
        Matrix Z, ReadOnlySpan<double> w, ReadOnlySpan<double> λ, double scale)
    {
        (double, double, double, double) nothing = (double.PositiveInfinity, double.NaN, double.NaN, double.NaN);
        var support = new List<int>();
        for (int i = 0; i < λ.Length; i++)
        {
            if (λ[i] > 0)
                support.Add(i);
        }

        int k = support.Count, d = Z.Columns;
        if (k == 0 || k > d)
            return nothing;
        var ZS = new Matrix(k, d);
        double[] λS = new double[k];
        for (int a = 0; a < k; a++)
        {
            Z.Row(support[a]).CopyTo(ZS.Row(a));
            λS[a] = λ[support[a]];
        }

        Matrix G = MatrixProduct.MultiplyTranspose(ZS, ZS);
        double size = Lanes.Norm(G.Values);
        // Rounding of G and of a backward stable eigensolver, each a modest multiple of its size times u.
        double eigenvalue = SymmetricEigen.Of(G).Values[0] - (d + 32 * k) * UnitRoundoff * (size + scale * scale);
        if (!(eigenvalue > 0))
            return nothing;
        double[] residual = MatrixVector.Multiply(G, λS);
        for (int a = 0; a < k; a++)
            residual[a] = 1 - residual[a];
        double norm = Lanes.Norm(λS);
        double defect = Lanes.Norm(residual) + ((k + d + 4) * size * norm + 2) * UnitRoundoff;
        double multiplierError = defect / eigenvalue;
        double separatorError = defect / Math.Sqrt(eigenvalue);
        if (λS.Min() <= multiplierError)
            return nothing;
        double[] v = MatrixVector.TransposeMultiply(ZS, λS);
        double vError = separatorError + (k + 2) * UnitRoundoff * scale * norm;
        double[] margins = MatrixVector.Multiply(Z, v);
        double other = double.PositiveInfinity;
        for (int i = 0; i < margins.Length; i++)
        {
            if (!support.Contains(i))
                other = Math.Min(other, margins[i] - scale * (vError + (d + 2) * UnitRoundoff * Lanes.Norm(v)));
        }

        if (other <= 1)
            return nothing;
        for (int j = 0; j < d; j++)
            v[j] -= w[j];
        return ((Lanes.Norm(v) + vError) * (1 + 4 * UnitRoundoff), other, multiplierError, eigenvalue);
    }
}
