using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>Cell of <see cref="ProjectedStepExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 2 to 20.</param>
/// <param name="Equations">n, from 1 to 20.</param>
public sealed record ProjectedStepCell(Mixture Mixture, int Dimension, int Equations);

/// <summary>The risk along one step of projected gradient descent, by powers of the step η, each over R; lower and
/// upper ends of enclosures.</summary>
/// <param name="First">The coefficient of η.</param>
/// <param name="Second">That of η².</param>
/// <param name="Tangent">‖P∇R‖².</param>
/// <param name="Whole">‖∇R‖².</param>
/// <param name="Line">g′∇²R g, g = P∇R.</param>
/// <param name="Radial">‖g‖²⟨x, ∇R⟩/‖x‖².</param>
public sealed record ProjectedStepOutcome(
    double[] First, double[] Second, double[] Tangent, double[] Whole, double[] Line, double[] Radial);

/// <summary>Taylor coefficients of R(x⁺(η)) for x⁺ = ‖x‖(x − ηg)/‖x − ηg‖, g = P∇R(x), at a random point.</summary>
/// <remarks>g ⊥ x makes x⁺ = x − ηg − η²‖g‖²x/(2‖x‖²) + O(η³).</remarks>
public sealed class ProjectedStepExperiment : Experiment<ProjectedStepCell, ProjectedStepOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/projected-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override ProjectedStepOutcome Run(
        ProjectedStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Dimension is < 2 or > 20 || cell.Equations is < 1 or > 20)
            throw new ArgumentException("d lies between 2 and 20, n between 1 and 20.", nameof(cell));
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        var point = new double[cell.Dimension];
        UniformSphere.Fill(stream, point);
        Interval[] x = [.. point.Select(Interval.Of)];
        Interval[] F = system.Value(x), D = system.Derivative(x), gradient = new Interval[x.Length];
        for (int i = 0; i < F.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
                gradient[j] += D[i * x.Length + j] * F[i];
        }

        Interval length = Dot(x, x), radial = Dot(x, gradient);
        Interval[] g = [.. gradient.Select((value, j) => value - radial / length * x[j])];
        Interval square = Dot(g, g);
        Interval[] back = [.. g.Select(value => -value)];
        Interval[] inward = [.. x.Select(value => -square / (2 * length) * value)];
        Interval[] step = system.RiskAlong(x, back, inward);
        Interval[] line = system.RiskAlong(x, g, new Interval[x.Length]);
        Interval risk = step[0];
        return new(
            Ends(step[1] / risk), Ends(step[2] / risk), Ends(square / risk), Ends(Dot(gradient, gradient) / risk),
            Ends(2 * line[2] / risk), Ends(square * radial / length / risk));
    }

    private static double[] Ends(Interval value) => [value.Lower, value.Upper];

    private static Interval Dot(Interval[] a, Interval[] b) =>
        ReferenceEquals(a, b)
            ? a.Select(Interval.Square).Aggregate((p, q) => p + q)
            : a.Zip(b, (p, q) => p * q).Aggregate((p, q) => p + q);
}
