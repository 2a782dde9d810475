namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// q(b) = 2 − √(4 + σb²) + b·arcsinh(b/2): σ = 1 is the potential of depth 2, σ = −1 what the talk prints.
/// </summary>
/// <remarks>Source: Srebro, "Scale of Init: Kernel vs Deep", "Interpolating between Kernel and Deep".</remarks>
public static class RootPotential
{
    private static readonly HyperbolicLink Right = new();

    /// <summary>
    /// q′(b) = arcsinh(b/2) + b/√(4 + b²) − σb/√(4 + σb²), increasing for σ ≤ 1; NaN where q is not real.
    /// </summary>
    /// <param name="b">Any number.</param>
    /// <param name="sign">σ.</param>
    public static double Slope(double b, double sign)
    {
        double root = 4 + sign * b * b;
        return root > 0
            ? Right.PotentialSlope(b) + (b / Math.Sqrt(4 + b * b) - sign * b / Math.Sqrt(root))
            : double.NaN;
    }
}
