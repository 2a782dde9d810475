namespace Verification.Implementation.ImplicitBias;

/// <summary>The constants of rounding that the certificates of this folder count in.</summary>
public static class Roundoff
{
    /// <summary>u = 2⁻⁵³: a rounded operation errs by at most this share of its result.</summary>
    public const double Unit = 1.1102230246251565e-16;
}
