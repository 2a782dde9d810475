using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks.Generalization;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="FewSamplesExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">N, below d(d+1)/2.</param>
/// <param name="Steps">Steps of the descent from random weights.</param>
public sealed record FewSamplesCell(CoordinateLaw Law, int Dimension, int Samples, int Steps);

/// <summary>Descents on fewer than d(d+1)/2 samples. Risks are in units of σ_min(W*)⁴.</summary>
/// <param name="IsProved">Whether an exact interpolant of width d − 1 was proved to exist: a start of risk 0 where the
/// gradient vanishes.</param>
/// <param name="PopulationRisk">L at that start, nearly.</param>
/// <param name="PopulationError">Bound of its error.</param>
/// <param name="Gain">(L̂(W_0) − L̂(W_K))/(ηΣ_{k&lt;K}‖∇L̂(W_k)‖²) of a descent from random weights of width d with
/// step 1/L_s.</param>
/// <param name="GainError">Bound of its rounding error.</param>
public sealed record FewSamplesOutcome(
    bool IsProved, double PopulationRisk, double PopulationError, double Gain, double GainError);

/// <summary>What becomes of gradient descent where the samples do not determine the teacher.</summary>
public sealed class FewSamplesExperiment : Experiment<FewSamplesCell, FewSamplesOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/few-samples";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are d(d+1)/2 samples or more, or d is 1.</exception>
    public override FewSamplesOutcome Run(FewSamplesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (d < 2 || cell.Samples < 1 || cell.Samples >= SymmetricVectorization.Dimension(d))
            throw new ArgumentException(
                $"There have to be fewer than d(d+1)/2 samples, at least one, and d ≥ 2, not N = {cell.Samples} and d "
                    + $"= {d}.",
                nameof(cell));
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        QuadraticRisk population = QuadraticRisk.Population(cell.Law, d);
        double σ2 = teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        (double gain, double gainError) = Descend(
            risk, teacher, Student.Gaussian(stream, d, d), cell.Steps, cancellation);
        if (
            BoundaryInterpolant.Walk(X, teacher, TensorSpan.UnseenDirection(X)) is not { } interpolant
            || interpolant.Weights.Rows >= d)
            return new(false, double.NaN, double.NaN, gain, gainError);
        var nearby = NearbyInterpolant.Of(X, interpolant.Weights, teacher.Gram);
        (double value, double error) = population.Between(interpolant.Gram, teacher.Gram);
        bool isProved = double.IsFinite(nearby.GramShift);
        double moved = isProved ? population.Change(value, nearby.GramShift) : 0;
        return new(
            isProved, value / σ4, (error + moved + 3 * value * teacher.LeastEigenvalueError / σ2) / σ4, gain,
            gainError);
    }

    private static (double Gain, double Error) Descend(
        QuadraticRisk risk, Teacher teacher, Student start, int steps, CancellationToken cancellation)
    {
        GradientDescent descent = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, start.Gram);
        double first = descent.Risk;
        double error = risk.At(descent.Difference).Error;
        double step = 1 / new SublevelSet(risk, teacher).Curvature(first + error);
        double sum = 0;
        while (descent.Steps < steps)
        {
            if (descent.Steps % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            sum += descent.GradientNorm * descent.GradientNorm;
            descent.Advance(step);
        }

        double lost = step * sum;
        return ((first - descent.Risk) / lost, (2 * error + steps * error) / lost);
    }
}
