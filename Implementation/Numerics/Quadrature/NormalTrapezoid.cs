using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Quadrature;

// For f analytic in the strip |Im x| < τ the trapezoidal sum differs from the integral by the residues beyond the
// strip, about e^(τ²/2 − 2πτ/h), and by e^(−2π²/h²) at best (L. Trefethen, J. Weideman, SIAM Review 56 (2014), Theorem
// 5.1). Gauss–Hermite rules reach e^(−2τ√n) with n nodes only: for sech⁴, τ = π/2 and a pole of order 4, 128 of them
// leave 1e-11, where this rule has 1e-13 with 69.

/// <summary>Expectations over a standard normal variable by the trapezoidal rule: E f(g) ≈ Σ w_k f(kh), w_k =
/// hφ(kh).</summary>
/// <remarks>Converges geometrically in 1/h for analytic f. The tail beyond the reach R is left out, at most
/// 2·sup|f|·P(g &gt; R). Immutable.</remarks>
public sealed class NormalTrapezoid
{
    private const double InverseRootTwoPi = 0.3989422804014327;

    private readonly double[] _nodes;
    private readonly double[] _weights;

    /// <summary>The rule on the multiples of <paramref name="step"/> up to <paramref name="reach"/> in
    /// magnitude.</summary>
    /// <param name="step">h, positive; a power of two makes the nodes exact.</param>
    /// <param name="reach">R, at least h and at most 37, where the density underflows; 8.75 leaves 2e-18
    /// outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there would be more than 10⁵
    /// nodes.</exception>
    public NormalTrapezoid(double step, double reach = 8.75)
    {
        if (!(reach > 0 && reach <= 37))
            throw new ArgumentOutOfRangeException(nameof(reach), reach, "The reach has to be positive and at most 37.");
        if (!(step > 0 && step <= reach && reach / step < 5e4))
            throw new ArgumentOutOfRangeException(
                nameof(step),
                step,
                $"The step has to be positive, at most the reach {reach}, and not below it by more than a factor 50000."
            );
        int half = (int)(reach / step);
        _nodes = new double[2 * half + 1];
        _weights = new double[2 * half + 1];
        for (int k = -half; k <= half; k++)
        {
            double x = k * step;
            _nodes[half + k] = x;
            _weights[half + k] = -0.5 * x * x;
        }

        ElementaryFunctions.Exp(_weights, _weights);
        foreach (ref double weight in _weights.AsSpan())
            weight *= step * InverseRootTwoPi;
    }

    /// <summary>x_k, ascending, symmetric about 0.</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>w_k, positive.</summary>
    public ReadOnlySpan<double> Weights => _weights;
}
