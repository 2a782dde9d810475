using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="FullRankCurvatureExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Samples">N; 0 for the population risk.</param>
/// <param name="Start">Where students start.</param>
/// <param name="IsDescended">Whether the stationary point reached is looked at instead of the start.</param>
public sealed record FullRankCurvatureCell(
    CoordinateLaw Law, int Dimension, int StudentWidth, int Samples, StudentStart Start, bool IsDescended);

/// <summary>Second-order behavior of the risk at one student, against a teacher with ‖W*‖_F = 1.</summary>
/// <param name="LeastHessian">Least eigenvalue of the Hessian as a quadratic form on m̂ × d matrices.</param>
/// <param name="Error">Proven bound of its error.</param>
/// <param name="Gradient">‖∇L(W)‖_F, plus its error.</param>
/// <param name="DthSingularValue">σ_d(W), less its error, at least 0; 0 where m̂ &lt; d.</param>
/// <param name="LeastNonzeroSingularValue">The least of σ_1(W), …, σ_d(W) above 10⁻⁴ of the greatest.</param>
/// <param name="LargestSingularValue">σ_1(W).</param>
public sealed record FullRankCurvatureOutcome(
    double LeastHessian,
    double Error,
    double Gradient,
    double DthSingularValue,
    double LeastNonzeroSingularValue,
    double LargestSingularValue);

/// <summary>The Hessian of a risk at students of all ranks.</summary>
/// <remarks>D²L[H, H] = 2⟨B, T(B)⟩ + 4⟨R, HᵀH⟩ ≥ −4‖R‖‖H‖², B = WᵀH + HᵀW, and ‖∇L‖ = 4‖WR‖ ≥ 4σ_d(W)‖R‖.</remarks>
public sealed class FullRankCurvatureExperiment : Experiment<FullRankCurvatureCell, FullRankCurvatureOutcome>
{
    private const double u = UnitRoundoff;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/full-rank-curvature";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override FullRankCurvatureOutcome Run(
        FullRankCurvatureCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var planted = new Matrix(2 * d, d);
        stream.FillNormals(planted.Values);
        Lanes.Scale(1 / Lanes.Norm(planted.Values), planted.Values);
        Teacher teacher = Teacher.WithWeights(planted);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = cell.Samples == 0 ? QuadraticRisk.Population(cell.Law, d) : QuadraticRisk.Empirical(X);

        // Sizes of students spread over a factor of twenty about the teacher's and below: near 0 the bound is attained
        // at d = 1.
        var W = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(W.Values);
        Lanes.Scale(ElementaryFunctions.Exp(-3 * stream.NextUniform()) / d, W.Values);
        if (cell.Start == StudentStart.DeficientRows)
        {
            for (int j = d - 1; j < W.Rows; j++)
                W.Row(j).Clear();
        }

        return At(risk, teacher, cell.IsDescended ? StudentDescent.Minimize(risk, teacher, W).Weights : W);
    }

    private static FullRankCurvatureOutcome At(QuadraticRisk risk, Teacher teacher, Matrix W)
    {
        int d = W.Columns;
        Matrix M = Gram.Of(W);
        double distance = Lanes.Norm(QuadraticRisk.Difference(M, teacher.Gram).Values);
        Matrix hessian = RiskHessian.At(risk, teacher, W);
        var curvatures = SymmetricEigen.Of(hessian);
        var gram = SymmetricEigen.Of(M);
        double norm = Lanes.Norm(W.Values);

        // Entries of G are taken as they are: A is off by δ, R by tr G·(δ + n₁·u·‖A‖), the gradient by 4‖W‖ times that,
        // the Hessian by 4 times that and n₂·u·(8‖W‖² + 4‖A‖)·tr G.
        double δ = 2.0 * Math.Max(W.Rows, teacher.Weights.Rows) * u * (norm * norm + 1);
        int D = risk.Covariance.Rows;
        double residual = risk.Trace * (δ + (4 * D + 8) * u * distance);
        double error = 4 * residual
            + (4 * D + 16) * u * hessian.Rows * risk.Trace * (8 * norm * norm + 4 * distance)
            + EigenvalueBound.Of(hessian, curvatures);
        double gramError = EigenvalueBound.Of(M, gram) + δ;
        double gradient = Lanes.Norm(StudentDescent.Evaluate(risk, teacher, W.Values, W.Rows).Gradient);
        double largest = Math.Sqrt(Math.Max(0, gram.Values[^1]));
        double[] singular = [.. gram.Values.Select(λ => Math.Sqrt(Math.Max(0, λ - gramError)))];
        return new(
            curvatures.Values[0],
            error,
            gradient + 4 * norm * (residual + (2 * d + 4) * u * risk.Trace * distance),
            W.Rows < d ? 0 : singular[0],
            Array.Find(singular, value => value >= 1e-4 * largest),
            largest);
    }
}
