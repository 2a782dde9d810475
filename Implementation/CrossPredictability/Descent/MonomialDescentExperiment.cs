using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Cell of <see cref="MonomialDescentExperiment"/>.</summary>
/// <param name="Variables">n, from 1 to 10.</param>
/// <param name="Degree">k, from 0 to n.</param>
/// <param name="Rate">γ, between 0 and 2.</param>
/// <param name="Noise">σ.</param>
/// <param name="Steps">T, from 1 to 1000.</param>
public sealed record MonomialDescentCell(int Variables, int Degree, double Rate, double Noise, int Steps);

/// <summary>The accuracy after T steps.</summary>
/// <param name="Accuracy">Share of inputs where the sign is right, ties ½.</param>
public sealed record MonomialDescentOutcome(double Accuracy);

/// <summary>Noisy gradient descent on a readout over all monomials of degree k, square loss, from 0.</summary>
/// <remarks>out = Σ_S w_Sχ_S, loss (out − y)²/2: under uniform inputs the population gradient is w − e_S, exactly, as
/// monomials are orthonormal.</remarks>
public sealed class MonomialDescentExperiment : Experiment<MonomialDescentCell, MonomialDescentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/monomial-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 1024;

    /// <inheritdoc/>
    public override MonomialDescentOutcome Run(
        MonomialDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Variables is < 1 or > 10 || cell.Degree < 0 || cell.Degree > cell.Variables
            || cell.Steps is < 1 or > 1000 || !(cell.Rate > 0 && cell.Rate < 2 && cell.Noise > 0))
            throw new ArgumentException(
                "n lies between 1 and 10, the degree between 0 and n, steps between 1 and 1000, the rate between 0 and "
                    + "2; the noise is positive.", nameof(cell));
        int[] sets =
        [
            .. Enumerable.Range(0, 1 << cell.Variables)
                .Where(set => BitOperations.PopCount((uint)set) == cell.Degree),
        ];
        double[] w = new double[sets.Length];
        double[] noise = new double[sets.Length];
        int target = stream.NextIndex(sets.Length);
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            stream.FillNormals(noise);
            for (int s = 0; s < w.Length; s++)
                w[s] += -cell.Rate * (w[s] - (s == target ? 1 : 0)) + cell.Noise * noise[s];
        }

        double right = 0;
        for (int x = 0; x < 1 << cell.Variables; x++)
        {
            double output = 0;
            for (int s = 0; s < w.Length; s++)
                output += w[s] * ParityFunction.Value(sets[s], x);
            output *= ParityFunction.Value(sets[target], x);
            right += output > 0 ? 1 : output == 0 ? 0.5 : 0;
        }

        return new(right / (1 << cell.Variables));
    }
}
