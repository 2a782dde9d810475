namespace Verification.Spec.JacobianSpectra.BiasVariance;

/// <summary>Where the nuisance space ends.</summary>
public enum LastIndex
{
    /// <summary>At nK, the number of rows of the Jacobian.</summary>
    Outputs,

    /// <summary>At n, as printed.</summary>
    Samples,

    /// <summary>At nK − 1.</summary>
    OneBefore,
}
