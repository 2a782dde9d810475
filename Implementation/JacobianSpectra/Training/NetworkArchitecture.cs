namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Which network is trained.</summary>
public enum NetworkArchitecture
{
    /// <summary><see cref="ResidualNetwork"/>, all layers.</summary>
    Residual,

    /// <summary><see cref="ShallowNetwork"/>, the hidden layer alone.</summary>
    Shallow,
}
