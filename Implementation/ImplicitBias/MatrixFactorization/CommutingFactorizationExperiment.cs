using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>Sizes of <see cref="CommutingFactorizationExperiment"/>.</summary>
/// <param name="Size">n.</param>
/// <param name="Samples">Number of measurements.</param>
/// <param name="Scale">α of the start U = αI.</param>
/// <param name="Commuting">Whether the measurements have common eigenvectors.</param>
public sealed record CommutingFactorizationCell(int Size, int Samples, double Scale, bool Commuting);

/// <summary>The limit X of the flow of UUᵀ, against the exponential form and the least trace.</summary>
/// <param name="Finished">Whether the limit is enclosed.</param>
/// <param name="OffExponential">Distance of log X − 2·log α·I to the span of the measurements, relative to its
/// norm.</param>
/// <param name="OffFirstPower">The same with log α for 2·log α.</param>
/// <param name="Error">Proven bound of the errors of both.</param>
/// <param name="Excess">(tr X − dual value)/tr X: at most so much of the trace is above the least one, the dual vector
/// being ν/λ_max(Σν_iA_i) with ν read off X.</param>
/// <param name="ExcessError">Proven bound of its error.</param>
/// <param name="LogRange">log(λ_max(X)/α²).</param>
public sealed record CommutingFactorizationOutcome(
    bool Finished, double OffExponential, double OffFirstPower, double Error, double Excess, double ExcessError,
    double LogRange);

