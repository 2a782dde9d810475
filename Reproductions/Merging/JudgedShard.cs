using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.Merging;

/// <summary>A shard with its journal open, judged again.</summary>
internal sealed class JudgedShard : IDisposable
{
    private readonly Journal _journal;
    private readonly UsedUnits _used;

    private JudgedShard(StatedAudit stated, Journal journal)
    {
        Stated = stated;
        _journal = journal;
        _used = new(journal);
    }

    /// <summary>What it says of itself.</summary>
    public StatedAudit Stated { get; }

    /// <summary>What it comes to.</summary>
    public AuditResult Result { get; private set; } = null!;

    /// <summary>The units that its result rests on.</summary>
    public IEnumerable<MeasurementUnit> Units => _used.All;

    /// <summary>Judges a shard from its journal.</summary>
    /// <exception cref="UnfitShardException">It is not what it says it is.</exception>
    /// <exception cref="RefusedFolderException">Its journal cannot be read, or is damaged.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static JudgedShard Of(StatedAudit stated, Suite suite, CancellationToken cancellation)
    {
        AuditSettings settings = stated.Settings;
        var shard = new JudgedShard(
            stated,
            Journal.OpenToRead(
                Path.Combine(settings.Folder, AuditFiles.Journal),
                JournalHeader.Of(suite, settings.Seed, settings.Tier)));
        try
        {
            shard.Result = stated.Judged(suite, shard._used, cancellation);
            shard.Compare();
            return shard;
        }
        catch (MissingMeasurementException missing)
        {
            shard.Dispose();
            throw new UnfitShardException(
                $"the journal of {Shown.Path(settings.Folder)} lacks what its audit.json rests on "
                    + $"({Shown.Word(missing.Message)}); run claims audit --shard {settings.Shard} there again.",
                missing)
            {
                IsDamage = true,
            };
        }
        catch (JsonException)
        {
            shard.Dispose();
            throw shard.Contradicted("its measurements");
        }
        catch
        {
            shard.Dispose();
            throw;
        }
    }

    /// <summary>The outcomes of a unit of it.</summary>
    public string Outcomes(MeasurementUnit unit) => _journal.Find(unit)!;

    /// <inheritdoc/>
    public void Dispose() => _journal.Dispose();

    // A verdict that was edited is not merged, and none that other code reached.
    private void Compare()
    {
        Dictionary<string, JsonObject> stated = Stated.Claims
            .DistinctBy(claim => claim.Id, StringComparer.Ordinal)
            .ToDictionary(claim => claim.Id, claim => claim.Claim, StringComparer.Ordinal);
        if (stated.Count != Result.Claims.Count)
            throw Contradicted("its claims");
        foreach (JsonObject judged in Result.Claims.Select(AuditJson.Claim))
        {
            string id = (string)judged["id"]!;
            if (!JsonNode.DeepEquals(judged, stated.GetValueOrDefault(id)))
                throw Contradicted(id);
        }

        Dictionary<string, string> drawn = Stated.Found.Figures
            .DistinctBy(figure => figure.Id, StringComparer.Ordinal)
            .ToDictionary(figure => figure.Id, figure => figure.Csv, StringComparer.Ordinal);
        foreach (DrawnFigure figure in Result.Figures)
        {
            if (drawn.GetValueOrDefault(figure.Figure.Id) != figure.Csv)
                throw Contradicted($"the figure {figure.Figure.Id}");
        }
    }

    private UnfitShardException Contradicted(string what) => new(
        $"{Shown.Path(Stated.Settings.Folder)} says otherwise of {what} than its journal gives: a file was edited, or "
            + $"another program wrote it; run claims audit --shard {Stated.Settings.Shard} there again.")
    {
        IsDamage = true,
    };
}
