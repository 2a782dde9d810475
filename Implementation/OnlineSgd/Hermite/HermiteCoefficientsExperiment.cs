using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Hermite;

/// <summary>Cell of <see cref="HermiteCoefficientsExperiment"/>.</summary>
/// <param name="Degree">k, from 1 to 20.</param>
public sealed record HermiteCoefficientsCell(int Degree);

/// <summary>Neighboring Hermite polynomials, coefficients of 1, x, x², …; integers below 2⁵³.</summary>
/// <param name="Previous">Those of H_{k−1}.</param>
/// <param name="Current">Those of H_k.</param>
/// <param name="Next">Those of H_{k+1}.</param>
public sealed record HermiteCoefficientsOutcome(double[] Previous, double[] Current, double[] Next);

/// <summary>Coefficients of Hermite polynomials from their explicit sum.</summary>
public sealed class HermiteCoefficientsExperiment
    : Experiment<HermiteCoefficientsCell, HermiteCoefficientsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/hermite-coefficients";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override HermiteCoefficientsOutcome Run(
        HermiteCoefficientsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Degree is < 1 or > 20)
            throw new ArgumentException("The degree lies between 1 and 20.", nameof(cell));
        return new(
            RationalPolynomial.Hermite(cell.Degree - 1).Exactly(),
            RationalPolynomial.Hermite(cell.Degree).Exactly(),
            RationalPolynomial.Hermite(cell.Degree + 1).Exactly());
    }
}
