using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Merging;

/// <summary>Puts the shards of an audit together to the audit that one run would have written.</summary>
/// <remarks>
/// Nothing is measured: each shard is judged again from its journal, and what comes out has to be what it says. The
/// merged journal has the units that the audit rests on, each once, in their order; that of one run has them in the
/// order in which they finished. A claim keeps the seconds that its shard took.
/// </remarks>
/// <param name="suite">Claims and figures.</param>
/// <param name="jobs">Number of threads; no influence on results.</param>
public sealed class AuditMerge(Suite suite, int jobs)
{
    /// <summary>Merges shards into a new folder.</summary>
    /// <param name="folders">Their folders, in any order.</param>
    /// <param name="target">A folder that does not exist or is empty.</param>
    /// <param name="cancellation">Stops; until the first file is written nothing is left behind.</param>
    /// <exception cref="UnfitShardException">They are not the shards of one audit, or the target is taken.</exception>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    /// <exception cref="RefusedFolderException">A folder cannot be read or written, or holds no audit.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public AuditResult Run(IReadOnlyList<string> folders, string target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folders);
        RefuseToReplace(target);
        IReadOnlyList<StatedAudit> stated = ShardSet.Of(folders, suite, jobs);
        if (suite.Pictures is null && stated.Any(shard => shard.Settings.Svg))
            throw new UnfitShardException(
                "the shards have SVGs, and this program was built without Node (npm) and draws none; merge with one "
                    + "that does.");
        var shards = new List<JudgedShard>();
        try
        {
            foreach (StatedAudit shard in stated)
                shards.Add(JudgedShard.Of(shard, suite, cancellation));
            AuditResult result = Together(shards, target);
            Write(result, shards, cancellation);
            return result;
        }
        finally
        {
            shards.ForEach(shard => shard.Dispose());
        }
    }

    private static void RefuseToReplace(string target)
    {
        try
        {
            if (File.Exists(target))
                throw new RefusedFolderException(FolderFault.IsAFile, target);
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new UnfitShardException(
                    $"--out {Shown.Path(target)} holds something already; name a new or empty folder.");
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(target, failure);
        }
    }

    private AuditResult Together(List<JudgedShard> shards, string target)
    {
        AuditSettings settings = shards[0].Stated.Settings with
        {
            Shard = null,
            Figures = shards.Exists(shard => shard.Stated.Settings.Figures),
            Svg = shards.Exists(shard => shard.Stated.Settings.Svg),
            Folder = target,
        };
        var selection = Selection.Of(suite, settings);
        Dictionary<string, AuditedClaim> claims = shards
            .SelectMany(shard => shard.Result.Claims)
            .ToDictionary(claim => claim.Report.Claim.Id, StringComparer.Ordinal);
        Dictionary<string, DrawnFigure> drawn = shards
            .SelectMany(shard => shard.Result.Figures)
            .ToDictionary(figure => figure.Figure.Id, StringComparer.Ordinal);
        foreach (Figure figure in selection.Figures)
        {
            if (!drawn.TryGetValue(figure.Id, out DrawnFigure? there) || (settings.Svg && there.Svg is null))
                throw new UnfitShardException(
                    $"no shard has the figure {figure.Id}{(there is null ? "" : " as SVG")}, and some have others; run "
                        + $"the shards with the same of {(there is null ? "--no-figures" : "--svg")}.");
        }

        AuditedClaim[] audited = [.. selection.Claims.Select(claim => claims[claim.Id])];
        DrawnFigure[] figures = [.. selection.Figures.Select(figure => drawn[figure.Id])];
        HashSet<string> systems = [.. selection.Claims.Select(claim => claim.System)];
        return new(
            settings, new RiskBudget(settings.Risk), audited, figures,
            AuditDigest.Of(suite, settings, audited, figures))
        {
            Suite = suite,
            NotExamined = [.. suite.NotExamined.Where(statement => systems.Contains(statement.System))],
            Environment = RunEnvironment.Joined([.. shards.Select(shard => shard.Stated.Environment)]),
        };
    }

    private static void Write(AuditResult result, List<JudgedShard> shards, CancellationToken cancellation)
    {
        using var folder = AuditFolder.Open(
            result.Suite, result.Settings, result.Claims.Select(claim => claim.Report.Claim.Id));
        foreach (
            IGrouping<MeasurementUnit, JudgedShard> unit in shards
                .SelectMany(shard => shard.Units.Select(unit => (Unit: unit, Shard: shard)))
                .GroupBy(pair => pair.Unit, pair => pair.Shard)
                .OrderBy(group => group.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            string[] outcomes =
                [.. unit.Select(shard => shard.Outcomes(unit.Key)).Distinct(StringComparer.Ordinal)];
            if (outcomes.Length > 1)
                throw new UnfitShardException(
                    $"{string.Join(" and ", unit.Select(shard => Shown.Path(shard.Stated.Settings.Folder)))} measured "
                        + $"{Shown.Word(unit.Key.Experiment)} differently: one of them was edited; run them again.")
                {
                    IsDamage = true,
                };
            folder.Journal.Keep(unit.Key, outcomes[0]);
        }

        folder.Write(result);
    }
}
