using Verification.Spec.Examining;

namespace Verification.Reproductions.Auditing;

/// <summary>One claim of an audit.</summary>
/// <param name="Report">The claim with its variants, examined.</param>
/// <param name="Digest">SHA-256 over the variants' evidence and the measurements that they rest on.</param>
/// <param name="Units">How many units of work those are.</param>
/// <param name="Seconds">Time spent on it in this run, in whole milliseconds, so that sums of them are the same
/// wherever they are formed; not part of any digest.</param>
public sealed record AuditedClaim(ClaimReport Report, string Digest, int Units, double Seconds);
