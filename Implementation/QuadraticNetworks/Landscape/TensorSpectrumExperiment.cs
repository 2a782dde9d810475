using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="TensorSpectrumExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d, 1 to 8.</param>
public sealed record TensorSpectrumCell(CoordinateLaw Law, int Dimension);

/// <summary>The spectrum of E X^{⊗2}(X^{⊗2})ᵀ.</summary>
/// <param name="Eigenvalues">All d² eigenvalues, ascending.</param>
/// <param name="Error">Bound of the error of each.</param>
public sealed record TensorSpectrumOutcome(double[] Eigenvalues, double Error);

/// <summary>The expected covariance of tensorized data in all d² coordinates x_i x_j, moment by moment, and its
/// eigenvalues.</summary>
/// <remarks>
/// No randomness. E x_i x_j x_k x_l follows from how often each index occurs: μ4 for one index four times, μ2² for two
/// indices twice, else 0 as the coordinates are centered and independent.
/// </remarks>
public sealed class TensorSpectrumExperiment : Experiment<TensorSpectrumCell, TensorSpectrumOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/tensor-spectrum";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TensorSpectrumOutcome Run(
        TensorSpectrumCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int d = cell.Dimension;
        var covariance = new Matrix(d * d, d * d);
        for (int i = 0; i < d; i++)
            for (int j = 0; j < d; j++)
                for (int k = 0; k < d; k++)
                    for (int l = 0; l < d; l++)
                        covariance[i * d + j, k * d + l] = Moment(cell.Law, i, j, k, l);
        var spectrum = SymmetricEigen.Of(covariance);

        // The entries are rounded twice, and the closed form four times: at most 8u of the largest eigenvalue, which
        // bounds every row sum.
        return new(
            spectrum.Values,
            EigenvalueBound.Of(covariance, spectrum) + 16 * UnitRoundoff * Math.Max(1, spectrum.Values[^1]));
    }

    private static double Moment(CoordinateLaw law, int i, int j, int k, int l)
    {
        if (i == j && j == k && k == l)
            return law.FourthMoment;
        bool paired = (i == j && k == l) || (i == k && j == l) || (i == l && j == k);
        return paired ? law.SecondMoment * law.SecondMoment : 0;
    }
}
