using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="PopulationBarrierExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Teacher">How the planted weights are drawn.</param>
/// <param name="Scale">Factor of the planted weights, positive.</param>
/// <param name="Deficit">Students have rank at most d − Deficit; 0 or 1.</param>
public sealed record PopulationBarrierCell(
    CoordinateLaw Law, int Dimension, TeacherKind Teacher, double Scale, int Deficit = 1);

/// <summary>What one teacher yields. Risks are in units of σ_min(W*)⁴.</summary>
/// <param name="Sigma">σ_min(W*).</param>
/// <param name="Minimum">Least risk of a rank-deficient student, by the dual formula, evaluated at the student
/// itself.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="Minimum"/>, its unit included.</param>
/// <param name="LowerBound">λ_min(G).</param>
/// <param name="Sharp">b_d of the law.</param>
/// <param name="Direct">Least risk found by quasi-Newton descent over W of shape (d − 1) × d, without the dual
/// formula.</param>
/// <param name="LeastEigenvalue">λ_min(M)/λ_max(M) of the dual solution: 0 up to rounding where its student
/// exists.</param>
public sealed record PopulationBarrierOutcome(
    double Sigma, double Minimum, double Error, double LowerBound, double Sharp, double Direct, double LeastEigenvalue);

/// <summary>The least population risk of rank-deficient students of one teacher, found in two independent
/// ways.</summary>
public sealed class PopulationBarrierExperiment : Experiment<PopulationBarrierCell, PopulationBarrierOutcome>
{
    private const int DirectStarts = 2;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/population-barrier";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override PopulationBarrierOutcome Run(
        PopulationBarrierCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        QuadraticRisk risk = QuadraticRisk.Population(cell.Law, d);
        Teacher teacher = Teacher.Of(cell.Teacher, cell.Law, d, cell.Scale, stream);
        double σ2 = teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        double sharp = BarrierConstants.Sharp(cell.Law, d);
        double λ = risk.Spectrum.Values[0];
        if (cell.Deficit == 0)
        {
            // Without a rank constraint the teacher itself is a student.
            (double zero, double error) = risk.Between(teacher.Gram, teacher.Gram);
            return new(Math.Sqrt(σ2), zero / σ4, error / σ4, λ, sharp, zero / σ4, 0);
        }

        double direct = Direct(risk, teacher, stream) / σ4;
        RankDeficientMinimum? minimum = RankDeficientMinimum.Of(risk, teacher, stream);
        if (minimum is null)
            return new(Math.Sqrt(σ2), direct, direct, λ, sharp, direct, 0);

        // σ² is off by a proven bound; its square by twice that, relatively, and a little more.
        double unit = 3 * teacher.LeastEigenvalueError / σ2;
        return new(
            Math.Sqrt(σ2), minimum.Risk / σ4, (minimum.Error + unit * minimum.Risk) / σ4, λ, sharp, direct,
            minimum.LeastEigenvalue);
    }

    private static double Direct(QuadraticRisk risk, Teacher teacher, RandomStream stream)
    {
        int d = risk.Dimension;
        if (d == 1)
            return risk.Between(new Matrix(1, 1), teacher.Gram).Risk;
        double best = double.PositiveInfinity;
        for (int start = 0; start < DirectStarts; start++)
        {
            var W = new Matrix(d - 1, d);
            stream.FillNormals(W.Values);
            Lanes.Scale(Math.Sqrt(teacher.LargestEigenvalue / d), W.Values);
            best = Math.Min(best, StudentDescent.Minimize(risk, teacher, W).Risk);
        }

        return best;
    }
}
