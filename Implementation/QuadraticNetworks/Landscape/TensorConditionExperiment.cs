using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="TensorConditionExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="Repeated">Whether all d² products x_i x_j stand in a row, those with i ≠ j twice, instead of the D
/// coordinates of svec(xxᵀ).</param>
public sealed record TensorConditionCell(CoordinateLaw Law, int Dimension, int Samples, bool Repeated = false);

/// <summary>The least eigenvalue of the empirical covariance of tensorized data.</summary>
/// <param name="Least">λ_min(Ĝ), rounded to 9 digits.</param>
/// <param name="Error">Bound of the error of it, as it is stored.</param>
public sealed record TensorConditionOutcome(double Least, double Error);

/// <summary>How well the matrix with rows X_i ⊗ X_i is conditioned.</summary>
public sealed class TensorConditionExperiment : Experiment<TensorConditionCell, TensorConditionOutcome>
{
    private const int Digits = 9;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/tensor-condition";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override TensorConditionOutcome Run(
        TensorConditionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        if (!cell.Repeated)
        {
            QuadraticRisk risk = QuadraticRisk.Empirical(X);
            return Stored(risk.Spectrum.Values[0], risk.EigenvalueError);
        }

        Matrix products = Products(X);
        Matrix covariance = Gram.Of(products);
        foreach (ref double entry in covariance.Values)
            entry /= X.Rows;
        double trace = 0;
        for (int k = 0; k < covariance.Rows; k++)
            trace += covariance[k, k];
        var eigen = SymmetricEigen.Of(covariance);
        return Stored(eigen.Values[0], Gamma(X.Rows + 2) * trace + EigenvalueBound.Of(covariance, eigen));
    }

    private static TensorConditionOutcome Stored(double least, double error) => new(
        ShortDecimal.Nearest(least, Digits),
        OutwardDecimal.Above(error + ShortDecimal.RelativeError(Digits) * Math.Abs(least), 2));

    private static Matrix Products(Matrix X)
    {
        int d = X.Columns;
        var products = new Matrix(X.Rows, d * d);
        for (int n = 0; n < X.Rows; n++)
        {
            ReadOnlySpan<double> x = X.Row(n);
            Span<double> row = products.Row(n);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < d; j++)
                    row[i * d + j] = x[i] * x[j];
        }

        return products;
    }
}
