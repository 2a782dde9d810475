using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="IdentityStartExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m ≥ d, width of the teacher with standard normal weights.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="StartSquare">The start has W_0ᵀW_0 = this times I.</param>
public sealed record IdentityStartCell(CoordinateLaw Law, int Dimension, int Width, int Samples, double StartSquare);

/// <summary>The whole pipeline of the talk: a deterministic start and the descent from it.</summary>
/// <param name="StartRisk">L̂(W_0)/σ⁴.</param>
/// <param name="Depth">θ = L̂(W_0)/(λ_min σ⁴), an upper bound; infinite where the covariance is singular. Below 1 the
/// start lies below the barrier.</param>
/// <param name="Distance">‖WᵀW − S*‖_F/σ² at the end; that of the start where the start does not lie below the barrier,
/// which ends the trial.</param>
/// <param name="Steps">Steps of size 1/L_s until the distance was at most 10⁻⁶σ².</param>
/// <param name="StepsAllowed">ln(10¹²θ)/(8ηλ_min(1 − √θ)σ²) + 1: how many the certified rate allows.</param>
public sealed record IdentityStartOutcome(
    double StartRisk, double Depth, double Distance, int Steps, double StepsAllowed);

/// <summary>Gradient descent with a constant step from W_0ᵀW_0 = cI towards a teacher with standard normal
/// weights.</summary>
/// <remarks>Only S* = W*ᵀW* enters, a Wishart matrix with m degrees of freedom, and of the start only its Gram matrix:
/// no m × d matrix is formed.</remarks>
public sealed class IdentityStartExperiment : Experiment<IdentityStartCell, IdentityStartOutcome>
{
    private const double Reached = 1e-6;

    // Where the start lies so close to the barrier that the rate allows more, the run is left open.
    private const int MostSteps = 200_000;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/identity-start-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override IdentityStartOutcome Run(
        IdentityStartCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (cell.Width < d)
            throw new ArgumentException($"A teacher of width {cell.Width} has no rank {d}.", nameof(cell));
        Teacher teacher = Draw(stream, cell.Width, d);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        Matrix start = Matrix.Identity(d);
        Lanes.Scale(cell.StartSquare, start.Values);
        GradientDescent descent = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, start);
        double σ2 = teacher.LeastEigenvalue;
        double level = descent.Risk + risk.At(descent.Difference).Error;
        var sublevel = new SublevelSet(risk, teacher);
        double θ = level / (sublevel.LeastEigenvalue * σ2 * σ2);
        if (!(θ < 1))
            return new(descent.Risk / (σ2 * σ2), θ, descent.Distance / σ2, 0, 0);

        double startRisk = descent.Risk / (σ2 * σ2);
        double step = 1 / sublevel.Curvature(level);
        double logarithm = Math.Max(0, ElementaryFunctions.Log(θ / (Reached * Reached)));
        double allowed = logarithm / (8 * step * sublevel.LeastEigenvalue * (1 - Math.Sqrt(θ)) * σ2) + 1;
        while (descent.Distance > Reached * σ2 && descent.Steps <= allowed && descent.Steps < MostSteps)
        {
            if (descent.Steps % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            descent.Advance(step);
        }

        return new(startRisk, θ, descent.Distance / σ2, descent.Steps, allowed);
    }

    // W* = Lᵀ for S* = LLᵀ.
    private static Teacher Draw(RandomStream stream, int m, int d) =>
        CholeskyFactor.TryFactor(Wishart.Draw(stream, m, d), out CholeskyFactor? factor)
        ? Teacher.WithWeights(factor.L.Transpose())
        : throw new ArithmeticException(
            "A Wishart matrix with at least d degrees of freedom was not positive definite.");
}
