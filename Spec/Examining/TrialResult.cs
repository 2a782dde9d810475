namespace Verification.Spec.Examining;

/// <summary>What the numerics certify about one trial.</summary>
public enum TrialResult
{
    /// <summary>The event certainly happened.</summary>
    Success,

    /// <summary>The event certainly did not happen.</summary>
    Failure,

    /// <summary>Neither could be certified.</summary>
    Open,
}
