using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Cell of <see cref="NetworkCurveExperiment"/>.</summary>
/// <param name="Variables">n, from 3 to 14.</param>
/// <param name="Degree">k, from 0 to n.</param>
/// <param name="Width">Hidden units, from 1 to 256.</param>
/// <param name="Rate">γ.</param>
/// <param name="Every">Steps from one look at the accuracy to the next, from 1.</param>
/// <param name="Looks">Looks after the first one, at the start; 1,000,000 steps in all at most.</param>
public sealed record NetworkCurveCell(int Variables, int Degree, int Width, double Rate, int Every, int Looks);

/// <summary>Accuracies at the looks, ties ½.</summary>
/// <param name="Accuracies">Share of inputs where the sign is right.</param>
public sealed record NetworkCurveOutcome(double[] Accuracies);

/// <summary>Gradient descent without noise on the population hinge loss of a monomial, with a hidden layer of ReLUs
/// from random signs.</summary>
/// <remarks>The law of the start is that of any other order of the coordinates, and of any signs of them up to that of
/// the target: every S of one size has the same law of accuracies, and it is the first k coordinates here. Source:
/// first talk, "Corollary. Monomials of degree k"; the start is that of E. Abbe et al., arXiv:2412.04910.</remarks>
public sealed class NetworkCurveExperiment : Experiment<NetworkCurveCell, NetworkCurveOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/network-curve";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override NetworkCurveOutcome Run(
        NetworkCurveCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Variables is < 3 or > 14 || cell.Degree < 0 || cell.Degree > cell.Variables
            || cell.Width is < 1 or > 256 || !(cell.Rate > 0 && double.IsFinite(cell.Rate))
            || cell.Every < 1 || cell.Looks < 0 || (long)cell.Every * cell.Looks > 1_000_000)
            throw new ArgumentException(
                "n lies between 3 and 14, the degree between 0 and n, the width between 1 and 256; the rate is "
                    + "positive, and there are a million steps at most.", nameof(cell));
        var network = new PopulationNetwork(cell.Variables, cell.Width);
        network.InitializeSigns(stream);
        int set = (1 << cell.Degree) - 1;
        double[] gradient = new double[network.Parameters.Length];
        double[] accuracies = new double[cell.Looks + 1];
        accuracies[0] = network.Accuracy(set, out _);
        for (int look = 1; look <= cell.Looks; look++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int step = 0; step < cell.Every; step++)
            {
                network.HingeGradient(set, gradient);
                Lanes.Axpy(-cell.Rate, gradient, network.Parameters);
            }

            accuracies[look] = network.Accuracy(set, out _);
        }

        return new(accuracies);
    }
}
