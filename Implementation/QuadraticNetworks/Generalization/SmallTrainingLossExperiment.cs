using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="SmallTrainingLossExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
public sealed record SmallTrainingLossCell(CoordinateLaw Law, int Dimension, int Samples);

/// <summary>One data set with students near its teacher, ‖A‖_F = ½σ_min(W*)²; ratios do not depend on that
/// length.</summary>
/// <param name="LeastEigenvalue">λ_min(Ĝ).</param>
/// <param name="EigenvalueError">Bound of its error.</param>
/// <param name="Gamma">γ = λ_max(Ĝ^(−½) G Ĝ^(−½)); NaN where Ĝ is singular, as all that follows.</param>
/// <param name="GammaError">Bound of its relative error.</param>
/// <param name="Crude">Λ/λ_min(Ĝ), Λ = λ_max(G).</param>
/// <param name="RiskRatio">Greatest L/L̂ over random students.</param>
/// <param name="SharpRiskRatio">L/L̂ of the student in the direction that attains γ.</param>
/// <param name="DistanceRatio">Greatest ‖A‖_F²λ_min(Ĝ)/L̂ over random students.</param>
/// <param name="SharpDistanceRatio">The same of the student in the direction of the least eigenvector of Ĝ.</param>
/// <param name="GreatestEigenvalueRatio">λ_max(Ĝ)/λ_min(Ĝ).</param>
/// <param name="RatioError">Bound of the relative rounding error of the ratios.</param>
public sealed record SmallTrainingLossOutcome(
    double LeastEigenvalue,
    double EigenvalueError,
    double Gamma,
    double GammaError,
    double Crude,
    double RiskRatio,
    double SharpRiskRatio,
    double DistanceRatio,
    double SharpDistanceRatio,
    double GreatestEigenvalueRatio,
    double RatioError);

/// <summary>What a small training loss says about the population risk and about the distance to the teacher.</summary>
public sealed class SmallTrainingLossExperiment : Experiment<SmallTrainingLossCell, SmallTrainingLossOutcome>
{
    private const int Students = 8;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/small-training-loss";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override SmallTrainingLossOutcome Run(
        SmallTrainingLossCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        var empirical = QuadraticRisk.Empirical(X);
        var population = QuadraticRisk.Population(cell.Law, d);
        SymmetricEigen spectrum = SymmetricEigen.Of(empirical.Covariance);
        double λ = spectrum.Values[0];
        if (
            λ <= empirical.EigenvalueError
            || !CholeskyFactor.TryFactor(empirical.Covariance, out CholeskyFactor? factor))
            return new(
                λ, empirical.EigenvalueError, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN,
                double.NaN, double.NaN, double.NaN);

        // Ĝ = LLᵀ: γ is the greatest eigenvalue of L⁻¹GL⁻ᵀ = U diag(γ) Uᵀ, attained by a = L⁻ᵀu.
        Matrix C = factor.SolveLower(factor.SolveLower(population.Covariance).Transpose());
        Matrix S = Symmetric(C);
        SymmetricEigen generalized = SymmetricEigen.Of(S);
        double[] attaining = factor.Solve(MatrixVector.Multiply(factor.L, generalized.Vectors.Column(C.Rows - 1)));

        var worst = new Ratios(0, 0, 0);
        var direction = new double[C.Rows];
        for (int k = 0; k < Students; k++)
        {
            stream.FillNormals(direction);
            worst = worst.Or(RatiosOf(direction, teacher, empirical, population, λ));
        }

        Ratios sharpRisk = RatiosOf(attaining, teacher, empirical, population, λ);
        Ratios sharpDistance = RatiosOf(spectrum.Vectors.Column(0), teacher, empirical, population, λ);

        // The factor of Ĝ is that of a matrix within D(D + 1)·u·‖Ĝ‖ (Higham, section 10.1), the two triangular
        // solutions add as much each, to first order.
        double condition = empirical.Trace / λ;
        return new(
            λ,
            empirical.EigenvalueError,
            generalized.Values[^1],
            4.0 * (C.Rows + 1) * C.Rows * UnitRoundoff * condition
                + EigenvalueBound.Of(S, generalized) / generalized.Values[^1]
                + empirical.EigenvalueError / λ,
            SymmetricEigen.Of(population.Covariance).Values[^1] / λ,
            worst.Risk,
            sharpRisk.Risk,
            worst.Distance,
            sharpDistance.Distance,
            spectrum.Values[^1] / λ,
            Math.Max(worst.Error, Math.Max(sharpRisk.Error, sharpDistance.Error)));
    }

    // A student with WᵀW = S* + tA, positive definite as ‖tA‖ = ½λ_min(S*): its weights are a Cholesky root, and its A
    // is what they make it.
    private static Ratios RatiosOf(
        ReadOnlySpan<double> direction, Teacher teacher, QuadraticRisk empirical, QuadraticRisk population, double λ)
    {
        Matrix M = SymmetricVectorization.Matricize(direction, teacher.Gram.Rows);
        Lanes.Scale(0.5 * teacher.LeastEigenvalue / Lanes.Norm(M.Values), M.Values);
        Lanes.Axpy(1, teacher.Gram.Values, M.Values);
        if (!CholeskyFactor.TryFactor(M, out CholeskyFactor? root))
            throw new InvalidOperationException("S* + A with ‖A‖ = ½λ_min(S*) is positive definite.");
        double[] a = SymmetricVectorization.Vectorize(
            QuadraticRisk.Difference(Gram.Of(root.L.Transpose()), teacher.Gram));
        (double L, double error) = population.At(a);
        (double trained, double trainedError) = empirical.At(a);
        return new(
            L / trained, Lanes.Dot(a, a) * λ / trained,
            2 * (error / L + trainedError / trained) + empirical.EigenvalueError / λ);
    }

    private static Matrix Symmetric(Matrix C)
    {
        for (int i = 0; i < C.Rows; i++)
            for (int j = 0; j < i; j++)
                C[i, j] = C[j, i] = (C[i, j] + C[j, i]) / 2;
        return C;
    }

    private sealed record Ratios(double Risk, double Distance, double Error)
    {
        public Ratios Or(Ratios other) =>
            new(Math.Max(Risk, other.Risk), Math.Max(Distance, other.Distance), Math.Max(Error, other.Error));
    }
}
