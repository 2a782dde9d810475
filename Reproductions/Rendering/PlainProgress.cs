using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Rendering;

/// <summary>One line per finished claim, for pipes and logs.</summary>
/// <param name="writer">Where.</param>
/// <param name="claims">How many claims there are.</param>
public sealed class PlainProgress(TextWriter writer, int claims) : IAuditProgress
{
    private int _finished;

    /// <summary>What there is to say of units that other code measured.</summary>
    public static string Words(string system, int units) =>
        $"{system}: its code has changed since {ShortNumber.Count(units, "unit")} of the journal "
            + $"{(units == 1 ? "was" : "were")} measured; what is needed of them is measured again";

    /// <inheritdoc/>
    public void Stale(string system, int units) => writer.WriteLine(Words(system, units));

    /// <inheritdoc/>
    public void Starting(Claim claim)
    {
        // The line comes when there is a verdict to put on it.
    }

    /// <inheritdoc/>
    public void UnitMeasured()
    {
        // Units are too many for a log.
    }

    /// <inheritdoc/>
    public void Finished(AuditedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _finished++;
        writer.WriteLine(
            $"[{ShortNumber.Of(_finished)}/{ShortNumber.Of(claims)}] {VerdictMark.Of(claim.Report.Verdict), -11} "
                + $"{claim.Report.Claim.Id}  {ShortNumber.Duration(claim.Seconds)}");
    }

    /// <inheritdoc/>
    public void Drawing(int figures)
    {
        if (figures > 0)
            writer.WriteLine($"drawing {ShortNumber.Count(figures, "figure")}");
    }
}
