using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>One variant examined.</summary>
/// <param name="Variant">What was examined.</param>
/// <param name="Result">Evidence and measured numbers; a refutation has been shrunk to a counterexample.</param>
public sealed record VariantReport(Variant Variant, Examined Result)
{
    /// <summary>Whether the verdict is the expected one, and a refutation stands where the variant is wrong.</summary>
    public bool AsExpected =>
        Result.Verdict == Variant.Expected && (Result.Verdict != Verdict.Refuted || IsRefutedWhereWrong);

    /// <summary>Whether the part that contains what was changed is refuted; one part alone needs no name.</summary>
    public bool IsRefutedWhereWrong
    {
        get
        {
            Evidence evidence = Result.Evidence is Counterexample counterexample
                ? counterexample.Original
                : Result.Evidence;
            Evidence[] stating = [.. evidence.Parts().Where(part => !part.Supplement)];
            return Variant.Part is null
                ? stating.Length == 1
                : Array.Exists(stating, part => part.Part == Variant.Part && part.Verdict == Verdict.Refuted);
        }
    }
}
