namespace Verification.Reproductions.Comparing;

/// <summary>The numbers of a claim that two audits examined.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SameDigest">Whether all measurements and all evidence are the same to the last bit.</param>
/// <param name="Numbers">How many numbers stand in both.</param>
/// <param name="OneSided">How many stand in one of them only: sizes, and with them parts, may differ.</param>
/// <param name="Moved">Those that are not the same, the largest change in tolerances first, then those without a
/// tolerance by relative change.</param>
public sealed record ComparedClaim(
    string Id, bool SameDigest, int Numbers, int OneSided, IReadOnlyList<MovedNumber> Moved);
