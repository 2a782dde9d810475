namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>What local non-convexity asks of the gradients of the outputs.</summary>
public enum GradientRule
{
    /// <summary>The gradient of the curved output lies outside the span of the others.</summary>
    Independent,

    /// <summary>∇F(w*) is not the zero matrix.</summary>
    NotAllZero,

    /// <summary>Nothing.</summary>
    None,
}
