namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>Candidates for the factor between population risk and training loss.</summary>
public enum TrainingLossConstant
{
    /// <summary>γ = λ_max(Ĝ^(−½) G Ĝ^(−½)).</summary>
    GeneralizedEigenvalue,

    /// <summary>1.</summary>
    One,
}
