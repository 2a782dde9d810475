using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="RandomStartExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m̂ ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="Scale">Standard deviation of the starting weights, in units of σ_min(W*); 0 starts at W = 0.</param>
/// <param name="Steps">Most steps.</param>
/// <param name="TeacherWidth">Width of Gaussian planted weights in units of d; 0, which the text of the cell leaves
/// out, for the aligned teacher of <see cref="Teacher.Aligned"/>.</param>
public sealed record RandomStartCell(
    CoordinateLaw Law,
    int Dimension,
    int Width,
    int Samples,
    double Scale,
    int Steps,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int TeacherWidth = 0);

/// <summary>A descent from random weights. Risks are in units of σ_min(W*)⁴, rounded to 9 digits.</summary>
/// <param name="StartRisk">L̂(W_0).</param>
/// <param name="Risk">L̂ at the end.</param>
/// <param name="PopulationRisk">L at the end.</param>
/// <param name="LeastDistance">The least ‖W_kᵀW_k − S*‖_F of the descent, in units of σ_min(W*)²; rounded up to
/// 9 digits, which leaves it on the same side of every threshold that has no more.</param>
/// <param name="Drift">How far W_kᵀW_k can still move up to k = 10⁴, same units (<see cref="DescentLimit"/>), and by
/// what the least distance was rounded, rounded up to 3 digits; infinite where nothing is known.</param>
/// <param name="Steps">Steps taken.</param>
public sealed record RandomStartOutcome(
    double StartRisk, double Risk, double PopulationRisk, double LeastDistance, double Drift, int Steps);

/// <summary>Gradient descent from Gaussian weights, wherever they lie, with the longest step that is known to
/// descend.</summary>
public sealed class RandomStartExperiment : Experiment<RandomStartCell, RandomStartOutcome>
{
    /// <summary>The number of steps up to which <see cref="RandomStartOutcome.Drift"/> looks ahead.</summary>
    public const int MostSteps = 10_000;

    // Sixteen digits below the barrier there is only rounding left.
    private const double Negligible = 1e-16;

    private const int Digits = 9;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/random-start";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override RandomStartOutcome Run(RandomStartCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Teacher teacher =
            cell.TeacherWidth == 0 ? Teacher.Aligned(cell.Law, d) : Teacher.Gaussian(stream, cell.TeacherWidth * d, d);

        // The aligned teacher has σ = 1.
        double σ2 = cell.TeacherWidth == 0 ? 1 : teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        Student start = Student.Gaussian(stream, cell.Width, d, cell.Scale * Math.Sqrt(σ2));
        GradientDescent descent = cell.Width < d
            ? GradientDescent.OnWeights(ResidualMap.Of(risk), teacher, start)
            : GradientDescent.OnGram(ResidualMap.Of(risk), teacher, start.Gram);
        var sublevel = new SublevelSet(risk, teacher);
        double startRisk = descent.Risk;
        double leastDistance = descent.Distance;
        while (descent.Steps < cell.Steps && descent.Risk > Negligible * σ4 && descent.GradientNorm > 0)
        {
            if (descent.Steps % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            descent.Advance(sublevel.Step(descent));
            leastDistance = Math.Min(leastDistance, descent.Distance);
        }

        double stored = OutwardDecimal.Above(leastDistance / σ2, Digits);
        double drift = DescentLimit.Drift(risk, sublevel, descent, MostSteps - descent.Steps) / σ2;
        return new(
            ShortDecimal.Nearest(startRisk / σ4, Digits),
            ShortDecimal.Nearest(Math.Max(0, descent.Risk) / σ4, Digits),
            ShortDecimal.Nearest(
                Math.Max(0, QuadraticRisk.Population(cell.Law, d).At(descent.Difference).Risk) / σ4, Digits),
            stored,
            OutwardDecimal.Above(drift + 1.000001 * (stored - leastDistance / σ2), 3),
            descent.Steps);
    }
}
