using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Merging;

/// <summary>Folders that together are one audit.</summary>
internal static class ShardSet
{
    /// <summary>Reads what some folders say of themselves, and checks that they are all shards of one audit, each
    /// once.</summary>
    /// <param name="folders">The folders, in any order.</param>
    /// <param name="suite">Claims and figures.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <returns>The shards in their order.</returns>
    /// <exception cref="UnfitShardException">They are not.</exception>
    /// <exception cref="RefusedFolderException">One holds no audit, or one that cannot be read.</exception>
    public static IReadOnlyList<StatedAudit> Of(IReadOnlyList<string> folders, Suite suite, int jobs)
    {
        var reader = new AuditReader(suite, jobs: jobs);
        StatedAudit[] shards = [.. folders.Select(folder => Stated(folder, suite, reader, jobs))];
        foreach (StatedAudit shard in shards)
        {
            RefuseOtherCode(shard);
            RefuseOther(shard, shards[0]);
        }

        StatedAudit[] ordered = [.. shards.OrderBy(Index)];
        foreach ((StatedAudit first, StatedAudit second) in ordered.Zip(ordered.Skip(1)))
        {
            if (Index(first) == Index(second))
                throw new UnfitShardException(
                    Folder(first) == Folder(second)
                    ? $"{Folder(first)} is given twice; give each shard once."
                    : $"{Folder(first)} and {Folder(second)} both are shard {first.Settings.Shard}; give one of them.");
        }

        int count = ordered[0].Settings.Shard!.Count;
        Shard[] missing =
        [
            .. Enumerable
                .Range(1, count)
                .Except(ordered.Select(Index))
                .Select(index => new Shard(index, count)),
        ];
        if (missing.Length > 0)
            throw new UnfitShardException(
                $"{ShortNumber.Count(missing.Length, "shard")} of {ShortNumber.Of(count)} "
                    + $"{(missing.Length == 1 ? "is" : "are")} missing: "
                    + $"{Shown.Word(string.Join(", ", missing.AsEnumerable()))}; give the folders of all.");
        return ordered;
    }

    private static StatedAudit Stated(string folder, Suite suite, AuditReader reader, int jobs)
    {
        if (
            !File.Exists(Path.Combine(folder, AuditFiles.Result))
            && AuditFiles.HasJournal(folder))
            throw new UnfitShardException(
                $"{Shown.Path(folder)} has not finished; run claims audit --shard i/n there again with the settings "
                    + "that it began with.");
        var stated = StatedAudit.Of(reader.Read(folder), suite, folder, jobs);
        return stated.Settings.Shard is null
            ? throw new UnfitShardException(
                $"{Shown.Path(folder)} is no shard but a whole audit; give folders that claims audit --shard i/n "
                    + "wrote.")
            : stated;
    }

    private static void RefuseOtherCode(StatedAudit shard)
    {
        if (shard.Stream != RandomStream.Version)
            throw Refused(shard, "was drawn from stream", shard.Stream, $"this program has {RandomStream.Version}");
        if (shard.Version != Release.Version)
            throw Refused(shard, "is of version", shard.Version, $"this program is {Release.Version}");
        string[] systems = [.. shard.OtherCode];
        if (systems.Length > 0)
            throw Refused(
                shard, "is of another build, which measures or judges differently:", string.Join(", ", systems),
                "merge with the build that made all shards");
    }

    private static void RefuseOther(StatedAudit shard, StatedAudit first)
    {
        (AuditSettings own, AuditSettings others) = (shard.Settings, first.Settings);
        (string Option, string Own, string Others)[] settings =
        [
            ("--tier", TierNames.Of(own.Tier), TierNames.Of(others.Tier)),
            ("--seed", CanonicalJson.Write(own.Seed), CanonicalJson.Write(others.Seed)),
            ("--risk", CanonicalJson.Write(own.Risk), CanonicalJson.Write(others.Risk)),
            ("filters", Filters(own), Filters(others)),
            ("a number of shards of", ShortNumber.Of(own.Shard!.Count), ShortNumber.Of(others.Shard!.Count)),
        ];
        foreach ((string option, string mine, string theirs) in settings)
        {
            if (mine != theirs)
                throw Refused(
                    shard, $"was measured with {option}", mine,
                    $"{Folder(first)} with {Shown.Word(theirs)}; shards of one audit have the same");
        }
    }

    private static string Filters(AuditSettings settings) =>
        settings.Filters.Count == 0 ? "for all claims" : string.Join(' ', settings.Filters);

    private static UnfitShardException Refused(StatedAudit shard, string what, string found, string right) =>
        new($"{Folder(shard)} {what} {Shown.Word(found)}, {right}.");

    private static string Folder(StatedAudit shard) => Shown.Path(shard.Settings.Folder);

    private static int Index(StatedAudit shard) => shard.Settings.Shard!.Index;
}
