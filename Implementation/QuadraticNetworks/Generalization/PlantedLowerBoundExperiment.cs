using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="PlantedLowerBoundExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">N ≥ 1; from d(d+1)/2 on there is nothing to find, and the direction that the data see least is
/// walked.</param>
/// <param name="Teacher">How the planted weights are drawn.</param>
/// <param name="Scale">Factor of the planted weights, positive.</param>
/// <param name="Step">Share of the way to the boundary.</param>
public sealed record PlantedLowerBoundCell(
    CoordinateLaw Law, int Dimension, int Samples, TeacherKind Teacher, double Scale, double Step = 1);

/// <summary>The interpolants at the ends of one walk; where both of its directions meet the boundary, the worse of the
/// two. Risks are in units of σ_min(W*)⁴.</summary>
/// <param name="Sigma">σ_min(W*).</param>
/// <param name="Ends">How many of the two directions meet the boundary: 2 exactly where the unseen matrix is
/// indefinite.</param>
/// <param name="Width">Rows of the student, the larger number.</param>
/// <param name="Misfit">Its misfit as in <see cref="NearbyInterpolant"/>, the larger one.</param>
/// <param name="MisfitError">Bound of the rounding error of that misfit, the larger one.</param>
/// <param name="Shift">How far an exact interpolant of the same width was proved to exist, the larger distance;
/// infinite where for one end none was.</param>
/// <param name="Risk">Population risk of the end where risk less error is the smaller.</param>
/// <param name="Error">By how much the risk of an exact interpolant beside that end can differ, rounding and the error
/// of σ_min(W*)⁴ included.</param>
/// <param name="GreaterRisk">The larger risk.</param>
public sealed record PlantedLowerBoundOutcome(
    double Sigma,
    int Ends,
    int Width,
    double Misfit,
    double MisfitError,
    double Shift,
    double Risk,
    double Error,
    double GreaterRisk);

/// <summary>What a student can get wrong that interpolates fewer than d(d+1)/2 samples: both ends of a walk from the
/// teacher along a random direction that the data do not see.</summary>
public sealed class PlantedLowerBoundExperiment : Experiment<PlantedLowerBoundCell, PlantedLowerBoundOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/planted-lower-bound";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override PlantedLowerBoundOutcome Run(
        PlantedLowerBoundCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        Teacher teacher = Teacher.Of(cell.Teacher, cell.Law, d, cell.Scale, stream);
        Matrix A = TensorSpan.UnseenDirection(X, stream);
        Matrix opposite = A.Clone();
        Lanes.Scale(-1, opposite.Values);
        var population = QuadraticRisk.Population(cell.Law, d);
        double σ2 = teacher.LeastEigenvalue, σ4 = σ2 * σ2;
        var worst = new PlantedLowerBoundOutcome(Math.Sqrt(σ2), 0, 0, 0, 0, 0, double.PositiveInfinity, 0, 0);
        foreach (Matrix direction in (Matrix[])[A, opposite])
        {
            if (BoundaryInterpolant.Walk(X, teacher, direction, cell.Step, positiveOnly: true) is not { } end)
                continue;
            var nearby = NearbyInterpolant.Of(X, end.Weights, teacher.Gram);
            (double risk, double error) = population.Between(end.Gram, teacher.Gram);
            error += population.Change(risk, nearby.GramShift) + 3 * risk * teacher.LeastEigenvalueError / σ2;
            bool lower = (risk - error) / σ4 < worst.Risk - worst.Error;
            worst = new(
                worst.Sigma,
                worst.Ends + 1,
                Math.Max(worst.Width, end.Weights.Rows),
                Math.Max(worst.Misfit, nearby.Misfit),
                Math.Max(worst.MisfitError, nearby.MisfitError),
                Math.Max(worst.Shift, nearby.Shift),
                lower ? risk / σ4 : worst.Risk,
                lower ? error / σ4 : worst.Error,
                Math.Max(worst.GreaterRisk, risk / σ4));
        }

        return worst;
    }
}
