namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>What a corrupted label is replaced by, "another random label".</summary>
public enum ReplacementLabel
{
    /// <summary>Uniform over the K − 1 other classes.</summary>
    StrictlyDifferent,

    /// <summary>Uniform over all K classes.</summary>
    AnyLabel,
}
