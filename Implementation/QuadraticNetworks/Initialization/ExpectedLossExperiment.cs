using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="ExpectedLossExperiment"/>.</summary>
/// <param name="Data">Law of the data coordinates.</param>
/// <param name="Weights">Law of the entries of W*.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m ≥ 1, m·d ≤ 9.</param>
public sealed record ExpectedLossCell(CoordinateLaw Data, CoordinateLaw Weights, int Dimension, int Width);

/// <summary>Exact expectations over data and planted weights, up to rounding.</summary>
/// <param name="MeanLoss">E L(W0) for W0ᵀW0 = mI.</param>
/// <param name="MeanElsewhere">E L(W0) for a W0ᵀW0 = M drawn at random.</param>
/// <param name="Bias">L at A = M − mI: the risk of that start against a teacher with S* = mI.</param>
/// <param name="Error">Bound of the rounding error of each.</param>
public sealed record ExpectedLossOutcome(double MeanLoss, double MeanElsewhere, double Bias, double Error);

/// <summary>Expected risks of a start, by enumeration of all planted weights and all data on the points of their moment
/// rules.</summary>
/// <remarks>
/// The risk (XᵀAX)² is a polynomial of degree four in each coordinate of X and in each entry of W*, so that the finite
/// sums are the expectations under the laws themselves. No closed form enters. Up to 3⁹ weights.
/// </remarks>
public sealed class ExpectedLossExperiment : Experiment<ExpectedLossCell, ExpectedLossOutcome>
{
    private const int MostWeights = 9;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/expected-loss";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A size is out of range: d ≥ 1, m ≥ 1, m·d ≤ 9.</exception>
    public override ExpectedLossOutcome Run(ExpectedLossCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        int m = cell.Width;
        if (d < 1 || m < 1 || m * d > MostWeights)
            throw new ArgumentException(
                $"Enumeration is for d ≥ 1, m ≥ 1 and at most {MostWeights} weights, not d = {d}, m = {m}.",
                nameof(cell));

        Matrix G = Covariance(cell.Data, d);
        double[] center = SymmetricVectorization.Vectorize(Matrix.Diagonal([.. Enumerable.Repeat((double)m, d)]));
        double[] elsewhere = SymmetricVectorization.Vectorize(RandomStart(d, stream));
        var weights = new double[m * d];
        var a = new double[G.Rows];
        var b = new double[G.Rows];
        var planted = new double[G.Rows];
        double meanLoss = 0;
        double meanElsewhere = 0;
        double size = 0;
        MomentRule.Of(cell.Weights).ForEach(weights, Add);
        for (int k = 0; k < a.Length; k++)
            a[k] = elsewhere[k] - center[k];

        // A sum of at most 3⁹ < 20000 terms with positive weights loses that many u of the sum of magnitudes; each term
        // has at most 2D + m + dm + 8 roundings before, D ≤ 45.
        double error = 2 * (20_000.0 + 4 * a.Length) * UnitRoundoff * size;
        return new(meanLoss, meanElsewhere, Form(G, a), error);

        void Add(double probability)
        {
            planted.AsSpan().Clear();
            for (int row = 0; row < m; row++)
            {
                SymmetricVectorization.OfOuterSquare(weights.AsSpan(row * d, d), a);
                for (int k = 0; k < a.Length; k++)
                    planted[k] += a[k];
            }

            double magnitude = 0;
            for (int k = 0; k < a.Length; k++)
            {
                a[k] = center[k] - planted[k];
                b[k] = elsewhere[k] - planted[k];
                magnitude += (center[k] + Math.Abs(elsewhere[k]) + Math.Abs(planted[k])) * Math.Sqrt(G[k, k]);
            }

            meanLoss += probability * Form(G, a);
            meanElsewhere += probability * Form(G, b);
            size += probability * magnitude * magnitude;
        }
    }

    private static double Form(Matrix G, ReadOnlySpan<double> a) => Lanes.Dot(a, MatrixVector.Multiply(G, a));

    // E svec(XXᵀ)svec(XXᵀ)ᵀ, a sum over the points of the rule.
    private static Matrix Covariance(CoordinateLaw law, int d)
    {
        var G = new Matrix(SymmetricVectorization.Dimension(d), SymmetricVectorization.Dimension(d));
        var x = new double[d];
        var row = new double[G.Rows];
        MomentRule.Of(law).ForEach(x, probability =>
        {
            SymmetricVectorization.OfOuterSquare(x, row);
            for (int k = 0; k < row.Length; k++)
                Lanes.Axpy(probability * row[k], row, G.Row(k));
        });
        return G;
    }

    // The Gram matrix of d Gaussian rows: positive semidefinite, and of the size of mI for the widths that can be
    // enumerated.
    private static Matrix RandomStart(int d, RandomStream stream)
    {
        var W = new Matrix(d, d);
        stream.FillNormals(W.Values);
        return Gram.Of(W);
    }
}
