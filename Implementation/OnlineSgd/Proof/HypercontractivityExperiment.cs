using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Proof;

/// <summary>Cell of <see cref="HypercontractivityExperiment"/>.</summary>
/// <param name="Degree">k, from 1 to 100 for Hermite polynomials, to 6 for drawn ones.</param>
/// <param name="IsDrawn">Whether the polynomial is drawn, with integer coefficients from −9 to 9; else it is
/// H_k.</param>
public sealed record HypercontractivityCell(int Degree, bool IsDrawn);

/// <summary>Norms of a polynomial of degree k under the normal law.</summary>
/// <param name="FourthRatio">‖f‖₄²/‖f‖₂².</param>
/// <param name="SixthRatio">‖f‖₆²/‖f‖₂², for drawn polynomials; else NaN.</param>
/// <param name="LeastFirstRatio">A lower bound of ‖f‖₁²/‖f‖₂², by Hölder: ‖f‖₂⁴/‖f‖₄⁴.</param>
/// <param name="Error">Relative error of each number.</param>
public sealed record HypercontractivityOutcome(
    double FourthRatio, double SixthRatio, double LeastFirstRatio, double Error);

/// <summary>Norms of Gaussian polynomials from exact moments.</summary>
/// <remarks>
/// For H_k: H_k² = Σ_r r! binom(k, r)² H_{2k−2r}, so that E H_k⁴ = Σ_r (r! binom(k, r)²)² (2k − 2r)!. For drawn ones
/// products of polynomials. ‖f‖₂ ≤ ‖f‖₁^(1/3)‖f‖₄^(2/3) gives the bound of ‖f‖₁.
/// </remarks>
public sealed class HypercontractivityExperiment : Experiment<HypercontractivityCell, HypercontractivityOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/hypercontractivity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override HypercontractivityOutcome Run(
        HypercontractivityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int k = cell.Degree;
        if (k < 1 || k > (cell.IsDrawn ? 6 : 100))
            throw new ArgumentException("Degrees lie between 1 and 100, of drawn polynomials up to 6.", nameof(cell));
        (Rational fourth, Rational sixth) = cell.IsDrawn ? Drawn(k, stream) : (HermiteFourth(k), Rational.Zero);
        double root = Math.Sqrt(fourth.Rounded().Value);
        double cube = cell.IsDrawn
            ? ElementaryFunctions.Exp(ElementaryFunctions.Log(sixth.Rounded().Value) / 3)
            : double.NaN;
        // log of a number below 10³⁰⁰ is at most 700 in size and rounded to 1 unit; exp returns that as a relative
        // error.
        return new(root, cube, (Rational.One / fourth).Rounded().Value, 1024 * DoublePrecision.UnitRoundoff);
    }

    // E f⁴/(E f²)² of H_k.
    private static Rational HermiteFourth(int k)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger binomial = BigInteger.One;
        for (int r = 0; r <= k; r++)
        {
            BigInteger weight = RationalPolynomial.Factorial(r) * binomial * binomial;
            sum += weight * weight * RationalPolynomial.Factorial(2 * k - 2 * r);
            binomial = binomial * (k - r) / (r + 1);
        }

        BigInteger norm = RationalPolynomial.Factorial(k);
        return new(sum, norm * norm);
    }

    private static (Rational Fourth, Rational Sixth) Drawn(int k, RandomStream stream)
    {
        Rational[] coefficients = new Rational[k + 1];
        for (int i = 0; i < k; i++)
            coefficients[i] = (int)stream.NextInt64(19) - 9;
        coefficients[k] = 1 + (int)stream.NextInt64(9);
        var f = new RationalPolynomial(coefficients);
        RationalPolynomial square = f * f;
        Rational second = square.NormalMean();
        Rational squared = second * second;
        return ((square * square).NormalMean() / squared, (square * square * square).NormalMean() / (squared * second));
    }
}
