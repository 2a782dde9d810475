using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Hermite;

/// <summary>Cell of <see cref="SteinExperiment"/>.</summary>
/// <param name="Function">The shape of g.</param>
/// <param name="Power">q, from 0 to 12.</param>
/// <param name="Order">k, from 0 to 8.</param>
public sealed record SteinCell(SteinFunction Function, int Power, int Order);

/// <summary>Both sides of E[H_k(G)g(G)] = E[g^(k)(G)].</summary>
/// <param name="Product">E[H_k(G)g(G)], an integer; for signed powers in units of √(2/π).</param>
/// <param name="Derivative">E[g^(k)(G)] with the derivative that g has everywhere but at 0, in the same unit.</param>
/// <param name="Derivatives">How many of g, g′, g″, … are absolutely continuous, from the first on; capped at
/// 1000.</param>
public sealed record SteinOutcome(double Product, double Derivative, int Derivatives);

/// <summary>Gaussian integration by parts for powers and signed powers, in integers.</summary>
/// <remarks>E|G|^(2r+1) = √(2/π)·2^r·r!.</remarks>
public sealed class SteinExperiment : Experiment<SteinCell, SteinOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/stein";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SteinOutcome Run(SteinCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Power is < 0 or > 12 || cell.Order is < 0 or > 8)
            throw new ArgumentException("Powers lie between 0 and 12, orders between 0 and 8.", nameof(cell));
        bool signed = cell.Function == SteinFunction.SignedMonomial;
        (int q, int k) = (cell.Power, cell.Order);
        RationalPolynomial H = RationalPolynomial.Hermite(k);
        Rational product = Rational.Zero;
        for (int i = 0; i <= k; i++)
            product += H[i] * Moment(i + q, signed);

        BigInteger falling = BigInteger.One;
        for (int i = 0; i < k; i++)
            falling *= Math.Max(0, q - i);
        Rational derivative = k <= q ? falling * Moment(q - k, signed) : Rational.Zero;
        return new(product.Exactly(), derivative.Exactly(), signed ? q : 1000);
    }

    // E x^n, or E x^n sign(x) in units of √(2/π).
    private static Rational Moment(int n, bool signed)
    {
        if (!signed)
            return RationalPolynomial.NormalMoment(n);
        if (n % 2 == 0)
            return Rational.Zero;
        int r = (n - 1) / 2;
        return (BigInteger.One << r) * RationalPolynomial.Factorial(r);
    }
}
