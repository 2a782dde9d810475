namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>What training makes small.</summary>
public enum NetworkLoss
{
    /// <summary>½‖f(x) − y‖².</summary>
    Squared,

    /// <summary>−Σ_a y_a log softmax(f(x))_a.</summary>
    Softmax,
}
