using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>Cell of <see cref="DescentRateExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Scale">t, positive: the equations are tF.</param>
/// <param name="Dimension">d, from 2 to 60.</param>
/// <param name="Equations">n, from 1 to d − 1.</param>
/// <param name="Step">ηd, positive.</param>
/// <param name="Steps">From 1 to 5000.</param>
public sealed record DescentRateCell(
    Mixture Mixture, double Scale, int Dimension, int Equations, double Step, int Steps);

/// <summary>How fast gradient descent goes down.</summary>
/// <param name="Lower">Lower end of the largest c with ‖tF(x^k)‖² ≤ 2nt²ξ(1)e^(−c(√d − √n)²ηk) at every k ≥ 1 of the
/// path; negative where the path rises above 2nt²ξ(1). A path ends where a tenth of ‖F‖ is rounding.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record DescentRateOutcome(double Lower, double Upper);

/// <summary>Projected gradient descent for tF from a random point of the sphere.</summary>
public sealed class DescentRateExperiment : Experiment<DescentRateCell, DescentRateOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/descent-rate";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override DescentRateOutcome Run(DescentRateCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 60 || cell.Equations < 1 || cell.Equations >= cell.Dimension
            || cell.Steps is < 1 or > 5000 || !(cell.Step is > 0 and <= 1e6) || !(cell.Scale is > 0 and <= 1e3))
            throw new ArgumentException(
                "d is at most 60, n below d, steps at most 5000, ηd at most 10⁶, t at most 1000.", nameof(cell));
        int n = cell.Equations, d = cell.Dimension;
        var system = TensorSystem.Draw(stream, cell.Mixture, d, n);
        var method = new ProjectedGradient(system);
        // Of ‖F‖: sums of LongestSum products whose magnitudes add up to the bound of the second derivative at most.
        double rounding = 10 * system.LongestSum * DoublePrecision.UnitRoundoff * system.SecondDerivativeBound;
        var x = new double[d];
        UniformSphere.Fill(stream, x);
        double η = cell.Step / d, level = n * cell.Mixture.Derivative(1);
        double gap = Math.Sqrt(d) - Math.Sqrt(n);
        (double lower, double upper) = (double.MaxValue, double.MaxValue);
        method.Evaluate(x);
        for (int step = 1; step <= cell.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            // The gradient of ½‖tF‖² is t² times that of ½‖F‖².
            method.Step(x, η * cell.Scale * cell.Scale);
            double square = method.Evaluate(x), relative = rounding / Math.Sqrt(square);
            if (!(relative < 0.1))
                break;
            // (1 ± r)² moves the logarithm by 2r + 2r² at most for r ≤ 1/10, and it rounds by some units.
            double logarithm = ElementaryFunctions.Log(2 * level / square), time = gap * gap * η * step;
            double error = 2 * relative * (1 + relative) + 1e-14 * (1 + Math.Abs(logarithm));
            lower = Math.Min(lower, (logarithm - error) / time);
            upper = Math.Min(upper, (logarithm + error) / time);
        }

        return new(lower, upper);
    }
}
