namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Inputs and labels whose least loss over all weights of a softplus network without bias is known.</summary>
public enum FloorInstance
{
    /// <summary>e_1, e_2 with the labels 1, −1 and one neuron: its outputs have one sign, inf L = 1.</summary>
    OppositeLabels,

    /// <summary>1, 2, 3 with the labels 0, 1, 0 and one neuron: its outputs are convex and positive or concave and
    /// negative, inf L = 2/3.</summary>
    CollinearTriple,

    /// <summary>±a, ±b, ±(a + b) with the labels 1, −1, 1, −1, −1, 1: f(x) − f(−x) is linear, inf L = 6 at any
    /// width.</summary>
    OppositePairs,

    /// <summary>±x_1, …, ±x_k with x_k = x_1 + … + x_(k − 1) and the labels ±1, those of x_k turned around, as many
    /// pairs as neurons: for the same reason inf L = n = 2k, the loss of v = 0, at any width.</summary>
    OppositePairsOfWidth,

    /// <summary>±1, ±2 with the labels 1, 0, 0, 0: for the same reason inf L = 2/5.</summary>
    OppositePairsOnLine,

    /// <summary>As many random directions as neurons, with random signs as labels: inf L = 0.</summary>
    RandomDirections,
}
