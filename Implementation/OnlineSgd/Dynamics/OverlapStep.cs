namespace Verification.Implementation.OnlineSgd.Dynamics;

// With w* = mw + √(1 − m²)e and x = bw + ce + (the rest), a = ⟨w*, x⟩ = mb + √(1 − m²)c, Q = ‖the rest‖²: every loss of
// (⟨w*, x⟩, ⟨w, x⟩) has −∇_Sℓ = G·(ce + the rest), hence
//
//     m⁺ = (m + ηGc√(1 − m²)) / √(1 + η²G²(c² + Q)),
//
// and b, c ~ N(0, 1), Q ~ χ²_{d−2} are independent of each other and of m: the overlap is a Markov chain by itself.

/// <summary>One step of projected online SGD, seen from the overlap m = ⟨w, w*⟩ alone; exact in every
/// dimension.</summary>
public static class OverlapStep
{
    /// <summary>G, by which the sample moves w: −∇_Sℓ = G(x − bw).</summary>
    /// <param name="link">f.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="a">⟨w*, x⟩.</param>
    /// <param name="b">⟨w, x⟩.</param>
    public static double Force(HermiteSeries link, SampleLoss loss, double a, double b)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Force(loss, link.Value(a), link.Value(b), link.Slope(b));
    }

    /// <summary>G for a link of any kind.</summary>
    /// <param name="link">f.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="a">⟨w*, x⟩.</param>
    /// <param name="b">⟨w, x⟩.</param>
    public static double Force(SingleIndexLink link, SampleLoss loss, double a, double b)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Force(loss, link.Value(a), link.Value(b), link.Slope(b));
    }

    private static double Force(SampleLoss loss, double label, double prediction, double slope)
    {
        double residual = loss switch
        {
            SampleLoss.Squared => label - prediction,
            SampleLoss.Absolute => Math.Sign(label - prediction),
            _ => label,
        };
        return residual * slope;
    }

    /// <summary>m⁺.</summary>
    /// <param name="link">f.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="step">η.</param>
    /// <param name="m">Overlap, within [−1, 1].</param>
    /// <param name="b">⟨w, x⟩.</param>
    /// <param name="c">⟨e, x⟩.</param>
    /// <param name="Q">Squared length of what is left of x.</param>
    public static double Next(
        HermiteSeries link, SampleLoss loss, double step, double m, double b, double c, double Q)
    {
        double push = step * Force(link, loss, m * b + Math.Sqrt((1 - m) * (1 + m)) * c, b);
        return Moved(push, m, c, c * c + Q);
    }

    /// <summary>m⁺ = (m + ηGc√(1 − m²))/√(1 + η²G²r²).</summary>
    /// <param name="push">ηG.</param>
    /// <param name="m">Overlap, within [−1, 1].</param>
    /// <param name="c">⟨e, x⟩.</param>
    /// <param name="squaredRest">r² = c² + Q, the squared length of x beside w.</param>
    public static double Moved(double push, double m, double c, double squaredRest)
    {
        double next = (m + push * c * Math.Sqrt((1 - m) * (1 + m))) / Math.Sqrt(1 + push * push * squaredRest);
        return Math.Clamp(next, -1, 1);
    }
}
