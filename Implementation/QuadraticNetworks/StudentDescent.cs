using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>A student at the end of a quasi-Newton descent on its risk.</summary>
/// <param name="Weights">W, m̂ × d.</param>
/// <param name="Risk">L(W).</param>
/// <param name="Gradient">‖∇L(W)‖_F.</param>
/// <remarks>Rows of W that start at exactly zero stay there: their gradient 4·W_j·R is exactly zero, and so is every
/// update made of gradients.</remarks>
public sealed record StudentDescent(Matrix Weights, double Risk, double Gradient)
{
    /// <summary>Descends from <paramref name="start"/> until the gradient is at rounding level.</summary>
    /// <param name="risk">Empirical or population risk.</param>
    /// <param name="teacher">The teacher, same d.</param>
    /// <param name="start">Starting weights, m̂ × d, m̂ ≥ 1; left unchanged.</param>
    public static StudentDescent Minimize(QuadraticRisk risk, Teacher teacher, Matrix start)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(start);
        int width = start.Rows;

        // The gradient at weights of the teacher's size is of size tr(G)·‖S*‖·‖W*‖ · 4; ten digits below that is a
        // stationary point.
        double scale = 4 * risk.Trace * teacher.LargestEigenvalue * Math.Sqrt(teacher.LargestEigenvalue);
        MinimizationResult result = QuasiNewton.Minimize(
            (point, gradient) =>
            {
                (double value, double[] slope) = Evaluate(risk, teacher, point, width);
                slope.CopyTo(gradient);
                return value;
            },
            start.Values,
            gradientTolerance: 1e-13 * scale,
            maximumIterations: 2000);
        var W = new Matrix(width, risk.Dimension);
        result.Point.CopyTo(W.Values);
        return new(W, result.Value, result.GradientNorm);
    }

    /// <summary>L(W) and ∇L(W) = 4 W R, row by row.</summary>
    public static (double Risk, double[] Gradient) Evaluate(
        QuadraticRisk risk, Teacher teacher, ReadOnlySpan<double> weights, int width)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        var W = new Matrix(width, risk.Dimension);
        weights.CopyTo(W.Values);
        double[] a = SymmetricVectorization.Vectorize(QuadraticRisk.Difference(Gram.Of(W), teacher.Gram));
        Matrix R = risk.ResidualMoment(a);
        double[] gradient = MatrixProduct.Multiply(W, R).Values.ToArray();
        Lanes.Scale(4, gradient);
        return (Lanes.Dot(a, SymmetricVectorization.Vectorize(R)), gradient);
    }
}
