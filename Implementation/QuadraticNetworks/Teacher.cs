using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>A planted network: weights W* (m × d) of rank d with S* = W*ᵀW*. Immutable.</summary>
public sealed class Teacher
{
    private Teacher(Matrix weights, Matrix gram)
    {
        Weights = weights;
        Gram = gram;
        var spectrum = SymmetricEigen.Of(gram);
        LeastEigenvalue = spectrum.Values[0];
        LargestEigenvalue = spectrum.Values[^1];
        WeakestDirection = spectrum.Vectors.Column(0);
        Eigenvectors = spectrum.Vectors;
        LeastEigenvalueError = EigenvalueBound.Of(gram, spectrum);
    }

    /// <summary>W*, m × d.</summary>
    public Matrix Weights { get; }

    /// <summary>S* = W*ᵀW*, d × d, positive definite.</summary>
    public Matrix Gram { get; }

    /// <summary>σ_min(W*)² = λ_min(S*).</summary>
    public double LeastEigenvalue { get; }

    /// <summary>Proven bound of the error of each computed eigenvalue of S*, a matrix of doubles taken as it
    /// is.</summary>
    public double LeastEigenvalueError { get; }

    /// <summary>‖W*‖² = λ_max(S*).</summary>
    public double LargestEigenvalue { get; }

    /// <summary>Unit eigenvector of S* at its least eigenvalue.</summary>
    public double[] WeakestDirection { get; }

    /// <summary>Eigenvectors of S* in columns, eigenvalues ascending.</summary>
    public Matrix Eigenvectors { get; }

    /// <summary>The teacher with given weights.</summary>
    /// <exception cref="ArgumentException">The weights have fewer rows than columns or do not have rank d.</exception>
    public static Teacher WithWeights(Matrix W)
    {
        ArgumentNullException.ThrowIfNull(W);
        if (W.Rows < W.Columns)
            throw new ArgumentException(
                $"Planted weights of rank d = {W.Columns} need at least as many rows, not {W.Rows}.", nameof(W));
        var teacher = new Teacher(W, Numerics.LinearAlgebra.Gram.Of(W));
        if (!(teacher.LeastEigenvalue > 1e-12 * teacher.LargestEigenvalue))
            throw new ArgumentException("The planted weights have to have rank d.", nameof(W));
        return teacher;
    }

    /// <summary>The teacher with W* the identity.</summary>
    public static Teacher Identity(int d) => WithWeights(Matrix.Identity(d));

    /// <summary>Gaussian weights times <paramref name="scale"/>.</summary>
    /// <param name="stream">Random numbers; m·d normals.</param>
    /// <param name="m">Width, at least d.</param>
    /// <param name="d">Data dimension.</param>
    /// <param name="scale">Positive.</param>
    public static Teacher Gaussian(RandomStream stream, int m, int d, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var W = new Matrix(m, d);
        stream.FillNormals(W.Values);
        Lanes.Scale(scale, W.Values);
        return WithWeights(W);
    }

    /// <summary>
    /// The teacher whose weakest direction, of strength σ_min(W*) = <paramref name="scale"/>, is the one in which a
    /// law's barrier is lowest: a coordinate axis when κ ≤ 2μ2², else (1, …, 1)/√d. The other squared singular values
    /// are scale²(1 + i/d), i = 1, …, d − 1.
    /// </summary>
    public static Teacher Aligned(CoordinateLaw law, int d, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        bool onAxis = law.VarianceOfSquare <= 2 * law.SecondMoment * law.SecondMoment;

        // The reflector I − 2uuᵀ/uᵀu, u = e_1 − (1, …, 1)/√d, swaps the first axis with the diagonal.
        var W = new Matrix(d, d);
        double shift = 1 / Math.Sqrt(d);
        double norm = 2 * (1 - shift);
        for (int i = 0; i < d; i++)
        {
            double singular = scale * Math.Sqrt(1 + (double)i / d);
            for (int j = 0; j < d; j++)
            {
                double unit = i == j ? 1 : 0;
                double entry =
                    onAxis || d == 1 ? unit : unit - 2 * ((i == 0 ? 1 : 0) - shift) * ((j == 0 ? 1 : 0) - shift) / norm;
                W[i, j] = singular * entry;
            }
        }

        return WithWeights(W);
    }

    /// <summary>A teacher of the given kind.</summary>
    public static Teacher Of(TeacherKind kind, CoordinateLaw law, int d, double scale, RandomStream stream) =>
        kind == TeacherKind.Aligned ? Aligned(law, d, scale) : Gaussian(stream, 2 * d, d, scale);
}
