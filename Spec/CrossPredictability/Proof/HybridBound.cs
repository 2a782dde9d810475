namespace Verification.Spec.CrossPredictability.Proof;

/// <summary>What is said to bound the distance after T steps.</summary>
public enum HybridBound
{
    /// <summary>The sum of single steps along the junk path.</summary>
    AlongJunk,

    /// <summary>The largest of these.</summary>
    LargestStep,

    /// <summary>T times the step from the start, as printed.</summary>
    FirstStep,
}
