using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>F_i(w) = c_i + b_i·w + ½wᵀA_iw: the simplest maps whose Hessians are free.</summary>
public sealed class QuadraticMap : DifferentiableMap
{
    private readonly double[] _constants;
    private readonly Matrix _slopes;
    private readonly Matrix[] _curvatures;

    /// <summary>The map of the given coefficients.</summary>
    /// <param name="constants">c, of length n.</param>
    /// <param name="slopes">n × p, row i is b_i.</param>
    /// <param name="curvatures">n symmetric matrices A_i, each p × p.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a matrix is not symmetric.</exception>
    public QuadraticMap(double[] constants, Matrix slopes, Matrix[] curvatures)
    {
        ArgumentNullException.ThrowIfNull(constants);
        ArgumentNullException.ThrowIfNull(slopes);
        ArgumentNullException.ThrowIfNull(curvatures);
        if (slopes.Rows != constants.Length || curvatures.Length != constants.Length)
            throw new ArgumentException(
                $"There are {constants.Length} constants, {slopes.Rows} slopes and {curvatures.Length} Hessians; one "
                    + "of each belongs to an output.",
                nameof(curvatures));
        foreach (Matrix A in curvatures)
        {
            if (
                A.Rows != slopes.Columns
                || A.Columns != slopes.Columns
                || !A.Values.SequenceEqual(A.Transpose().Values))
                throw new ArgumentException(
                    $"Each Hessian has to be a symmetric {slopes.Columns} × {slopes.Columns} matrix.",
                    nameof(curvatures));
        }

        _constants = constants;
        _slopes = slopes;
        _curvatures = curvatures;
    }

    /// <inheritdoc/>
    public override int Parameters => _slopes.Columns;

    /// <inheritdoc/>
    public override int Outputs => _constants.Length;

    /// <summary>Standard normal slopes and symmetric Gaussian Hessians (off-diagonal entries of variance 1, diagonal
    /// 2), constants 0.</summary>
    /// <param name="stream">Source of randomness.</param>
    /// <param name="outputs">n, at least 1.</param>
    /// <param name="parameters">p, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
    public static QuadraticMap Gaussian(RandomStream stream, int outputs, int parameters)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        var slopes = new Matrix(outputs, parameters);
        stream.FillNormals(slopes.Values);
        var curvatures = new Matrix[outputs];
        for (int i = 0; i < outputs; i++)
        {
            var G = new Matrix(parameters, parameters);
            stream.FillNormals(G.Values);
            curvatures[i] = Symmetrized(G, Math.Sqrt(0.5));
        }

        return new(new double[outputs], slopes, curvatures);
    }

    /// <summary>Integer coefficients from −9 to 9, the diagonals of the Hessians even, so that F is an integer at
    /// integer points.</summary>
    /// <param name="stream">Source of randomness.</param>
    /// <param name="outputs">n, at least 1.</param>
    /// <param name="parameters">p, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
    public static QuadraticMap Integers(RandomStream stream, int outputs, int parameters)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        var constants = new double[outputs];
        var slopes = new Matrix(outputs, parameters);
        FillIntegers(stream, 9, constants);
        FillIntegers(stream, 9, slopes.Values);
        var curvatures = new Matrix[outputs];
        for (int i = 0; i < outputs; i++)
        {
            var G = new Matrix(parameters, parameters);
            FillIntegers(stream, 4, G.Values);
            curvatures[i] = Symmetrized(G, 1);
        }

        return new(constants, slopes, curvatures);
    }

    /// <summary>Fills with integers uniform on −<paramref name="bound"/> … <paramref name="bound"/>.</summary>
    public static void FillIntegers(RandomStream stream, int bound, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (ref double value in values)
            value = stream.NextIndex(2 * bound + 1) - bound;
    }

    /// <inheritdoc/>
    public override double[] Value(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        double[] value = MatrixVector.Multiply(_slopes, w);
        for (int i = 0; i < value.Length; i++)
            value[i] += _constants[i] + Lanes.Dot(w, MatrixVector.Multiply(_curvatures[i], w)) / 2;
        return value;
    }

    /// <inheritdoc/>
    public override Matrix Jacobian(ReadOnlySpan<double> w)
    {
        ThrowIfNoPoint(w);
        Matrix J = _slopes.Clone();
        for (int i = 0; i < Outputs; i++)
            Lanes.Axpy(1, MatrixVector.Multiply(_curvatures[i], w), J.Row(i));
        return J;
    }

    /// <inheritdoc/>
    public override Matrix WeightedHessian(ReadOnlySpan<double> w, ReadOnlySpan<double> weights)
    {
        ThrowIfNoPoint(w);
        var sum = new Matrix(Parameters, Parameters);
        for (int i = 0; i < Outputs; i++)
            Lanes.Axpy(weights[i], _curvatures[i].Values, sum.Values);
        return sum;
    }

    private static Matrix Symmetrized(Matrix G, double factor)
    {
        Matrix S = G.Transpose();
        Lanes.Axpy(1, G.Values, S.Values);
        Lanes.Scale(factor, S.Values);
        return S;
    }
}
