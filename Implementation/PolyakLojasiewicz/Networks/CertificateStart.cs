namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Where the ball lies whose tangent kernels are certified.</summary>
public enum CertificateStart
{
    /// <summary>Standard normal weights and inputs uniform on a sphere.</summary>
    Gaussian,

    /// <summary>
    /// Orthogonal inputs, and all neurons where |tanh''| is largest for the first of them: moving every neuron alike
    /// then lowers σ_min(J) at the greatest possible rate, so that the certificate is sharp to first order in the
    /// radius.
    /// </summary>
    Aligned,
}
