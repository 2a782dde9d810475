using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>An adversary: looks in a ball of parameter space for the worst conditioned tangent kernel.</summary>
/// <remarks>
/// Normalized gradient steps on λ_min(K) from the center, the first across the whole radius, later ones shorter, each
/// projected onto the ball. What it finds is an upper bound of the least λ_min in the ball, attained at a point that it
/// visited.
/// </remarks>
public static class KernelDescent
{
    /// <summary>The least λ_min(K(w)) found with ‖w − w0‖ ≤ R.</summary>
    /// <param name="field">The kernel.</param>
    /// <param name="center">w0.</param>
    /// <param name="radius">R, positive.</param>
    /// <param name="samples">n.</param>
    /// <param name="steps">Number of gradient steps, not negative.</param>
    /// <param name="cancellation">Observed between steps.</param>
    /// <returns>λ_min at the center, the least one found, and a bound of what the eigenvalue routine adds to either; of
    /// rounding in the kernels the field itself knows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static (double AtCenter, double Least, double Error) Search(
        IKernelField field,
        Matrix center,
        double radius,
        int samples,
        int steps,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(center);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (!(radius > 0 && double.IsFinite(radius)))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius has to be positive and finite.");
        Matrix w = center.Clone();
        var offset = new Matrix(center.Rows, center.Columns);
        var gradient = new Matrix(center.Rows, center.Columns);
        var kernel = new Matrix(samples, samples);
        double atCenter = double.NaN;
        double least = double.PositiveInfinity;
        double error = 0;
        for (int step = 0; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            field.MoveTo(w);
            field.TangentKernel(kernel);
            SymmetricEigen eigen = SymmetricEigen.Of(kernel);
            least = Math.Min(least, eigen.Values[0]);
            error = Math.Max(error, EigenvalueBound.Of(kernel, eigen));
            if (step == 0)
                atCenter = eigen.Values[0];
            if (step == steps)
                return (atCenter, least, error);
            field.KernelFormGradient(eigen.Vectors.Column(0), gradient);
            double length = Lanes.Norm(gradient.Values);
            if (length == 0)
                return (atCenter, least, error);
            Lanes.Axpy(-4 * radius / ((4 + step) * length), gradient.Values, offset.Values);
            double distance = Lanes.Norm(offset.Values);
            if (distance > radius)
                Lanes.Scale(radius / distance, offset.Values);
            center.Values.CopyTo(w.Values);
            Lanes.Axpy(1, offset.Values, w.Values);
        }
    }
}
