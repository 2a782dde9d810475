using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>A tangent kernel over parameter space, evaluated at one point at a time.</summary>
public interface IKernelField
{
    /// <summary>Sets the point w; it is read, not kept.</summary>
    /// <param name="weights">The parameters, in the shape of the model.</param>
    void MoveTo(Matrix weights);

    /// <summary>K(w) = JJᵀ.</summary>
    /// <param name="kernel">n × n, overwritten.</param>
    void TangentKernel(Matrix kernel);

    /// <summary>∇_w uᵀK(w)u.</summary>
    /// <param name="u">n entries.</param>
    /// <param name="gradient">Of the shape of the parameters, overwritten.</param>
    void KernelFormGradient(ReadOnlySpan<double> u, Matrix gradient);
}
