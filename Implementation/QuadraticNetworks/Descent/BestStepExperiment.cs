using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="BestStepExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates, with Var(x²) &gt; 0.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Condition">K ≥ 1: W* = diag(1, K, …, K).</param>
/// <param name="Accuracy">ε, positive: descent ends at ‖∇L‖ ≤ ε.</param>
/// <param name="ScaleExponent">The planted weights are multiplied by 4 to this power; the text of the cell leaves 0
/// out.</param>
public sealed record BestStepCell(
    CoordinateLaw Law,
    int Dimension,
    int Condition,
    double Accuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int ScaleExponent = 0);

/// <summary>How fast the best constant step is.</summary>
/// <param name="Depth">L(W_0)/(½Cσ⁴) of the start.</param>
/// <param name="Iterations">Fewest iterations over all steps tried under which the risk falls at every iteration;
/// infinite where none arrives.</param>
/// <param name="Step">That step.</param>
/// <param name="StepsTried">How many steps were tried.</param>
public sealed record BestStepOutcome(double Depth, double Iterations, double Step, int StepsTried);

/// <summary>Gradient descent under the population risk with every constant step of a fine grid, the best one chosen
/// afterwards.</summary>
/// <remarks>Longer steps, under which the risk rises, jump about chaotically and may come to rest anywhere at any time;
/// they are no descent. The start weakens the weakest direction until L(W_0) = ½·½Cσ⁴, below the barrier.
/// Deterministic: no random numbers are drawn.</remarks>
public sealed class BestStepExperiment : Experiment<BestStepCell, BestStepOutcome>
{
    // Neighbors differ by 2^(1/32): the best of them takes at most that factor more than the best of all, where fewer
    // iterations come from longer steps.
    private const int StepsPerOctave = 32;
    private const double Share = 0.5;
    private const int MostIterations = 2_000_000;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/best-step";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override BestStepOutcome Run(BestStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int d = cell.Dimension;
        QuadraticRisk risk = QuadraticRisk.Population(cell.Law, d);
        double barrier = cell.Law.BarrierConstant / 2;
        if (barrier <= 0)
            throw new ArgumentException(
                $"The {cell.Law} law has Var(x²) = 0: there is no barrier to start below.", nameof(cell));
        double scale = Math.ScaleB(1, 2 * cell.ScaleExponent);
        double square = scale * scale;
        var teacher = Teacher.WithWeights(
            Matrix.Diagonal([scale, .. Enumerable.Repeat(scale * cell.Condition, d - 1)]));

        // L = t²·E(x₁⁴) for A = −t·E₁₁.
        double weakening = square * Math.Sqrt(Share * barrier / cell.Law.FourthMoment);
        Matrix start = teacher.Gram.Clone();
        start[0, 0] -= weakening;
        ResidualMap map = ResidualMap.Of(risk);

        // Beyond 2 over the curvature 8E(x₁⁴)K² at the teacher the risk rises near it, and far below it takes long.
        double longest = 2 / (8 * cell.Law.FourthMoment * cell.Condition * cell.Condition * square) * 2;
        (double fewest, double best) = (double.PositiveInfinity, double.NaN);
        int tried = 0;
        int since = 0;
        // An octave below the best the descent is slower by far.
        for (; tried < 8 * StepsPerOctave && since < StepsPerOctave; tried++)
        {
            double step = longest * Octaves(tried);
            double iterations = Iterations(
                GradientDescent.OnGram(map, teacher, start), step, cell.Accuracy, Math.Min(fewest, MostIterations),
                cancellation);
            if (iterations < fewest)
                (fewest, best, since) = (iterations, step, 0);
            else if (double.IsFinite(fewest))
                since++;
        }

        return new(Share, fewest, best, tried);
    }

    private static double Iterations(
        GradientDescent descent, double step, double accuracy, double limit, CancellationToken cancellation)
    {
        while (descent.GradientNorm > accuracy)
        {
            if (descent.Steps >= limit)
                return double.PositiveInfinity;
            if (descent.Steps % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            double before = descent.Risk;
            descent.Advance(step);
            if (!(descent.Risk < before))
                return double.PositiveInfinity;
        }

        return descent.Steps;
    }

    // 2^(−k/32).
    private static double Octaves(int k)
    {
        double power = Math.ScaleB(1, -(k / StepsPerOctave));
        double ratio = Math.Sqrt(Math.Sqrt(Math.Sqrt(Math.Sqrt(Math.Sqrt(0.5)))));
        for (int i = 0; i < k % StepsPerOctave; i++)
            power *= ratio;
        return power;
    }
}
