using Spectre.Console;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Rendering;
using Verification.Snapshots.Toys;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Rendering;

public sealed class ProgressBarTests
{
    [Fact]
    public void AWholeRunPassesOverATerminal()
    {
        using var writer = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(writer),
        });
        var claim = new ToyClaim("[holds]");
        ClaimReport report = new Examiner(
            new ExperimentRunner(1, new InMemoryMeasurements()), new RiskBudget(0.001), [claim]).Examine(claim);
        int done = ProgressBar.During(
            console,
            claims: 1,
            progress =>
        {
            progress.Starting(claim);
            progress.UnitMeasured();
            progress.Finished(new(report, "", 1, 0.1));
            progress.Drawing(1);
            progress.UnitMeasured();
            return 7;
        });
        Assert.Equal(7, done);
    }
}
