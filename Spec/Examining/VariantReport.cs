namespace Verification.Spec.Examining;

/// <summary>One variant examined.</summary>
/// <param name="Variant">What was examined.</param>
/// <param name="Result">Evidence and measured numbers; a refutation has been shrunk to a counterexample.</param>
public sealed record VariantReport(Variant Variant, Examined Result)
{
    /// <summary>Whether the verdict is the expected one.</summary>
    public bool AsExpected => Result.Verdict == Variant.Expected;
}
