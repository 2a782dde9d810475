namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Which samples of clustered data are corrupted.</summary>
public enum CorruptionPlacement
{
    /// <summary>The same share of each cluster.</summary>
    EachCluster,

    /// <summary>A share of one cluster, and nothing elsewhere.</summary>
    OneCluster,

    /// <summary>A share of all samples, uniformly without replacement.</summary>
    Anywhere,
}
