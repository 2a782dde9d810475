namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>By what the eigenvalues of W*ᵀW* − mI are divided.</summary>
public enum SpectrumScaling
{
    /// <summary>√(md).</summary>
    GeometricMean,

    /// <summary>√m.</summary>
    RootWidth,

    /// <summary>m.</summary>
    Width,
}
