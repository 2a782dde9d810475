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
/// <param name="GaussNewtonRank">Rank of ∇Fᵀ∇F modulo 2⁶¹ − 1, a lower bound of the rank.</param>
/// <param name="CurvatureRank">Rank of Σ_i r_iH_{F_i} modulo 2⁶¹ − 1, a lower bound of the rank.</param>
public sealed record LossHessianOutcome(
    double FirstDifference,
    double SecondDifference,
    double Slope,
    double GaussNewton,
    double Curvature,
    double SquaredCurvature,
    int GaussNewtonRank,
    int CurvatureRank);

/// <summary>
/// Derivatives of L = ½‖F − y‖² over quadratic maps with small integer coefficients, at integer points. Along a line L is a polynomial of degree
/// four, whose derivatives follow from five values without truncation; all quantities are integers or halves below 2⁵³, so that nothing rounds.
/// </summary>
public sealed class LossHessianExperiment : Experiment<LossHessianCell, LossHessianOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/loss-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    // With p = 16, |c|, |b| ≤ 9, |A| ≤ 8 and |w + tv| ≤ 9: |F| ≤ 9 + 16·81 + 128·16·81/2 < 9·10⁴, and 64·Σ_i F_i² < 64·8·10¹⁰ < 2⁵³.
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

        var losses = new double[5];
        for (int t = -2; t <= 2; t++)
        {
            double[] point = [.. w];
            Lanes.Axpy(t, v, point);
            losses[t + 2] = F.Loss(point, y);
        }

        Matrix J = F.Jacobian(w);
        double[] r = F.Residual(w, y);
        Matrix curvature = F.WeightedHessian(w, r);
        double[] Jv = MatrixVector.Multiply(J, v);
        return new(
            losses[0] - 8 * losses[1] + 8 * losses[3] - losses[4],
            -losses[0] + 16 * losses[1] - 30 * losses[2] + 16 * losses[3] - losses[4],
            Lanes.Dot(Jv, r),
            Lanes.Dot(Jv, Jv),
            Lanes.Dot(v, MatrixVector.Multiply(curvature, v)),
            Lanes.Dot(v, MatrixVector.Multiply(F.WeightedHessian(w, [.. r.Select(entry => entry * entry)]), v)),
            ModularRank.LowerBound(Gram.Of(J)),
            ModularRank.LowerBound(curvature));
    }
}
