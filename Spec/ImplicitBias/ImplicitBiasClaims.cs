using Verification.Spec.ImplicitBias.Geometry;

namespace Verification.Spec.ImplicitBias;

/// <summary>The claims about what gradient descent converges to, section by section of the talk.</summary>
public static class ImplicitBiasClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "implicit-bias",
        Title = "Implicit bias: the kernel and the rich regime",
        Folder = "ImplicitBias",
        Document = ImplicitBiasTalk.Document,
        Claims = [.. GeometryClaims.All],
        NotExamined = [],
    };
}
