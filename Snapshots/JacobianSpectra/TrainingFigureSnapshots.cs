using Verification.Reproductions.JacobianSpectra;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.JacobianSpectra;

/// <summary>The figures of trained networks at the smoke tier, seed 1. The same operations give the same bits
/// everywhere.</summary>
public sealed class TrainingFigureSnapshots
{
    [Fact]
    public async Task ErrorsAlongEpochs() =>
        await Verifier.Verify(FigureTable.Of(new EarlyStoppingCurves()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task SingularValueHistograms() =>
        await Verifier.Verify(FigureTable.Of(new SingularValues()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task ResidualNorms() =>
        await Verifier.Verify(FigureTable.Of(new ResidualsAlongSpaces()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task PrintedAndMeasuredAlignments() =>
        await Verifier.Verify(FigureTable.Of(new PrintedAlignments()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task NuisanceAndError() =>
        await Verifier.Verify(FigureTable.Of(new NuisanceEnergyAndError()), "csv").UseTolerance(Tolerance.Exact);
}
