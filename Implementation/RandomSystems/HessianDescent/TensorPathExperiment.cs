using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.GradientDescent;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="TensorPathExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Dimension">d, from 2 to 60.</param>
/// <param name="Equations">n, from 1 to 60.</param>
/// <param name="Steps">1/δ of Hessian descent, from 2 to 200.</param>
/// <param name="GradientSteps">Steps of gradient descent, from 1 to 1000.</param>
/// <param name="GradientStep">ηdξ′(1) there, positive.</param>
public sealed record TensorPathCell(
    Mixture Mixture, int Dimension, int Equations, int Steps, int GradientSteps, double GradientStep);

/// <summary>R_n/n along both paths in one system.</summary>
/// <param name="Hessian">At x^1, …, x^{1/δ} of Hessian descent.</param>
/// <param name="Gradient">At x^0, x^1, … of projected gradient descent from a random point of the sphere.</param>
public sealed record TensorPathOutcome(double[] Hessian, double[] Gradient);

/// <summary>Hessian descent and gradient descent in the same system.</summary>
public sealed class TensorPathExperiment : Experiment<TensorPathCell, TensorPathOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/tensor-path";

    /// <inheritdoc/>
    public override TensorPathOutcome Run(TensorPathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 60 || cell.Equations is < 1 or > 60 || cell.Steps is < 2 or > 200
            || cell.GradientSteps is < 1 or > 1000 || !(cell.GradientStep is > 0 and <= 10))
            throw new ArgumentException("d and n are at most 60, 1/δ at most 200, steps at most 1000.", nameof(cell));
        int n = cell.Equations, d = cell.Dimension;
        var system = TensorSystem.Draw(stream, cell.Mixture, d, n);
        double[] x = new double[d], risks = new double[cell.Steps], path = new double[cell.GradientSteps + 1];
        UniformSphere.Fill(stream, x);
        TensorDescent.Run(system, x, cell.Steps, risks, cancellation);
        var method = new ProjectedGradient(system);
        double η = cell.GradientStep / (d * cell.Mixture.Derivative(1, 1));
        path[0] = method.Evaluate(x) / (2 * n);
        for (int step = 1; step <= cell.GradientSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            method.Step(x, η);
            path[step] = method.Evaluate(x) / (2 * n);
        }

        return new([.. risks.Select(risk => risk / n)], path);
    }
}
