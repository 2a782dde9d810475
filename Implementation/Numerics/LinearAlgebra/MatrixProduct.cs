namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>
/// Products of dense matrices: A·B, Aᵀ·B and A·Bᵀ. Every entry is one chain c ← fma(a, b, c) from c = +0 over ascending
/// k, so its bits are those of the naive triple loop, whatever the shape and the hardware.
/// </summary>
/// <remarks>
/// 2·m·n·k floating-point operations on one thread; the only memory taken are packing buffers from the shared array
/// pool. NaN and infinities propagate as in the naive loop (which of several NaN payloads survives is not specified).
/// Each entry's error is at most k·2⁻⁵³·Σ|a||b| to first order.
/// </remarks>
public static class MatrixProduct
{
    /// <summary>A·B for an m × k and a k × n matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public static Matrix Multiply(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Rows, B.Columns);
        Multiply(A, B, C);
        return C;
    }

    /// <summary>C ← A·B.</summary>
    /// <param name="A">m × k.</param>
    /// <param name="B">k × n.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void Multiply(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Columns, B.Rows, A.Rows, B.Columns, C);
        BlockedProduct.Run(
            A.Rows, B.Columns, A.Columns, A.Values, A.Columns, 1, B.Values, B.Columns, 1, C.Values, C.Columns,
            upperOnly: false, resume: false);
    }

    /// <summary>Aᵀ·B for a k × m and a k × n matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Matrix TransposeMultiply(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Columns, B.Columns);
        TransposeMultiply(A, B, C);
        return C;
    }

    /// <summary>C ← Aᵀ·B.</summary>
    /// <param name="A">k × m.</param>
    /// <param name="B">k × n.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void TransposeMultiply(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Rows, B.Rows, A.Columns, B.Columns, C);
        BlockedProduct.Run(
            A.Columns, B.Columns, A.Rows, A.Values, 1, A.Columns, B.Values, B.Columns, 1, C.Values, C.Columns,
            upperOnly: false, resume: false);
    }

    /// <summary>A·Bᵀ for an m × k and an n × k matrix, as a new m × n matrix.</summary>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Matrix MultiplyTranspose(Matrix A, Matrix B)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        var C = new Matrix(A.Rows, B.Rows);
        MultiplyTranspose(A, B, C);
        return C;
    }

    /// <summary>C ← A·Bᵀ.</summary>
    /// <param name="A">m × k.</param>
    /// <param name="B">n × k.</param>
    /// <param name="C">m × n, overwritten; another object than the operands.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or <paramref name="C"/> is an operand.</exception>
    public static void MultiplyTranspose(Matrix A, Matrix B, Matrix C)
    {
        Validate(A, B, C);
        ThrowIfShapesDiffer(A.Columns, B.Columns, A.Rows, B.Rows, C);
        BlockedProduct.Run(
            A.Rows, B.Rows, A.Columns, A.Values, A.Columns, 1, B.Values, 1, B.Columns, C.Values, C.Columns,
            upperOnly: false, resume: false);
    }

    private static void Validate(Matrix A, Matrix B, Matrix C)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        ArgumentNullException.ThrowIfNull(C);
        if (ReferenceEquals(A, C) || ReferenceEquals(B, C))
            throw new ArgumentException("The result has to be another object than the operands.", nameof(C));
    }

    private static void ThrowIfShapesDiffer(int innerA, int innerB, int rows, int columns, Matrix C)
    {
        if (innerA != innerB)
            throw new ArgumentException(
                $"The inner dimensions are {innerA} and {innerB}, and have to be equal.", nameof(innerB));
        if (C.Rows != rows || C.Columns != columns)
            throw new ArgumentException(
                $"The result is {C.Rows} × {C.Columns}, and {rows} × {columns} is needed.", nameof(C));
    }
}
