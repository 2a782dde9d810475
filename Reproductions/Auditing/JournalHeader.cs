using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>First line of a journal: everything on which its measurements depend.</summary>
/// <param name="Journal">Version of the journal's format.</param>
/// <param name="Seed">Seed of the suite; written as text, since readers of JSON round numbers beyond 2⁵³, and read as either.</param>
/// <param name="Tier">Tier of the audit.</param>
/// <param name="Stream">Version of the random stream.</param>
/// <param name="MeasuredBy">Identity of the assembly that measures; it changes with the code in it.</param>
/// <remarks>The risk is missing on purpose: it decides how many trials are run and how they are judged, not what a trial measures, so that an audit
/// at another risk continues the journal.</remarks>
public sealed record JournalHeader(
    int Journal,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] ulong Seed,
    Tier Tier,
    string Stream,
    string MeasuredBy)
{
    /// <summary>Version of the format that this program writes.</summary>
    public const int FormatVersion = 2;

    /// <summary>The oldest version that it reads: the first wrote the seed as a number.</summary>
    public const int OldestFormat = 1;

    /// <summary>The header of an audit by this program.</summary>
    public static JournalHeader Of(ulong seed, Tier tier) => new(
        FormatVersion, seed, tier, RandomStream.Version, typeof(ExperimentRunner).Module.ModuleVersionId.ToString("N"));
}
