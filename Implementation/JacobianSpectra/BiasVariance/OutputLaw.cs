namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>What the fixed output weights are.</summary>
public enum OutputLaw
{
    /// <summary>Independent signs times a scale: mean 0.</summary>
    Signs,

    /// <summary>The scale itself, everywhere.</summary>
    Constant,
}
