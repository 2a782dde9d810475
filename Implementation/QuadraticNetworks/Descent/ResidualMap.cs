using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>
/// The linear map A ↦ R = smat(G svec(A)) of a risk, for A = WᵀW − S*: the hot part of a gradient step, since L = ⟨A,
/// R⟩ and ∇L(W) = 4WR.
/// </summary>
/// <remarks>
/// For the empirical risk R = (1/N) Σ (X_iᵀAX_i) X_iX_iᵀ. Two routes compute the same map, exactly up to rounding:
/// through the covariance Ĝ (2D² operations a step, N·D² once) and over the samples (3Nd² operations a step, nothing
/// beforehand). Instances keep scratch memory: one thread at a time.
/// </remarks>
public abstract class ResidualMap
{
    private protected ResidualMap(int d) => Dimension = d;

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>Through the covariance of a risk, empirical or population.</summary>
    public static ResidualMap Of(QuadraticRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return new ThroughCovariance(risk.Dimension, new SymmetricTiles(risk.Covariance));
    }

    /// <summary>Over the samples of an empirical risk.</summary>
    /// <param name="X">N × d, a sample per row, N ≥ 1, finite.</param>
    /// <exception cref="ArgumentException">There are no data, or an entry is not finite.</exception>
    public static ResidualMap Over(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (X.Rows == 0 || X.Columns == 0)
            throw new ArgumentException(
                "The empirical risk needs at least one sample of at least one coordinate.", nameof(X));
        foreach (double entry in X.Values)
        {
            if (!double.IsFinite(entry))
                throw new ArgumentException("Every coordinate has to be finite.", nameof(X));
        }

        return new OverSamples(X);
    }

    /// <summary>R ← smat(G svec(A)), symmetric to the last bit.</summary>
    /// <param name="A">d × d, symmetric; only the upper triangle is sure to be read.</param>
    /// <param name="R">d × d, overwritten; another object than <paramref name="A"/>.</param>
    /// <exception cref="ArgumentException">A shape is not d × d, or both are the same object.</exception>
    public void Apply(Matrix A, Matrix R)
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(R);
        if (A.Rows != Dimension || A.Columns != Dimension)
            throw new ArgumentException(
                $"The matrix is {A.Rows} × {A.Columns}, and {Dimension} × {Dimension} is needed.", nameof(A));
        if (R.Rows != Dimension || R.Columns != Dimension || ReferenceEquals(A, R))
            throw new ArgumentException(
                $"The result has to be another matrix of {Dimension} × {Dimension}.", nameof(R));
        Compute(A, R);
    }

    private protected abstract void Compute(Matrix A, Matrix R);

    private sealed class ThroughCovariance(int d, SymmetricTiles G) : ResidualMap(d)
    {
        private static readonly double Root2 = Math.Sqrt(2);

        private readonly double[] _a = new double[G.Size];
        private readonly double[] _product = new double[G.Size];

        // svec and smat as in SymmetricVectorization, into memory that is there.
        private protected override void Compute(Matrix A, Matrix R)
        {
            Span<double> from = A.Values, to = R.Values;
            int n = Dimension;
            int k = 0;
            for (int i = 0; i < n; i++)
            {
                _a[k++] = from[i * n + i];
                for (int j = i + 1; j < n; j++)
                    _a[k++] = Root2 * from[i * n + j];
            }

            G.Multiply(_a, _product);
            k = 0;
            for (int i = 0; i < n; i++)
            {
                to[i * n + i] = _product[k++];
                for (int j = i + 1; j < n; j++)
                    to[i * n + j] = to[j * n + i] = _product[k++] / Root2;
            }
        }
    }

    private sealed class OverSamples(Matrix X) : ResidualMap(X.Columns)
    {
        // 256 samples at a time: X, X·A and the running sums stay in the second-level cache up to d of some fifty.
        private const int Block = 256;

        private readonly double[] _weighted = new double[Math.Min(Block, X.Rows) * X.Columns];
        private readonly Matrix _part = new(X.Columns, X.Columns);

        private protected override void Compute(Matrix A, Matrix R)
        {
            int d = Dimension;
            R.Values.Clear();
            for (int first = 0; first < X.Rows; first += Block)
            {
                int count = Math.Min(Block, X.Rows - first);
                ReadOnlySpan<double> x = X.Values.Slice(first * d, count * d);
                Span<double> weighted = _weighted.AsSpan(0, count * d);
                BlockedProduct.Run(count, d, d, x, d, 1, A.Values, d, 1, weighted, d, upperOnly: false, resume: false);
                for (int i = 0; i < count; i++)
                {
                    Span<double> row = weighted.Slice(i * d, d);
                    double residual = Lanes.Dot(x.Slice(i * d, d), row);
                    x.Slice(i * d, d).CopyTo(row);
                    Lanes.Scale(residual / X.Rows, row);
                }

                BlockedProduct.Run(
                    d, d, count, x, 1, d, weighted, d, 1, _part.Values, d, upperOnly: true, resume: false);
                Lanes.Axpy(1, _part.Values, R.Values);
            }

            for (int i = 1; i < d; i++)
                for (int j = 0; j < i; j++)
                    R[i, j] = R[j, i];
        }
    }
}
