using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>
/// That neither instruction set nor runtime nor culture moves a bit of one unit of every experiment. Whole claims are
/// compared by <see cref="ProcessTests"/>, the whole catalogue by the build's target Matrix.
/// </summary>
/// <remarks>Several classes, so that they run side by side: where vectors are emulated a process takes ten times as
/// long.</remarks>
public abstract class BitsUnderSettings
{
    /// <summary>Compares the bits in a process of its own with those in this one.</summary>
    protected static void CheckBits(string settings)
    {
        RunResult run = ClaimsProcess.Run(ClaimsProcess.Environment(settings), "bits");
        Assert.Equal("", run.Error);
        Assert.Equal(
            ExperimentBits.Lines.Value,
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal);
    }
}
