using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;

namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Candidates for the probability that N samples of a two-valued law span.</summary>
public enum SpanProbabilityFormula
{
    /// <summary>By enumeration of the sets of points that occur.</summary>
    Enumeration,

    /// <summary>The probability that as many different points as dimensions occur.</summary>
    DifferentPoints,

    /// <summary>1 from N = d(d+1)/2 on, as for laws with a density.</summary>
    AlmostSure,
}

/// <summary>Evaluates the candidates.</summary>
internal static class SpanProbabilityFormulas
{
    /// <summary>The probability.</summary>
    public static double Value(this SpanProbabilityFormula formula, CoordinateLaw law, int d, int samples) =>
        formula switch
    {
        SpanProbabilityFormula.Enumeration => SpanProbability.Of(law, d, samples),
        SpanProbabilityFormula.DifferentPoints => SpanProbability.OfDifferentPoints(law, d, samples),
        _ => samples >= SymmetricVectorization.Dimension(d) ? 1 : 0,
    };
}
