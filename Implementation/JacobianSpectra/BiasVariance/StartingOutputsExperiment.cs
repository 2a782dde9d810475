using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="StartingOutputsExperiment"/>.</summary>
/// <param name="Samples">n, from 10 to 10¹⁵.</param>
/// <param name="Common">c², the product of two inputs, in (0, 1).</param>
/// <param name="Scale">The scale of V over 1/√(kK log K).</param>
public sealed record StartingOutputsCell(double Samples, double Common, double Scale);

/// <summary>A new sample after training at infinite width; enclosures by their ends.</summary>
/// <param name="MisclassifiedLower">Lower end of the probability that it is misclassified.</param>
/// <param name="MisclassifiedUpper">Its upper end.</param>
/// <param name="LimitLower">Lower end of the limit of that for n → ∞.</param>
/// <param name="LimitUpper">Its upper end.</param>
/// <param name="Start">(E‖Π_N f(W₀)‖²/n)^(1/2), within 10⁻¹².</param>
/// <param name="Cutoff">ᾱ, at which I is the span of constants, within 10⁻¹².</param>
/// <param name="HasSplit">Whether the other eigenvalues of the kernel are below the cutoff.</param>
public sealed record StartingOutputsOutcome(
    double MisclassifiedLower,
    double MisclassifiedUpper,
    double LimitLower,
    double LimitUpper,
    double Start,
    double Cutoff,
    bool HasSplit)
{
    /// <summary>P(misclassified).</summary>
    public Interval Misclassified => new(MisclassifiedLower, MisclassifiedUpper);

    /// <summary>Its limit.</summary>
    public Interval Limit => new(LimitLower, LimitUpper);
}

// Two outputs, gaussian softplus, inputs x_i = (c, √(1 − c²)e_i) with e_i uniform among so many unit vectors that none
// comes twice; all labels are the first class, so that y is constant and in I. With Σ(X) = βI + g11ᵀ and the covariance
// of outputs at the start, ν²(q₁ − q₂)I + ν²q₂11ᵀ, everything is exchangeable. A step 1/λ₁² fits constants at once, and
// a new sample has f_T = f₀(x') + G(1 − mean of f₀) with G = ng/(β + ng): of the normal f₀(x') only the common part
// goes.

/// <summary>The random outputs before training of a wide network, which early stopping keeps.</summary>
public sealed class StartingOutputsExperiment : Experiment<StartingOutputsCell, StartingOutputsOutcome>
{
    private const double Slack = 1e-12;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/starting-outputs";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override StartingOutputsOutcome Run(
        StartingOutputsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double n = cell.Samples, c2 = cell.Common;
        if (!(n >= 10 && n <= 1e15 && c2 > 0 && c2 < 1 && cell.Scale > 0 && cell.Scale <= 100))
            throw new ArgumentException(
                "n lies between 10 and 10¹⁵, c² in (0, 1), the scale in (0, 100].", nameof(cell));
        double ν2 = cell.Scale * cell.Scale / (2 * ElementaryFunctions.Log(2));
        double g = c2 * ExpectedTangentKernel.SlopeMoment(c2 / 2);
        double β = ExpectedTangentKernel.SlopeMoment(0.5) - g;
        double q1 = ExpectedTangentKernel.ValueMoment(1), q2 = ExpectedTangentKernel.ValueMoment(c2);
        double G = n * g / (β + n * g);

        // f₁ − f₂ at a new sample: mean G, variance 2ν²((1 − G)²q₂ + (q₁ − q₂)(1 + G²/n)).
        double variance = 2 * ν2 * ((1 - G) * (1 - G) * q2 + (q1 - q2) * (1 + G * G / n));
        Interval misclassified = Below(G, variance);
        Interval limit = Below(1, 2 * ν2 * (q1 - q2));

        // E‖Π_N f₀‖² = K(n − 1)ν²(q₁ − q₂); α² = nKᾱ² = nν²g is at most λ₁² = ν²(β + ng).
        return new(
            misclassified.Lower, misclassified.Upper, limit.Lower, limit.Upper,
            Math.Sqrt(2 * ν2 * (q1 - q2) * (1 - 1 / n)), Math.Sqrt(ν2 * g / 2), β < n * g);
    }

    // P(m + sZ < 0) = Φ(−m/s); some thirty roundings of a quotient below 100.
    private static Interval Below(double mean, double variance)
    {
        double quotient = -mean / Math.Sqrt(variance);
        double error = Slack * (1 + Math.Abs(quotient));
        return NormalLaw.Distribution(new Interval(quotient - error, quotient + error));
    }
}
