using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>A twice differentiable map F: R^p → R^n with its derivatives in closed form, and the square loss L(w) =
/// ½‖F(w) − y‖² over it.</summary>
/// <remarks>p counts parameters, n outputs, that is training samples; the sum of squares is not divided by n.
/// Immutable.</remarks>
public abstract class DifferentiableMap
{
    /// <summary>p.</summary>
    public abstract int Parameters { get; }

    /// <summary>n.</summary>
    public abstract int Outputs { get; }

    /// <summary>F(w), of length n.</summary>
    /// <param name="w">Length p.</param>
    public abstract double[] Value(ReadOnlySpan<double> w);

    /// <summary>∇F(w), n × p.</summary>
    /// <param name="w">Length p.</param>
    public abstract Matrix Jacobian(ReadOnlySpan<double> w);

    /// <summary>Σ_i c_i H_{F_i}(w), p × p.</summary>
    /// <param name="w">Length p.</param>
    /// <param name="weights">c, of length n.</param>
    public abstract Matrix WeightedHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> weights);

    /// <summary>A matrix B with BᵀB = H_L(w) for the labels y = 0, where one is known in closed form; it shows that L
    /// is convex. Else null.</summary>
    /// <param name="w">Length p.</param>
    public virtual Matrix? HessianRoot(ReadOnlySpan<double> w) => null;

    /// <summary>r(w) = F(w) − y.</summary>
    public double[] Residual(ReadOnlySpan<double> w, ReadOnlySpan<double> labels)
    {
        double[] residual = Value(w);
        Lanes.Axpy(-1, labels, residual);
        return residual;
    }

    /// <summary>L(w) = ½‖F(w) − y‖².</summary>
    public double Loss(ReadOnlySpan<double> w, ReadOnlySpan<double> labels)
    {
        double[] r = Residual(w, labels);
        return Lanes.Dot(r, r) / 2;
    }

    /// <summary>∇L(w) = ∇F(w)ᵀ(F(w) − y).</summary>
    public double[] LossGradient(ReadOnlySpan<double> w, ReadOnlySpan<double> labels) =>
        MatrixVector.TransposeMultiply(Jacobian(w), Residual(w, labels));

    /// <summary>H_L(w) = ∇F(w)ᵀ∇F(w) + Σ_i (F(w) − y)_i H_{F_i}(w), p × p.</summary>
    public Matrix LossHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> labels)
    {
        Matrix hessian = Gram.Of(Jacobian(w));
        Lanes.Axpy(1, WeightedHessian(w, Residual(w, labels)).Values, hessian.Values);
        return hessian;
    }

    /// <summary>Refuses a point of another length than p.</summary>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    protected void ThrowIfNoPoint(ReadOnlySpan<double> w)
    {
        if (w.Length != Parameters)
            throw new ArgumentException(
                $"The point has {w.Length} entries, and the map has {Parameters} parameters.", nameof(w));
    }
}