/// <summary>Symmetric factorization X = UUᵀ from αI with random symmetric measurements of a random positive
/// definite matrix, drawn again until the tangent kernel at the limit is well conditioned.</summary>
/// <remarks>Commuting measurements make the flow X(t) = α² exp(Σν_i(t)A_i).</remarks>
public sealed class CommutingFactorizationExperiment
    : Experiment<CommutingFactorizationCell, CommutingFactorizationOutcome>
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private const int MaximumDraws = 200;
    private const double LargestStiffness = 6;
    private const double LeastShare = 1e-4;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/commuting-factorization";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 2;

    /// <inheritdoc/>
    public override CommutingFactorizationOutcome Run(
        CommutingFactorizationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Size, m = cell.Samples;
        if (n < 2 || m < 1 || m >= n || !(cell.Scale > 0))
            throw new ArgumentException(
                "Sizes of 2 or more, fewer measurements than that, and a positive scale are needed.", nameof(cell));
        Matrix Q = Haar.Orthogonal(stream, n);
        var a = new Matrix(m, n);
        // Truth: for commuting measurements positive on common eigenvectors, so that interpolation from a diagonal
        // start is possible.
        double[] truth = new double[n];
        for (int draw = 0; draw < MaximumDraws; draw++)
        {
            stream.FillNormals(a.Values);
            for (int i = 0; i < m; i++)
                Lanes.Scale(1 / Lanes.Norm(a.Row(i)), a.Row(i));
            stream.FillUniforms(truth);
            if (Stiffness(a, MatrixVector.Multiply(a, truth), cell.Scale) <= LargestStiffness)
                break;
        }

        var matrices = new Matrix[m];
        for (int i = 0; i < m; i++)
            matrices[i] = Conjugate(cell.Commuting ? Q : Haar.Orthogonal(stream, n), a.Row(i).ToArray());
        var measurements = Measurements.Of(matrices);
        Matrix target = Conjugate(Q, truth);
        double[] y = [.. Enumerable.Range(0, m).Select(i => measurements.Inner(i, target))];
        Matrix start = Matrix.Identity(n);
        Lanes.Scale(cell.Scale, start.Values);
        var flow = new FactorizationFlow(measurements, y, start);
        bool finished = flow.Advance(1e6, 1e-9, 4000, cancellation);
        double error = finished ? flow.ProductError(flow.LimitError()) : double.PositiveInfinity;
        if (!double.IsFinite(error))
            return new(
                false, double.NaN, double.NaN, double.PositiveInfinity, double.NaN, double.PositiveInfinity,
                double.NaN);
        Matrix X = flow.X;
        SymmetricEigen eigen = SymmetricEigen.Of(X);
        double trace = Lanes.Sum(eigen.Values), least = eigen.Values[0];
        double uncertainty = error + 64 * n * UnitRoundoff * trace;
        if (!(least > 2 * uncertainty))
            return new(
                false, double.NaN, double.NaN, double.PositiveInfinity, double.NaN, double.PositiveInfinity,
                double.NaN);
        double[] logarithms = [.. eigen.Values.Select(value => ElementaryFunctions.Log(value))];
        double logα = ElementaryFunctions.Log(cell.Scale);
        double largest = logarithms.Max(Math.Abs) + 2 * Math.Abs(logα);
        // The logarithm of matrices above λ is Lipschitz with the constant 1/λ in Frobenius norm.
        double logError = 2 * uncertainty / least + 64 * n * UnitRoundoff * largest;
        (double off, double[] ν, double size) = OffSpan(
            matrices,
            Conjugate(eigen.Vectors.Transpose(), [.. logarithms.Select(value => value - 2 * logα)]));
        (double offFirst, _, double sizeFirst) = OffSpan(
            matrices,
            Conjugate(eigen.Vectors.Transpose(), [.. logarithms.Select(value => value - logα)]));
        // Weak duality with any ν whose Σν_iA_i has eigenvalues of at most 1.
        double[] image = SymmetricEigen.Of(measurements.Combine(ν)).Values;
        double top = image[^1] * (1 + 1e-12) + 64 * n * UnitRoundoff * Lanes.Norm(ν);
        double dual = top > 0 ? Lanes.Dot(ν, y) / top : 0;
        double norm = Math.Min(size, sizeFirst);
        return new(
            true,
            off / size,
            offFirst / sizeFirst,
            2 * (logError + 64 * m * n * UnitRoundoff * largest) / norm,
            (trace - dual) / trace,
            (Math.Sqrt(n) * uncertainty + 64 * n * UnitRoundoff * (trace + Math.Abs(dual))) / trace,
            logarithms.Max() - 2 * logα);
    }

    // tr X over the least eigenvalue of the tangent kernel 4Σa_ik a_jk x_k at the limit x = α² exp(aᵀν), which is what
    // steps of the flow go by; ∞ too where an eigenvalue is so small a share of tr X that its logarithm errs. It
    // selects draws and proves nothing; ν by Newton's method on Σα² exp((aᵀν)_k) − νᵀy, damped to exponents that change
    // by at most 2.
    private static double Stiffness(Matrix a, double[] y, double α)
    {
        int m = a.Rows, n = a.Columns;
        double[] ν = new double[m], x = new double[n];
        var K = new Matrix(m, m);
        for (int iteration = 0; iteration < 100; iteration++)
        {
            MatrixVector.TransposeMultiply(a, ν, x);
            ElementaryFunctions.Exp(x, x);
            Lanes.Scale(α * α, x);
            double[] residual = MatrixVector.Multiply(a, x);
            Lanes.Axpy(-1, y, residual);
            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    double sum = 0;
                    for (int k = 0; k < n; k++)
                        sum += a[i, k] * a[j, k] * x[k];
                    K[i, j] = K[j, i] = sum;
                }
            }

            if (Lanes.Norm(residual) <= 1e-9 * Lanes.Norm(y))
            {
                double least = 4 * SymmetricEigen.Of(K).Values[0];
                double trace = Lanes.Sum(x);
                return least > 0 && x.Min() >= LeastShare * trace ? trace / least : double.PositiveInfinity;
            }

            double[] step = QrFactor.Of(K).Solve(residual);
            double change = MatrixVector.TransposeMultiply(a, step).Max(Math.Abs);
            if (!double.IsFinite(change))
                return double.PositiveInfinity;
            Lanes.Axpy(-Math.Min(1, 2 / change), step, ν);
        }

        return double.PositiveInfinity;
    }

    // Rows of Q are the eigenvectors.
    private static Matrix Conjugate(Matrix Q, double[] values)
    {
        Matrix scaled = Q.Clone();
        for (int k = 0; k < values.Length; k++)
            Lanes.Scale(values[k], scaled.Row(k));
        Matrix product = MatrixProduct.TransposeMultiply(scaled, Q);
        for (int a = 0; a < product.Rows; a++)
        {
            for (int b = 0; b < a; b++)
                product[a, b] = product[b, a] = 0.5 * (product[a, b] + product[b, a]);
        }

        return product;
    }

    private static (double Distance, double[] Coefficients, double Norm) OffSpan(Matrix[] span, Matrix E)
    {
        var columns = new Matrix(E.Values.Length, span.Length);
        for (int j = 0; j < span.Length; j++)
        {
            for (int i = 0; i < E.Values.Length; i++)
                columns[i, j] = span[j].Values[i];
        }

        double[] ν = QrFactor.Of(columns).Solve(E.Values);
        double[] difference = E.Values.ToArray();
        Lanes.Axpy(-1, MatrixVector.Multiply(columns, ν), difference);
        return (Lanes.Norm(difference), ν, Lanes.Norm(E.Values));
    }
}
