using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>Looks for the smallest sizes at which a claim is still refuted, at the same error level.</summary>
/// <remarks>
/// One size after the other is replaced by the smallest value that still refutes, until no size can shrink; the number of trials is a size. Where a
/// single trial refuted, the search makes do with <see cref="FewTrials"/> of them: sizes at which a violation is rarer than that are passed over. The verdict
/// rests on the original sizes; the search is repeated testing and therefore describes, it does not decide. It is deterministic, and its length is bounded by
/// <see cref="MostExaminations"/>.
/// </remarks>
public static class SizeShrinker
{
    /// <summary>The search stops after this many examinations and returns the smallest refuted claim so far.</summary>
    public const int MostExaminations = 200;

    /// <summary>Trials per cell of the search for a counterexample that is a single trial, where the examination had more.</summary>
    public const int FewTrials = 16;

    /// <summary>Shrinks a refuted claim.</summary>
    /// <param name="claim">A claim whose examination refuted it.</param>
    /// <param name="refutation">That examination.</param>
    /// <param name="level">Error level of each of its statistical decisions.</param>
    /// <param name="examine">Examines a claim at other sizes; sizes at which a hypothesis fails throw <see cref="ArgumentException"/> and are passed over.</param>
    public static (Claim Claim, Examined Refutation) Shrink(Claim claim, Examined refutation, double level, Func<Claim, Examined> examine)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(refutation);
        ArgumentNullException.ThrowIfNull(examine);
        if (refutation.Verdict != Verdict.Refuted)
            throw new ArgumentException("Only a refuted claim can be shrunk.", nameof(refutation));
        if (refutation.Evidence.Decisive is not null && claim.TrialsAt(level) > FewTrials)
        {
            Claim few = claim with { Trials = FewTrials };
            if (examine(few) is { Verdict: Verdict.Refuted } smaller)
                (claim, refutation) = (few, smaller);
        }

        int examinations = 0;
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
                    if (TryExamine(examine, candidate) is { Verdict: Verdict.Refuted } smaller)
                    {
                        (claim, refutation) = (candidate, smaller);
                        shrunk = true;
                        break;
                    }
                }
            }
        }

        return (claim, refutation);
    }

    private static Examined? TryExamine(Func<Claim, Examined> examine, Claim candidate)
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
