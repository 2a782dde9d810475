using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Hermite;

/// <summary>Cell of <see cref="ExpansionExperiment"/>.</summary>
/// <param name="Power">p, from 0 to 12: the function is x^p.</param>
public sealed record ExpansionCell(int Power);

/// <summary>The Hermite coefficients of a power.</summary>
/// <param name="Coefficients">μ_k = E[G^p H_k(G)], k = 0, …, p + 2; integers.</param>
/// <param name="SecondMoment">E G^(2p).</param>
/// <param name="Hermite">Row k: coefficients of H_k, padded with zeros to p + 3.</param>
public sealed record ExpansionOutcome(double[] Coefficients, double SecondMoment, double[][] Hermite);

/// <summary>Hermite expansions of powers, in integers.</summary>
public sealed class ExpansionExperiment : Experiment<ExpansionCell, ExpansionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/expansion";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ExpansionOutcome Run(ExpansionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int p = cell.Power;
        if (p is < 0 or > 12)
            throw new ArgumentException("The power lies between 0 and 12.", nameof(cell));
        RationalPolynomial f = RationalPolynomial.Monomial(p);
        RationalPolynomial[] H = [.. Enumerable.Range(0, p + 3).Select(RationalPolynomial.Hermite)];
        return new(
            [.. H.Select(h => (f * h).NormalMean().Exactly())],
            (f * f).NormalMean().Exactly(),
            [.. H.Select(h => Enumerable.Range(0, p + 3).Select(i => h[i].Exactly()).ToArray())]);
    }
}
