using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Plain gradient descent of a student on its risk: W ← W − η∇L(W) = W(I − 4ηR), R = smat(G svec(WᵀW −
/// S*)).</summary>
/// <remarks>
/// <para>Source: heading "Convergence of Gradient Descent" of Kızıldağ (2020), arXiv:1912.01599.
/// (<see cref="StudentDescent"/> is the quasi-Newton search.)</para>
/// <para>R depends on W through M = WᵀW alone and is symmetric, so that M ← (I − 4ηR)M(I − 4ηR): descent on the weights
/// and descent on their Gram matrix are the same dynamics, exactly, for every width m̂, and W_k = W_0·(I − 4ηR_0)⋯(I −
/// 4ηR_{k−1}) can be recovered. What the Gram matrix cannot keep is a rank below d: rounding perturbs M by 2⁻⁵³‖M‖ in
/// all directions, while rows of W that are zero, or multiples of each other by a power of two, stay so to the last
/// bit.</para>
/// <para>A step on the weights costs 3m̂d² operations and the residual map, one on the Gram matrix 4d³ and the residual
/// map. Mutable; one thread at a time.</para>
/// </remarks>
public abstract class GradientDescent
{
    private readonly ResidualMap _map;
    private readonly Matrix _planted;
    private readonly Matrix _difference;

    private protected GradientDescent(ResidualMap map, Matrix planted, Matrix gram)
    {
        _map = map;
        _planted = planted;
        _difference = new Matrix(map.Dimension, map.Dimension);
        Residual = new Matrix(map.Dimension, map.Dimension);
        Gram = gram;
    }

    /// <summary>Steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>L(W).</summary>
    public double Risk { get; private set; }

    /// <summary>‖∇L(W)‖_F = 4‖WR‖_F.</summary>
    public double GradientNorm { get; private set; }

    /// <summary>‖WᵀW − S*‖_F.</summary>
    public double Distance { get; private set; }

    /// <summary>M = WᵀW, d × d; a view that changes with every step.</summary>
    public Matrix Gram { get; }

    /// <summary>svec(WᵀW − S*), a copy.</summary>
    public double[] Difference => SymmetricVectorization.Vectorize(_difference);

    /// <summary>R, d × d.</summary>
    private protected Matrix Residual { get; }

    /// <summary>Descent on the weights.</summary>
    /// <param name="map">Residual map of the risk.</param>
    /// <param name="teacher">The teacher, same d.</param>
    /// <param name="start">The student to start from, same d.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static WeightDescent OnWeights(ResidualMap map, Teacher teacher, Student start)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(start);
        ThrowIfDimensionsDiffer(map, teacher.Gram, nameof(teacher));
        if (start.Dimension != map.Dimension)
            throw new ArgumentException(
                $"The student has dimension {start.Dimension}, the risk {map.Dimension}.", nameof(start));
        return new WeightDescent(map, teacher.Gram, start.Weights);
    }

    /// <summary>Descent on the Gram matrix, the same dynamics for students that need not be named: any W with WᵀW =
    /// M.</summary>
    /// <param name="map">Residual map of the risk.</param>
    /// <param name="teacher">The teacher, same d.</param>
    /// <param name="start">M, d × d, symmetric positive semidefinite and finite; copied.</param>
    /// <exception cref="ArgumentException">The dimensions differ, or M is not finite or not symmetric.</exception>
    public static GramDescent OnGram(ResidualMap map, Teacher teacher, Matrix start)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(start);
        ThrowIfDimensionsDiffer(map, teacher.Gram, nameof(teacher));
        ThrowIfDimensionsDiffer(map, start, nameof(start));
        for (int i = 0; i < start.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                if (!double.IsFinite(start[i, j]) || start[i, j] != start[j, i])
                    throw new ArgumentException("A Gram matrix is finite and symmetric.", nameof(start));
            }
        }

        return new GramDescent(map, teacher.Gram, start.Clone());
    }

    /// <summary>One step of size η; the state then describes the new student.</summary>
    /// <param name="step">η, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative or not finite.</exception>
    public void Advance(double step)
    {
        if (!(step >= 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "A step is finite and not negative.");
        Move(4 * step);
        Steps++;
        Look();
    }

    /// <summary>Moves along −∇L, given 4η.</summary>
    private protected abstract void Move(double factor);

    /// <summary>‖WR‖_F for the present residual, and what <see cref="Move"/> will need of it.</summary>
    private protected abstract double Slope();

    /// <summary>Brings risk, gradient and distance up to date with <see cref="Gram"/>.</summary>
    private protected void Look()
    {
        Span<double> M = Gram.Values, S = _planted.Values, A = _difference.Values;
        for (int i = 0; i < A.Length; i++)
            A[i] = M[i] - S[i];
        _map.Apply(_difference, Residual);
        Risk = Lanes.Dot(A, Residual.Values);
        Distance = Lanes.Norm(A);
        GradientNorm = 4 * Slope();
    }

    private static void ThrowIfDimensionsDiffer(ResidualMap map, Matrix square, string parameter)
    {
        if (square.Rows != map.Dimension || square.Columns != map.Dimension)
            throw new ArgumentException(
                $"The matrix is {square.Rows} × {square.Columns}, the risk has dimension {map.Dimension}.", parameter);
    }
}
