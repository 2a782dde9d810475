using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// Notation as in NetworkPass; s = ‖Wˡ‖_F/√k with k columns, c = k/8 + 12 the operations in a chain of a product with
// Wˡ or its transpose (eight lanes, their sum, the scaling). Forward, ‖δz‖ ≤ s(‖δa‖ + cu‖a‖), and an activation of
// slope at most 1 adds 16u‖a‖. Backward, ‖δe‖ ≤ ‖δδ‖ + sup|σ''|·‖δ‖·‖δz‖ + 20u‖e‖ with sup|σ''| < 0.77 for tanh, and
// the next δ is off by s(‖δe‖ + cu‖e‖). Activations have ‖a‖ ≤ √k as |tanh| ≤ 1, and ‖e‖ ≤ ‖δ‖ ≤ Πs.

/// <summary>Bounds, to first order in the unit roundoff, of what rounding does to a pass of a network with tanh in its
/// hidden layers and a linear output.</summary>
/// <param name="Output">Of f.</param>
/// <param name="Gradient">Of ‖∇f‖.</param>
internal sealed record PassRounding(double Output, double Gradient)
{
    private const double LargestCurvature = 0.77;

    /// <summary>The bound for all weights within a distance of given ones.</summary>
    /// <param name="network">The given weights.</param>
    /// <param name="inputNorm">‖x‖, or more.</param>
    /// <param name="distance">The distance of the weights, in the norm of the parameter vector.</param>
    public static PassRounding Within(DeepNetwork network, double inputNorm, double distance)
    {
        int layers = network.Weights.Count;
        double[] s = new double[layers], chain = new double[layers], a = new double[layers],
            δa = new double[layers + 1], δz = new double[layers];
        for (int l = 0; l < layers; l++)
        {
            int columns = network.Weights[l].Columns;
            s[l] = (Lanes.Norm(network.Weights[l].Values) + distance) / Math.Sqrt(columns);
            chain[l] = (Math.Max(columns, network.Weights[l].Rows) / 8.0 + 12) * UnitRoundoff;
            a[l] = l == 0 ? inputNorm : Math.Sqrt(columns);
            δz[l] = s[l] * (δa[l] + chain[l] * a[l]);
            δa[l + 1] = δz[l] + 16 * UnitRoundoff * Math.Sqrt(network.Weights[l].Rows);
        }

        double δ = 1, δδ = 0, gradient = 0;
        for (int l = layers - 1; l >= 0; l--)
        {
            double curvature = l == layers - 1 ? 0 : LargestCurvature;
            double δe = δδ + curvature * δ * δz[l] + 20 * UnitRoundoff * δ;
            gradient += (δe * a[l] + δ * δa[l]) / Math.Sqrt(network.Weights[l].Columns);
            δδ = s[l] * (δe + chain[l] * δ);
            δ *= s[l];
        }

        return new(δz[layers - 1], gradient);
    }
}
