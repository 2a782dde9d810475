using Verification.Implementation.Experiments;
using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.NumericTables;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures about the landscape beyond the barrier at the smoke tier, seed 1.</summary>
public sealed class LandscapeFigureSnapshots
{
    // Least eigenvalues down to 3·10⁻⁸ (Laplace, N = D), whose rounding error is bounded by 7·10⁻¹³ there: four digits.
    [Fact]
    public async Task TensorConditionAgainstTheSamples() => await Verifier.Verify(
        new TensorCondition().Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv(), "csv").UseTolerance(Tolerance.SignificantDigits(4));
}
