using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes of <see cref="LossHessianExperiment"/>.</summary>
/// <param name="Outputs">n, 1 to 8.</param>
/// <param name="Parameters">p, 1 to 16.</param>
public sealed record LossHessianCell(int Outputs, int Parameters);

/// <summary>Derivatives of the loss of one integer map along one line, by two routes; all numbers are exact.</summary>
/// <param name="FirstDifference">12·(d/dt)L(w + tv) at 0, from the loss at t = −2 … 2.</param>
/// <param name="SecondDifference">12·(d/dt)²L(w + tv) at 0, from the same five values.</param>
/// <param name="Slope">vᵀ∇Fᵀr with r = F − y.</param>
/// <param name="GaussNewton">vᵀ∇Fᵀ∇Fv.</param>
/// <param name="Curvature">vᵀ(Σ_i r_iH_{F_i})v.</param>
/// <param name="SquaredCurvature">vᵀ(Σ_i r_i²H_{F_i})v.</param>
/// <param name="RemainderRank">Rank modulo 2⁶¹ − 1 of H_L − Σ_i r_iH_{F_i}, a lower bound of the rank, with H_L from
/// values of the loss alone.</param>
/// <param name="CurvatureRank">Rank of Σ_i r_iH_{F_i} modulo 2⁶¹ − 1, a lower bound of the rank.</param>
public sealed record LossHessianOutcome(
    double FirstDifference,
    double SecondDifference,
    double Slope,
    double GaussNewton,
    double Curvature,
    double SquaredCurvature,
    int RemainderRank,
    int CurvatureRank);

/// <summary>
/// Derivatives of L = ½‖F − y‖² over quadratic maps with small integer coefficients, at integer points. Along a line L
/// is a polynomial of degree four, whose derivatives follow from five values without truncation; all quantities are
/// integers or halves below 2⁵³, so that nothing rounds.
/// </summary>
public sealed class LossHessianExperiment : Experiment<LossHessianCell, LossHessianOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/loss-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    // With p = 16, |c|, |b| ≤ 9, |A| ≤ 8 and |w + tv| ≤ 9: |F| ≤ 9 + 16·81 + 128·16·81/2 < 9·10⁴, and 64·Σ_i F_i² <
    // 64·8·10¹⁰ < 2⁵³.
    /// <inheritdoc/>
    public override LossHessianOutcome Run(LossHessianCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int p) = (cell.Outputs, cell.Parameters);
        QuadraticMap F = QuadraticMap.Integers(stream, n, p);
        var y = new double[n];
        var w = new double[p];
        var v = new double[p];
        QuadraticMap.FillIntegers(stream, 9, y);
        QuadraticMap.FillIntegers(stream, 5, w);
        QuadraticMap.FillIntegers(stream, 2, v);

        double[] losses = Along(F, w, v, y);

        Matrix J = F.Jacobian(w);
        double[] r = F.Residual(w, y);
        Matrix curvature = F.WeightedHessian(w, r);
        double[] Jv = MatrixVector.Multiply(J, v);
        return new(
            losses[0] - 8 * losses[1] + 8 * losses[3] - losses[4],
            SecondDifference(losses),
            Lanes.Dot(Jv, r),
            Lanes.Dot(Jv, Jv),
            Lanes.Dot(v, MatrixVector.Multiply(curvature, v)),
            Lanes.Dot(v, MatrixVector.Multiply(F.WeightedHessian(w, [.. r.Select(entry => entry * entry)]), v)),
            ModularRank.LowerBound(Remainder(F, w, y, curvature)),
            ModularRank.LowerBound(curvature));
    }

    // 24·(H_L − curvature): with D(v) = 12·vᵀH_Lv from the loss along v, 24·H_ij = D(e_i + e_j) − D(e_i) − D(e_j).
    private static Matrix Remainder(QuadraticMap F, double[] w, double[] y, Matrix curvature)
    {
        int p = w.Length;
        var remainder = new Matrix(p, p);
        var v = new double[p];
        for (int i = 0; i < p; i++)
        {
            v[i] = 1;
            remainder[i, i] = 2 * SecondDifference(Along(F, w, v, y));
            v[i] = 0;
        }

        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < i; j++)
            {
                v[i] = v[j] = 1;
                remainder[i, j] = remainder[j, i] =
                    SecondDifference(Along(F, w, v, y)) - (remainder[i, i] + remainder[j, j]) / 2;
                v[i] = v[j] = 0;
            }
        }

        Lanes.Axpy(-24, curvature.Values, remainder.Values);
        return remainder;
    }

    private static double[] Along(QuadraticMap F, double[] w, double[] v, double[] y)
    {
        var losses = new double[5];
        for (int t = -2; t <= 2; t++)
        {
            double[] point = [.. w];
            Lanes.Axpy(t, v, point);
            losses[t + 2] = F.Loss(point, y);
        }

        return losses;
    }

    // Twelve times the second derivative at 0 of a polynomial of degree four or less.
    private static double SecondDifference(double[] losses) =>
        -losses[0] + 16 * losses[1] - 30 * losses[2] + 16 * losses[3] - losses[4];
}
