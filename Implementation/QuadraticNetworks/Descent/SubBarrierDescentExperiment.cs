using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="SubBarrierDescentExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N, enough for a positive definite covariance; 0 for the population risk.</param>
/// <param name="Teacher">The planted weights, before scaling.</param>
/// <param name="Weakened">Whether the start is the teacher with its weakest direction weakened, the hardest case,
/// instead of a random neighbor.</param>
/// <param name="StepFactor">The step in units of 1/L_s; 1 is what the theory asks for.</param>
/// <param name="ScaleExponent">The planted weights are multiplied by 4 to this power.</param>
public sealed record SubBarrierDescentCell(
    CoordinateLaw Law,
    int Dimension,
    int Samples,
    DescentTeacher Teacher,
    bool Weakened,
    double StepFactor,
    int ScaleExponent);

/// <summary>Gradient descent with a constant step from students at all depths below the energy barrier.</summary>
public sealed class SubBarrierDescentExperiment : Experiment<SubBarrierDescentCell, SubBarrierDescentOutcome>
{
    private const int MostSteps = 1_000_000;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/sub-barrier-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override SubBarrierDescentOutcome Run(
        SubBarrierDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        double scale = Math.ScaleB(1, 2 * cell.ScaleExponent);
        Teacher teacher = cell.Teacher == DescentTeacher.Isotropic
            ? Teacher.WithWeights(Matrix.Diagonal([.. Enumerable.Repeat(scale, d)]))
            : Teacher.Gaussian(stream, 8 * d, d, scale);
        QuadraticRisk population = QuadraticRisk.Population(cell.Law, d);
        QuadraticRisk risk = cell.Samples == 0 ? population : Draw(cell, stream);
        var sublevel = new SublevelSet(risk, teacher);
        double σ2 = teacher.LeastEigenvalue;
        if (sublevel.LeastEigenvalue <= 0)
            return NoBarrier(Math.Sqrt(σ2));
        double barrier = sublevel.LeastEigenvalue * σ2 * σ2;
        double root = 0.02 + 0.96 * stream.NextUniform();
        Student start = SubBarrierStart.At(root * root * barrier, risk, teacher, cell.Weakened ? null : stream);
        GradientDescent descent = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, start.Gram);
        double error = risk.At(descent.Difference).Error;
        double level = descent.Risk + error;
        double[] expected = population.Spectrum.Values;
        var outcome = new SubBarrierDescentOutcome(
            Math.Sqrt(σ2),
            level / barrier,
            sublevel.LeastEigenvalue,
            sublevel.LargestEigenvalue,
            expected[^1],
            expected[0],
            sublevel.SquaredNorm(level),
            sublevel.Curvature(level),
            cell.StepFactor / sublevel.Curvature(level),
            descent.Risk,
            0,
            0,
            double.PositiveInfinity,
            teacher.LeastEigenvalueError,
            double.PositiveInfinity,
            0,
            double.PositiveInfinity,
            0,
            0,
            false,
            descent.GradientNorm,
            Missing(),
            Missing(),
            Missing(),
            Missing(),
            Missing());
        return Follow(descent, outcome, risk, population, cancellation);
    }

    // A draw of data that leaves the covariance singular misses the premise.
    private static SubBarrierDescentOutcome NoBarrier(double σ) =>
        new(
            σ, double.NaN, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN,
            double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, false,
            double.NaN, Missing(), Missing(), Missing(), Missing(), Missing());

    private static double[] Missing() => [.. Enumerable.Repeat(double.NaN, SubBarrierDescentOutcome.Marks)];

    private static SubBarrierDescentOutcome Follow(
        GradientDescent descent,
        SubBarrierDescentOutcome outcome,
        QuadraticRisk risk,
        QuadraticRisk population,
        CancellationToken cancellation)
    {
        double worst = 0,
            leastRisk = double.PositiveInfinity,
            greatestRisk = 0,
            leastDistance = double.PositiveInfinity,
            greatestDistance = 0;
        (double leastSingular, double singularError) = LeastEigenvalue(descent);
        int mark = 0;
        double[] epsilons = outcome.Epsilons;
        int most = TwiceTheIterations(outcome);
        while (true)
        {
            double squared = descent.GradientNorm * descent.GradientNorm;
            leastRisk = Math.Min(leastRisk, descent.Risk / squared);
            greatestRisk = Math.Max(greatestRisk, descent.Risk / squared);
            leastDistance = Math.Min(leastDistance, descent.Distance / descent.GradientNorm);
            greatestDistance = Math.Max(greatestDistance, descent.Distance / descent.GradientNorm);
            for (; mark < epsilons.Length && descent.GradientNorm <= epsilons[mark]; mark++)
            {
                outcome.Iterations[mark] = descent.Steps;
                outcome.Gradients[mark] = Stored(descent.GradientNorm);
                outcome.Risks[mark] = Stored(descent.Risk);
                outcome.PopulationRisks[mark] = Stored(population.At(descent.Difference).Risk);
                outcome.Distances[mark] = Stored(descent.Distance);
            }

            // A step that is too long shows within a few steps: beyond a thousandfold risk, or twice the iterations
            // that theory allows, there is nothing more to see.
            if (mark == epsilons.Length || descent.Steps >= most || !(descent.Risk <= 1000 * outcome.StartRisk))
                break;
            double before = descent.Risk;
            descent.Advance(outcome.Step);
            worst = Math.Max(worst, descent.Risk / before);
            if (int.IsPow2(descent.Steps))
            {
                cancellation.ThrowIfCancellationRequested();
                See();
            }
        }

        See();
        return outcome with
        {
            WorstRatio = worst,
            RelativeError = RelativeError(descent, outcome, risk),
            LeastSquaredSingularValue = leastSingular,
            SingularValueError = outcome.SingularValueError + singularError,
            Steps = descent.Steps,
            LeastRisk = leastRisk,
            GreatestRisk = greatestRisk,
            LeastDistance = leastDistance,
            GreatestDistance = greatestDistance,
            Converged = mark == epsilons.Length,
        };

        void See()
        {
            (double now, double error) = LeastEigenvalue(descent);
            leastSingular = Math.Min(leastSingular, now);
            singularError = Math.Max(singularError, error);
        }
    }

    private static double Stored(double number) => ShortDecimal.Nearest(number, 9);

    // ‖∇L‖ ≤ ε after ln(2L_sL(W_0)/ε²)/(8ηλ(1 − √θ)σ²) + 1 iterations at most, if η ≤ 1/L_s.
    private static int TwiceTheIterations(SubBarrierDescentOutcome o)
    {
        double ε = o.Epsilons[^1];
        double logarithm = Numerics.Elementary.ElementaryFunctions.Log(2 * o.Curvature * o.StartRisk / (ε * ε));
        double gain = 8 * o.Step * o.LeastEigenvalue * (1 - Math.Sqrt(o.Depth)) * o.Sigma * o.Sigma;
        return (int)Math.Min(MostSteps, 2 * Math.Max(0, logarithm) / gain + 2);
    }

    private static (double Value, double Error) LeastEigenvalue(GradientDescent descent)
    {
        if (!double.IsFinite(descent.Distance))
            return (double.NaN, double.NaN);
        var spectrum = SymmetricEigen.Of(descent.Gram);
        return (spectrum.Values[0], EigenvalueBound.Of(descent.Gram, spectrum));
    }

    // M and S* are what they are: matrices of doubles. A step rounds each entry of M once, by u|M_ij| at most, and its
    // increment, of the size of A, relative to itself; A is therefore off by δ = (2u‖M‖_F + 10d·u·‖A‖_F)/‖A‖_F relative
    // to itself, a quadratic form in A by 2√(tr G/λ) times that, and the form itself adds what At bounds. The risk is
    // least, and all this greatest, at the end.
    private static double RelativeError(GradientDescent descent, SubBarrierDescentOutcome outcome, QuadraticRisk risk)
    {
        double δ = UnitRoundoff * (2 * Lanes.Norm(descent.Gram.Values) / descent.Distance + 10 * risk.Dimension);
        double form = risk.At(descent.Difference).Error / descent.Risk;
        return form + 2 * Math.Sqrt(risk.Trace / outcome.LeastEigenvalue) * δ;
    }

    private static QuadraticRisk Draw(SubBarrierDescentCell cell, RandomStream stream)
    {
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        return QuadraticRisk.Empirical(X);
    }
}
