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
/// <param name="Rate">The largest c with ‖tF(x^k)‖² ≤ 2nt²ξ(1)e^(−c(√d − √n)²ηk) at every k ≥ 1 of the path, within a
/// relative error of 10⁻⁹; negative where the path rises above 2nt²ξ(1).</param>
/// <param name="Last">‖tF‖²/(nt²ξ(1)) at the end.</param>
/// <param name="IsThrough">Whether all steps were taken before ‖tF‖² fell to rounding, 10⁻²² of nt²ξ(1); where not, the
/// path ends there.</param>
public sealed record DescentRateOutcome(double Rate, double Last, bool IsThrough);

/// <summary>Projected gradient descent for tF from a random point of the sphere.</summary>
public sealed class DescentRateExperiment : Experiment<DescentRateCell, DescentRateOutcome>
{
    // Of the squared norm, over that at the start: the evaluation of F errs by 10⁻¹³ of it.
    private const double Floor = 1e-22;

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
        var method = new ProjectedGradient(TensorSystem.Draw(stream, cell.Mixture, d, n));
        var x = new double[d];
        UniformSphere.Fill(stream, x);
        double η = cell.Step / d, level = n * cell.Mixture.Derivative(1);
        double gap = Math.Sqrt(d) - Math.Sqrt(n), rate = double.MaxValue;
        double share = method.Evaluate(x) / level;
        for (int step = 1; step <= cell.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            // The gradient of ½‖tF‖² is t² times that of ½‖F‖².
            method.Step(x, η * cell.Scale * cell.Scale);
            share = method.Evaluate(x) / level;
            if (!(share > Floor))
                return new(rate, share, false);
            rate = Math.Min(rate, ElementaryFunctions.Log(2 / share) / (gap * gap * η * step));
        }

        return new(rate, share, true);
    }
}
