namespace Verification.Spec.QuadraticNetworks.Landscape;

/// <summary>What "full rank" is taken to mean for a student W of shape m̂ × d.</summary>
public enum RankNotion
{
    /// <summary>rank W = d.</summary>
    Dimension,

    /// <summary>rank W = min(m̂, d), as large as its shape allows.</summary>
    Shape,

    /// <summary>No condition on the rank.</summary>
    None,
}
