using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Hermite;

/// <summary>Cell of <see cref="HermitePairExperiment"/>.</summary>
/// <param name="First">k, from 0 to 18.</param>
/// <param name="Second">j, from 0 to 18.</param>
/// <param name="Overlap">m, the correlation of the arguments, within [−1, 1]; 1 for equal arguments.</param>
public sealed record HermitePairCell(int First, int Second, double Overlap);

/// <summary>E H_k(a)H_j(b) for standard normal a, b of correlation m.</summary>
/// <param name="Product">The expectation, next to the exact number.</param>
/// <param name="Error">Bound of its error; 0 where it is a double.</param>
/// <param name="Factorial">k!, exactly.</param>
public sealed record HermitePairOutcome(double Product, double Error, double Factorial);

/// <summary>Products of Hermite polynomials in rational arithmetic.</summary>
public sealed class HermitePairExperiment : Experiment<HermitePairCell, HermitePairOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/hermite-pair";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override HermitePairOutcome Run(HermitePairCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        // 18! is the last factorial below 2⁵³.
        if (cell.First is < 0 or > 18 || cell.Second is < 0 or > 18)
            throw new ArgumentException("Degrees lie between 0 and 18.", nameof(cell));
        var pair = new GaussianPair(Rational.Of(cell.Overlap));
        Bounded product = pair
            .Mean(RationalPolynomial.Hermite(cell.First), RationalPolynomial.Hermite(cell.Second))
            .Rounded();
        return new(product.Value, product.Error, (double)RationalPolynomial.Factorial(cell.First));
    }
}
