using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Proof;

/// <summary>Cell of <see cref="MaximalInequalityExperiment"/>.</summary>
/// <param name="Steps">T, from 1 to 50.</param>
/// <param name="Level">λ, a positive integer.</param>
/// <param name="Start">M₀, from 0 to λ.</param>
/// <param name="Absorbed">Whether the walk stops at 0 and at λ.</param>
public sealed record MaximalInequalityCell(int Steps, int Level, int Start, bool Absorbed);

/// <summary>The maximum of a ±1 walk and the moments of its end; dyadic numbers, exactly.</summary>
/// <param name="Probability">P(max_{t ≤ T}|M_t| ≥ λ).</param>
/// <param name="FirstMoment">E|M_T|.</param>
/// <param name="SecondMoment">E M_T².</param>
/// <param name="FourthMoment">E M_T⁴.</param>
public sealed record MaximalInequalityOutcome(
    double Probability, double FirstMoment, double SecondMoment, double FourthMoment);

/// <summary>Laws of walks and of their maxima, by counting paths.</summary>
public sealed class MaximalInequalityExperiment : Experiment<MaximalInequalityCell, MaximalInequalityOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/maximal-inequality";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override MaximalInequalityOutcome Run(
        MaximalInequalityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int T, int λ) = (cell.Steps, cell.Level);
        if (T is < 1 or > 50 || λ < 1 || cell.Start < 0 || cell.Start > λ)
            throw new ArgumentException(
                "Steps lie between 1 and 50, the level is positive, the start between 0 and it.", nameof(cell));
        // Masses are multiples of 2^(−T), T ≤ 50: sums and halves of them are exact.
        int reach = cell.Start + T + λ;
        double[] free = new double[2 * reach + 1];
        double[] below = new double[2 * reach + 1];
        free[reach + cell.Start] = 1;
        below[reach + cell.Start] = cell.Start < λ ? 1 : 0;
        for (int t = 0; t < T; t++)
        {
            free = Step(free, reach, λ, cell.Absorbed);
            below = Step(below, reach, λ, cell.Absorbed);
            for (int x = λ; x <= reach; x++)
                (below[reach + x], below[reach - x]) = (0, 0);
        }

        (double first, double second, double fourth, double inside) = (0, 0, 0, 0);
        for (int x = -reach; x <= reach; x++)
        {
            double mass = free[reach + x];
            first += mass * Math.Abs(x);
            second += mass * ((double)x * x);
            fourth += mass * ((double)x * x * x * x);
            inside += below[reach + x];
        }

        return new(1 - inside, first, second, fourth);
    }

    private static double[] Step(double[] law, int reach, int λ, bool absorbed)
    {
        double[] next = new double[law.Length];
        for (int x = -reach; x <= reach; x++)
        {
            double mass = law[reach + x];
            if (mass == 0)
                continue;
            if (absorbed && (x == 0 || x == λ))
            {
                next[reach + x] += mass;
                continue;
            }

            next[reach + x - 1] += mass / 2;
            next[reach + x + 1] += mass / 2;
        }

        return next;
    }
}
