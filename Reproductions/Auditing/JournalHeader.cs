using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>First line of a journal: what all its measurements have in common.</summary>
/// <param name="Journal">Version of the journal's format.</param>
/// <param name="Seed">Seed of the suite; written as text, since readers of JSON round numbers beyond 2⁵³, and read as
/// either.</param>
/// <param name="Tier">Tier of the audit.</param>
/// <param name="Stream">Version of the random stream.</param>
/// <remarks>
/// Two things are missing on purpose. The code that measures: each unit names its own, see
/// <see cref="CurrentMeasurements"/>. The risk: it decides how many trials are run and how they are judged, not what a
/// trial measures, so that an audit at another risk continues the journal.
/// </remarks>
public sealed record JournalHeader(
    int Journal,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
        ulong Seed,
    Tier Tier,
    string Stream)
{
    /// <summary>Name of the suite that is audited; null, and not written, for the catalogue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suite { get; init; }

    /// <summary>Version of the format that this program writes.</summary>
    public const int FormatVersion = 3;

    /// <summary>The oldest version that it reads: those before had one identity of the code for all units.</summary>
    public const int OldestFormat = 3;

    /// <summary>The header of an audit by this program.</summary>
    public static JournalHeader Of(Suite suite, ulong seed, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new(FormatVersion, seed, tier, RandomStream.Version) { Suite = suite.ForeignName };
    }

    /// <summary>Refuses the header of another audit.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="path">The journal.</param>
    /// <exception cref="RefusedFolderException">It is another, or of no tier.</exception>
    internal void RefuseUnless(JournalHeader expected, string path)
    {
        if (Journal is < OldestFormat or > FormatVersion)
            throw Other(FolderFault.OtherFormat, CanonicalJson.Write(Journal), CanonicalJson.Write(expected.Journal));
        if (Suite != expected.Suite)
            throw Other(FolderFault.OtherSuite, Suite ?? Release.Name, expected.Suite ?? Release.Name);
        if (Stream != expected.Stream)
            throw Other(FolderFault.OtherStream, Stream, expected.Stream);
        if (Seed != expected.Seed)
            throw Other(FolderFault.OtherSeed, CanonicalJson.Write(Seed), CanonicalJson.Write(expected.Seed));
        if (!Enum.IsDefined(Tier))
            throw new RefusedFolderException(FolderFault.Damaged, path, CanonicalJson.Write(1));
        if (Tier != expected.Tier)
            throw Other(FolderFault.OtherTier, TierNames.Of(Tier), TierNames.Of(expected.Tier));

        RefusedFolderException Other(FolderFault fault, string found, string right) => new(fault, path, found, right);
    }
}
