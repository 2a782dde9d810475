using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>One draw of planted weights and data. Squared weights are in units of m, risks in units of m².</summary>
/// <param name="Loss">Risk of W0.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="LeastEigenvalueLower">Lower end of an enclosure of σ_min(W*)², at least 0.</param>
/// <param name="LeastEigenvalueUpper">Upper end of it.</param>
public sealed record InitializationDraw(
    double Loss, double Error, double LeastEigenvalueLower, double LeastEigenvalueUpper)
{
    // The enclosure of the eigenvalue is a millionth wide where it is widest.
    private const int Digits = 7;

    /// <summary>What of it bears on any barrier that is a multiple of σ_min(W*)⁴.</summary>
    public InitializationOutcome Outcome()
    {
        if (!double.IsFinite(Loss + Error))
            return new(0, double.PositiveInfinity);
        Interval loss = Interval.Of(Loss) + new Interval(-Error, Error);
        Interval ratio =
            new Interval(Math.Max(0, loss.Lower), loss.Upper)
            / Interval.Square(new(LeastEigenvalueLower, LeastEigenvalueUpper));
        return new(OutwardDecimal.Below(ratio.Lower, Digits), OutwardDecimal.Above(ratio.Upper, Digits));
    }
}
