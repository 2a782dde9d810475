using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures at the smoke tier, seed 1.</summary>
public sealed class FigureSnapshots
{
    // Closed forms, five operations each: fourteen digits leave room for another order of them.
    [Fact]
    public async Task BarrierConstantsAgainstTheDimension() =>
        await Verifier
            .Verify(FigureTable.Of(new BarrierConstants()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(14));

    // Minima found by descent: eight digits hold for any sound search, the bits only for this one.
    [Fact]
    public async Task EmpiricalBarrierAgainstTheSamples() =>
        await Verifier
            .Verify(FigureTable.Of(new EmpiricalBarrier()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(8));

    // Exact arithmetic.
    [Fact]
    public async Task SpanDimensionAgainstTheSamples() =>
        await Verifier.Verify(FigureTable.Of(new SpanRank()), "csv").UseTolerance(Tolerance.Exact);
}
