namespace Verification.Spec.PolyakLojasiewicz.Rates;

/// <summary>What stands for μ₁ in the rate of greedy coordinate descent.</summary>
public enum GreedyConstant
{
    /// <summary>The constant in ½‖∇L‖_∞² ≥ μ₁(L − L*).</summary>
    LargestEntry,

    /// <summary>μ, of the Euclidean norm.</summary>
    Euclidean,

    /// <summary>The mean of the coordinate-wise constants.</summary>
    Mean,
}
