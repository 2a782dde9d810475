using Verification.Implementation.Experiments;
using Verification.Reproductions.Typesetting;
using Verification.Spec.Examining;

namespace Verification.Reproductions.CommandLine;

/// <summary>Examines a claim at sizes that a user chose, where a hypothesis can fail.</summary>
internal static class SizedExamination
{
    /// <summary>The examination.</summary>
    /// <exception cref="RefusalException">The claim cannot be examined at these sizes; the message is that of the
    /// numerics.</exception>
    public static Examined Of(Variant variant, ExperimentRunner runner, double level)
    {
        try
        {
            return variant.Examine(runner, level);
        }
        catch (ArgumentException failure)
        {
            throw RefusalException.Usage(
                $"{variant.Claim.Id} cannot be examined at these sizes: {Shown.Reason(failure)}");
        }
    }
}
