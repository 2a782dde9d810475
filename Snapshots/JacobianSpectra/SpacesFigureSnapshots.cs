using Verification.Reproductions.JacobianSpectra;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.JacobianSpectra;

/// <summary>The figures about information and nuisance space and about mixtures at the smoke tier, seed 1.</summary>
public sealed class SpacesFigureSnapshots
{
    // The same operations give the same bits everywhere.
    [Fact]
    public async Task ResidualsOnBothSpaces() =>
        await Verifier.Verify(FigureTable.Of(new DecayOnSpaces()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task DeviationsFromTheFrozenKernel() =>
        await Verifier.Verify(FigureTable.Of(new WidthAgainstFrozenKernel()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task SingularValuesOfMixtures() =>
        await Verifier.Verify(FigureTable.Of(new SpectraOfMixtures()), "csv").UseTolerance(Tolerance.Exact);
}
