using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="NaiveStudentExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1, for the empirical risk.</param>
/// <param name="Teacher">How the planted weights are drawn.</param>
/// <param name="Scale">Factor of the planted weights, positive.</param>
public sealed record NaiveStudentCell(CoordinateLaw Law, int Dimension, int Samples, TeacherKind Teacher, double Scale);

/// <summary>The student that forgets the teacher's weakest direction v: WᵀW = S* − σ²vvᵀ. Risks are in units of
/// σ_min(W*)⁴.</summary>
/// <param name="Sigma">σ_min(W*).</param>
/// <param name="Rank">d less the number of eigenvalues of S* − σ²vvᵀ that are zero up to rounding.</param>
/// <param name="Population">Population risk.</param>
/// <param name="PopulationError">Bound of its error, that of v included.</param>
/// <param name="FourthPower">‖v‖₄⁴ = Σv_i⁴.</param>
/// <param name="Empirical">Empirical risk.</param>
/// <param name="EmpiricalError">Bound of its error.</param>
/// <param name="MeanFourthPower">(1/N)Σ(vᵀX_i)⁴, summed over the samples.</param>
/// <param name="MeanSquare">(1/N)Σ(vᵀX_i)².</param>
/// <param name="Least">The least population risk found among rank-deficient students, from the eigenvectors of S*
/// alone; the naive one's where the covariance is singular.</param>
/// <param name="LeastError">Bound of its rounding error.</param>
public sealed record NaiveStudentOutcome(
    double Sigma,
    int Rank,
    double Population,
    double PopulationError,
    double FourthPower,
    double Empirical,
    double EmpiricalError,
    double MeanFourthPower,
    double MeanSquare,
    double Least,
    double LeastError);

/// <summary>How far above the barrier the most obvious rank-deficient student lies.</summary>
public sealed class NaiveStudentExperiment : Experiment<NaiveStudentCell, NaiveStudentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/naive-student";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override NaiveStudentOutcome Run(NaiveStudentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Teacher teacher = Teacher.Of(cell.Teacher, cell.Law, d, cell.Scale, stream);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        double σ2 = teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        double[] v = teacher.WeakestDirection;
        Matrix M = teacher.Gram.Clone();
        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
                M[i, j] -= σ2 * v[i] * v[j];

        QuadraticRisk population = QuadraticRisk.Population(cell.Law, d);
        QuadraticRisk empirical = QuadraticRisk.Empirical(X);
        (double risk, double riskError) = population.Between(M, teacher.Gram);
        (double sample, double sampleError) = empirical.Between(M, teacher.Gram);
        (double fourth, double square) = MeanPowers(X, v);
        double[] spectrum = SymmetricEigen.Of(M).Values;
        double zero = 20.0 * d * UnitRoundoff * teacher.LargestEigenvalue;

        // M is rounded in entries of size ‖S*‖, so that A = M − S* is off by 2d·u·‖S*‖; formulas in v hold for any unit
        // v, and A is −σ²vvᵀ for the computed σ² and v, of which ‖v‖² is 1 up to the defect of the eigenvectors, which
        // the bound of the eigenvalues contains.
        double δ = 2 * d * UnitRoundoff * teacher.LargestEigenvalue + teacher.LeastEigenvalueError;
        RankDeficientMinimum? least = RankDeficientMinimum.Of(population, teacher, stream, starts: 0);
        return new(
            Math.Sqrt(σ2),
            spectrum.Count(λ => λ > zero),
            risk / σ4,
            (riskError + Moved(population, risk, δ)) / σ4,
            v.Sum(entry => entry * entry * entry * entry),
            sample / σ4,
            (sampleError + Moved(empirical, sample, δ)) / σ4,
            fourth,
            square,
            (least?.Risk ?? risk) / σ4,
            (least?.Error ?? riskError) / σ4);
    }

    // A move of A by δ moves the risk by at most 2√(L·tr G)·δ + tr G·δ²; as much again for the formula's own rounding.
    private static double Moved(QuadraticRisk risk, double value, double δ) =>
        2 * (2 * Math.Sqrt(Math.Max(0, value) * risk.Trace) * δ + risk.Trace * δ * δ);

    private static (double Fourth, double Square) MeanPowers(Matrix X, double[] v)
    {
        double fourth = 0;
        double square = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double product = Lanes.Dot(X.Row(i), v);
            square += product * product;
            fourth += product * product * product * product;
        }

        return (fourth / X.Rows, square / X.Rows);
    }
}
