using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>Looks for the smallest sizes at which a claim is still refuted, at the same error level.</summary>
/// <remarks>
/// One size after the other is replaced by the smallest value at which the part that leads the refutation is still
/// refuted, until no size can shrink: an instance that only another part refutes would be none of what was refuted. The
/// number of trials is a size, and the first to shrink: where <see cref="FewTrials"/> refute, the search goes on with
/// them, else with those of the examination. The verdict rests on the original sizes; the search is repeated testing
/// and therefore describes, it does not decide. It is deterministic, and its length is bounded by
/// <see cref="MostExaminations"/>.
/// </remarks>
public static class SizeShrinker
{
    /// <summary>The search stops after this many examinations and returns the smallest refuted claim so far.</summary>
    public const int MostExaminations = 200;

    /// <summary>Trials per cell that the search makes do with, the first of them that refute, where the examination had
    /// more.</summary>
    /// <remarks>The ends of units of measurement: to try the next one costs no measurement at the sizes of the
    /// examination, and each doubling that is saved halves what smaller sizes cost.</remarks>
    public static IReadOnlyList<int> FewTrials { get; } = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    /// <summary>Shrinks a refuted claim.</summary>
    /// <param name="claim">A claim whose examination refuted it.</param>
    /// <param name="refutation">That examination, led by the part that is to stay refuted.</param>
    /// <param name="level">Error level of each of its statistical decisions.</param>
    /// <param name="examine">Examines a claim at other sizes. Sizes that are no instance, for which it is null or
    /// throws <see cref="ArgumentException"/>, are passed over.</param>
    public static (Claim Claim, Examined Refutation) Shrink(
        Claim claim, Examined refutation, double level, Func<Claim, Examined?> examine)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(refutation);
        ArgumentNullException.ThrowIfNull(examine);
        if (refutation.Verdict != Verdict.Refuted)
            throw new ArgumentException("Only a refuted claim can be shrunk.", nameof(refutation));
        string? part = refutation.Evidence.Part;
        int examinations = 0;
        int most = claim.TrialsAt(level);
        foreach (int trials in FewTrials.TakeWhile(trials => trials < most))
        {
            Claim few = claim with { Trials = trials };
            examinations++;
            if (Refuted(examine(few)) is { } smaller)
            {
                (claim, refutation) = (few, smaller);
                break;
            }
        }

        // Smaller sizes make smaller designs, whose cells would otherwise ask for more trials each.
        if (claim.Trials == 0)
            claim = claim with { Trials = most };

        bool shrunk = true;
        while (shrunk)
        {
            shrunk = false;
            foreach (ClaimParameter parameter in ClaimParameter.Of(claim))
            {
                foreach (Claim candidate in parameter.Smaller(claim))
                {
                    if (examinations++ >= MostExaminations)
                        return (claim, refutation);
                    if (Refuted(TryExamine(examine, candidate)) is { } smaller)
                    {
                        (claim, refutation) = (candidate, smaller);
                        shrunk = true;
                        break;
                    }
                }
            }
        }

        return (claim, refutation);

        Examined? Refuted(Examined? smaller)
        {
            if (smaller?.Verdict != Verdict.Refuted)
                return null;
            Evidence led = smaller.Evidence.LedBy(part);
            return led.Part != part ? null
                : ReferenceEquals(led, smaller.Evidence) ? smaller
                : smaller with { Evidence = led };
        }
    }

    private static Examined? TryExamine(Func<Claim, Examined?> examine, Claim candidate)
    {
        try
        {
            return examine(candidate);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
