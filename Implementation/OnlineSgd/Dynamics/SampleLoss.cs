namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>The loss of one sample of label y and prediction ŷ.</summary>
public enum SampleLoss
{
    /// <summary>½(y − ŷ)².</summary>
    Squared,

    /// <summary>|y − ŷ|.</summary>
    Absolute,

    /// <summary>−yŷ.</summary>
    Correlation,
}
