using Verification.Reproductions.RandomSystems;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.RandomSystems;

/// <summary>The figures about systems of random equations at the smoke tier, seed 1.</summary>
public sealed class RandomSystemsFigureSnapshots
{
    // Counts and their shares.
    [Fact]
    public async Task SharesOfDrawsByTheirRealZeros() =>
        await Verifier.Verify(FigureTable.Of(new RealZeroCounts()), "csv").UseTolerance(Tolerance.Exact);

    // The last residuals are rounding, of which no digit is proven; the same operations give the same bits everywhere.
    [Fact]
    public async Task ResidualsOfNewtonsMethod() =>
        await Verifier.Verify(FigureTable.Of(new NewtonConvergence()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task RisksAlongGradientAndHessianDescent() =>
        await Verifier.Verify(FigureTable.Of(new DescentPaths()), "csv").UseTolerance(Tolerance.Exact);

    // Middles of enclosures; that of the second moment is 2·10⁻⁵ wide.
    [Fact]
    public async Task ThresholdsOfDegreeThree() =>
        await Verifier
            .Verify(FigureTable.Of(new PhaseDiagram(3)), "csv")
            .UseTolerance(Tolerance.SignificantDigits(8));

    [Fact]
    public async Task ThresholdsOfDegreeEleven() =>
        await Verifier
            .Verify(FigureTable.Of(new PhaseDiagram(11)), "csv")
            .UseTolerance(Tolerance.SignificantDigits(8));

    // Runs of training: the same operations give the same bits everywhere.
    [Fact]
    public async Task RisksOfTheNetworkByEpochs() =>
        await Verifier.Verify(FigureTable.Of(new EluEpochs()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task RisksOfTheNetworkByLearningRates() =>
        await Verifier.Verify(FigureTable.Of(new EluRates()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task RisksOfTheNetworkBesideTheory() =>
        await Verifier.Verify(FigureTable.Of(new EluTheory()), "csv").UseTolerance(Tolerance.Exact);

    // Runs of Hessian descent: the same operations give the same bits everywhere.
    [Fact]
    public async Task RisksAlongHessianDescent() =>
        await Verifier
            .Verify(FigureTable.Of(new HessianDescentPaths()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(8));

    [Fact]
    public async Task LeastEigenvaluesAlongHessianDescent() =>
        await Verifier
            .Verify(FigureTable.Of(new HessianDescentEdges()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(8));
}
