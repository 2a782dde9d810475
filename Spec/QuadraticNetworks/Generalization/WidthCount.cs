namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Candidates for the largest number of generic samples that a student of width m̂ &lt; d
/// interpolates.</summary>
public enum WidthCount
{
    /// <summary>m̂d − m̂(m̂−1)/2, the dimension of the symmetric matrices of rank at most m̂.</summary>
    RankVariety,

    /// <summary>One more.</summary>
    OneMore,

    /// <summary>One fewer.</summary>
    OneFewer,

    /// <summary>d(d+1)/2, the dimension of the symmetric matrices, whatever the width.</summary>
    AllSymmetric,
}

/// <summary>Evaluates the candidates.</summary>
internal static class WidthCounts
{
    /// <summary>The number of samples.</summary>
    public static int Value(this WidthCount count, int d, int width)
    {
        int variety = width * d - width * (width - 1) / 2;
        return count switch
        {
            WidthCount.RankVariety => variety,
            WidthCount.OneMore => variety + 1,
            WidthCount.OneFewer => Math.Max(1, variety - 1),
            _ => d * (d + 1) / 2,
        };
    }
}
