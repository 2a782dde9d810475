using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>Projected gradient descent on the unit sphere: z = x − ηP∇R(x), x⁺ = z/‖z‖, with P = I − xxᵀ and ∇R =
/// DFᵀF.</summary>
/// <remarks>Source: the talk, "Projected Gradient Descent". One evaluation of F and DF a step.</remarks>
public sealed class ProjectedGradient
{
    private readonly ISphereSystem _system;
    private readonly double[] _values;
    private readonly double[] _gradient;

    /// <summary>The method for a system.</summary>
    public ProjectedGradient(ISphereSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        _values = new double[system.Equations];
        _gradient = new double[system.Dimension];
        Slopes = new(system.Equations, system.Dimension);
    }

    /// <summary>F at the point evaluated last, of length n.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>DF there, n × d.</summary>
    public Matrix Slopes { get; }

    /// <summary>P∇R there, of length d.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>⟨x, ∇R⟩ there, for points of the sphere.</summary>
    public double Radial { get; private set; }

    /// <summary>Evaluates F, DF and P∇R.</summary>
    /// <param name="x">A point of the unit sphere, of length d.</param>
    /// <returns>‖F(x)‖².</returns>
    public double Evaluate(ReadOnlySpan<double> x)
    {
        _system.Evaluate(x, _values, Slopes);
        MatrixVector.TransposeMultiply(Slopes, _values, _gradient);
        Radial = Lanes.Dot(_gradient, x);
        Lanes.Axpy(-Radial, x, _gradient);
        return Lanes.Dot(_values, _values);
    }

    /// <summary>Moves the point at which was evaluated last by a step.</summary>
    /// <param name="x">The point.</param>
    /// <param name="step">η; negative uphill.</param>
    public void Step(Span<double> x, double step)
    {
        Lanes.Axpy(-step, _gradient, x);
        Lanes.Scale(1 / Lanes.Norm(x), x);
    }
}
