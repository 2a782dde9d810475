using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Rendering;

/// <summary>A bar over the claims with the last one begun and the units measured so far, for terminals.</summary>
public sealed class ProgressBar : IAuditProgress
{
    private readonly IAnsiConsole _console;
    private readonly ProgressTask _task;
    private string _doing = "";
    private int _units;

    private ProgressBar(IAnsiConsole console, ProgressTask task)
    {
        _console = console;
        _task = task;
    }

    /// <summary>Shows a bar as long as some work lasts, and removes it.</summary>
    /// <param name="console">A terminal.</param>
    /// <param name="claims">How many claims there are.</param>
    /// <param name="work">The work.</param>
    public static T During<T>(IAnsiConsole console, int claims, Func<IAuditProgress, T> work) => Bar(console)
        .Start(context => work(new ProgressBar(console, context.AddTask("starting", maxValue: claims + 1))));

    /// <summary>The same over a number of units that comes out as the work goes on.</summary>
    /// <param name="console">A terminal.</param>
    /// <param name="doing">What is done with the units.</param>
    /// <param name="work">The work, which tells how many units it is through with, and of how many.</param>
    public static T OfUnits<T>(IAnsiConsole console, string doing, Func<Action<int, int>, T> work) => Bar(console)
        .Start(context =>
        {
            ProgressTask task = context.AddTask(doing);
            return work((done, all) => task.MaxValue(all).Value(done));
        });

    /// <inheritdoc/>
    public void Stale(string system, int units) => _console.WriteLine(PlainProgress.Words(system, units));

    /// <inheritdoc/>
    public void Starting(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _doing = claim.Id;
        Describe();
    }

    /// <inheritdoc/>
    public void UnitMeasured()
    {
        Interlocked.Increment(ref _units);
        Describe();
    }

    /// <inheritdoc/>
    public void Finished(AuditedClaim claim) => _task.Increment(1);

    /// <inheritdoc/>
    public void Drawing(int figures)
    {
        _doing = ShortNumber.Count(figures, "figure");
        Describe();
    }

    private static Progress Bar(IAnsiConsole console) => console.Progress()
        .AutoClear(true)
        .Columns(
            new ProgressBarColumn { Width = 16 }, new PercentageColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left });

    private void Describe() =>
        _task.Description = Markup.Escape(_units > 0 ? $"{_doing} {ShortNumber.Count(_units, "unit")}" : _doing);
}
