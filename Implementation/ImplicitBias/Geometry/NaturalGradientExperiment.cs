using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Sizes of <see cref="NaturalGradientExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d &gt; m.</param>
/// <param name="RelativeStep">The larger step, as in <see cref="MirrorDescentCell"/>.</param>
public sealed record NaturalGradientCell(int Samples, int Dimension, double RelativeStep);

/// <summary>By how much the natural gradient misses the Bregman projection of its start, relative to its length, at a
/// step and at half of it.</summary>
/// <param name="Miss">At the step.</param>
/// <param name="HalfMiss">At half the step.</param>
/// <param name="Error">Bound of the errors of both; ∞ where a run did not finish.</param>
public sealed record NaturalGradientOutcome(double Miss, double HalfMiss, double Error);

/// <summary>The natural gradient of the entropy from (1, …, 1), twice on the same draw.</summary>
public sealed class NaturalGradientExperiment : Experiment<NaturalGradientCell, NaturalGradientOutcome>
{
    private static readonly MirrorDescentExperiment Descent = new();

    /// <inheritdoc/>
    public override string Id => "implicit-bias/natural-gradient";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override NaturalGradientOutcome Run(
        NaturalGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ulong position = stream.Position;
        MirrorDescentOutcome whole = Descent.Run(
            new(cell.Samples, cell.Dimension, PositiveStart.Ones, cell.RelativeStep, true), stream, cancellation);
        stream.Position = position;
        MirrorDescentOutcome half = Descent.Run(
            new(cell.Samples, cell.Dimension, PositiveStart.Ones, cell.RelativeStep / 2, true), stream, cancellation);
        double error = whole.Finished && half.Finished ? Math.Max(whole.Error, half.Error) : double.PositiveInfinity;
        return new(whole.Distance, half.Distance, error);
    }
}
