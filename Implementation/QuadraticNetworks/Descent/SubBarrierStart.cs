using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Students of a wanted risk below the energy barrier, near the teacher.</summary>
/// <remarks>
/// W* + tH with t from bisection, so that the risk is the wanted one or a little less. Along H = −W*vvᵀ, v the weakest
/// direction, t = 1 has lost a rank and lies above the barrier; along a Gaussian H the risk exceeds every bound.
/// </remarks>
public static class SubBarrierStart
{
    /// <summary>The student at a risk.</summary>
    /// <param name="wanted">The risk, positive and below the barrier.</param>
    /// <param name="risk">Risk with a positive definite covariance.</param>
    /// <param name="teacher">The teacher, same d.</param>
    /// <param name="stream">Random numbers for a Gaussian H; null to weaken the teacher's weakest direction.</param>
    public static Student At(double wanted, QuadraticRisk risk, Teacher teacher, RandomStream? stream)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        Matrix H = stream is null ? Weakening(teacher) : new Matrix(teacher.Weights.Rows, teacher.Weights.Columns);
        stream?.FillNormals(H.Values);
        double low = 0, high = stream is null ? 1 : Math.Sqrt(teacher.LeastEigenvalue);
        while (stream is not null && Risk(high) <= wanted)
            high *= 2;
        for (int halving = 0; halving < 40; halving++)
        {
            double middle = (low + high) / 2;
            if (Risk(middle) <= wanted)
                low = middle;
            else
                high = middle;
        }

        return Along(low);

        Student Along(double t)
        {
            Matrix W = teacher.Weights.Clone();
            Lanes.Axpy(t, H.Values, W.Values);
            return new Student(W);
        }

        double Risk(double t) => risk.Between(Along(t).Gram, teacher.Gram).Risk;
    }

    private static Matrix Weakening(Teacher teacher)
    {
        double[] v = teacher.WeakestDirection;
        double[] image = MatrixVector.Multiply(teacher.Weights, v);
        var H = new Matrix(teacher.Weights.Rows, v.Length);
        for (int i = 0; i < H.Rows; i++)
            for (int j = 0; j < H.Columns; j++)
                H[i, j] = -image[i] * v[j];
        return H;
    }
}
