using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>Cell of <see cref="LinearizationExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Dimension">d, from 2 to 60.</param>
/// <param name="Equations">n, from 1 to d − 1.</param>
/// <param name="Scale">s in (0, 1]: ‖F(x⁰)‖ is made s times as large by a shift of F.</param>
/// <param name="Step">ηdξ′(1), positive.</param>
/// <param name="Steps">From 1 to 1000.</param>
/// <param name="IsProjected">Whether the linear dynamics know of the sphere.</param>
public sealed record LinearizationCell(
    Mixture Mixture, int Dimension, int Equations, double Scale, double Step, int Steps, bool IsProjected);

/// <summary>Gradient descent beside its linearization.</summary>
/// <param name="Deviation">max_k ‖F(x^k) − F_lin^k‖/‖F(x⁰)‖, up to a rounding of 10⁻¹²/s; the largest double where
/// the linear model overflows.</param>
/// <param name="Remaining">‖F_lin^K‖/‖F(x⁰)‖ at the last step.</param>
public sealed record LinearizationOutcome(double Deviation, double Remaining);

/// <summary>Projected gradient descent from a random point, with the start's risk scaled down, beside F_lin^k = (I −
/// ηPPᵀ)^k F(x⁰), P = DF(x⁰)(I − x⁰x⁰ᵀ).</summary>
/// <remarks>The shift F − (1 − s)F(x⁰) leaves the derivatives: only the distance to go is s times as long.</remarks>
public sealed class LinearizationExperiment : Experiment<LinearizationCell, LinearizationOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/linearization";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override LinearizationOutcome Run(
        LinearizationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 60 || cell.Equations < 1 || cell.Equations >= cell.Dimension
            || cell.Steps is < 1 or > 1000 || !(cell.Scale is > 0 and <= 1) || !(cell.Step is > 0 and <= 10))
            throw new ArgumentException(
                "d is at most 60, n below d, steps at most 1000, s in (0, 1], ηdξ′(1) in (0, 10].", nameof(cell));
        int n = cell.Equations, d = cell.Dimension;
        var system = TensorSystem.Draw(stream, cell.Mixture, d, n);
        var x = new double[d];
        UniformSphere.Fill(stream, x);
        var start = new ProjectedGradient(system);
        start.Evaluate(x);
        double[] F = start.Values.ToArray(), shift = [.. F];
        Lanes.Scale(1 - cell.Scale, shift);
        Lanes.Scale(cell.Scale, F);
        double first = Lanes.Norm(F), η = cell.Step / (d * cell.Mixture.Derivative(1, 1));
        Matrix P = start.Slopes;
        for (int i = 0; i < n && cell.IsProjected; i++)
            Lanes.Axpy(-Lanes.Dot(P.Row(i), x), x, P.Row(i));
        Matrix kernel = MatrixProduct.MultiplyTranspose(P, P);
        var method = new ProjectedGradient(new ShiftedSystem(system, shift));
        double deviation = 0;
        method.Evaluate(x);
        for (int step = 0; step < cell.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            method.Step(x, η);
            method.Evaluate(x);
            Lanes.Axpy(-η, MatrixVector.Multiply(kernel, F), F);
            double[] apart = method.Values.ToArray();
            Lanes.Axpy(-1, F, apart);
            double relative = Lanes.Norm(apart) / first;
            if (!double.IsFinite(relative))
                return new(double.MaxValue, double.MaxValue);
            deviation = Math.Max(deviation, relative);
        }

        return new(deviation, Lanes.Norm(F) / first);
    }
}
