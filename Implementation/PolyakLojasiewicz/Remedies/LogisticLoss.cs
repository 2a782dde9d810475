using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>The logistic loss ℓ(z) = log(1 + e^(−z)) of a margin z, the cross-entropy of two classes, without overflow
/// or cancellation.</summary>
public static class LogisticLoss
{
    /// <summary>ℓ(z) ≥ 0, to a few units in the last place for every finite z.</summary>
    public static double Value(double margin) =>
        ElementaryFunctions.Log1p(ElementaryFunctions.Exp(-Math.Abs(margin))) + Math.Max(-margin, 0);

    /// <summary>−ℓ'(z) = 1/(1 + e^z), in (0, 1]: the share by which an example pulls.</summary>
    public static double Pull(double margin)
    {
        double e = ElementaryFunctions.Exp(-Math.Abs(margin));
        return margin >= 0 ? e / (1 + e) : 1 / (1 + e);
    }
}
