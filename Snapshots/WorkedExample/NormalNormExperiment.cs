using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Snapshots.WorkedExample;

/// <summary>A dimension, at least 1, and over how many vectors one trial averages.</summary>
public sealed record NormalNormCell(int Dimension, int Draws);

/// <summary>The mean of the Euclidean norms, within a relative error of (d + draws)u.</summary>
public sealed record NormalNormOutcome(double MeanNorm);

/// <summary>Norms of standard normal vectors.</summary>
public sealed class NormalNormExperiment : Experiment<NormalNormCell, NormalNormOutcome>
{
    /// <inheritdoc/>
    public override string Id => "example/normal-norm";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 50;

    /// <summary>E‖x‖ = √2 Γ((d + 1)/2)/Γ(d/2), by E_{d+2} = E_d(d + 1)/d from E_1 = √(2/π) and E_2 = √(π/2); one
    /// rounding and a division a step.</summary>
    public static double Mean(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        int first = dimension % 2 == 1 ? 1 : 2;
        double mean = Math.Sqrt(first == 1 ? 2 / Math.PI : Math.PI / 2);
        for (int k = first; k < dimension; k += 2)
            mean *= (k + 1.0) / k;
        return mean;
    }

    /// <inheritdoc/>
    public override NormalNormOutcome Run(NormalNormCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Dimension, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Draws, 1, nameof(cell));
        var x = new double[cell.Dimension];
        double sum = 0;
        for (int draw = 0; draw < cell.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            stream.FillNormals(x);
            sum += Math.Sqrt(Lanes.Dot(x, x));
        }

        return new(sum / cell.Draws);
    }
}
