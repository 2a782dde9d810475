namespace Verification.Spec.Examining;

/// <summary>What part a variant of a claim plays, and with it the verdict that is expected.</summary>
public enum VariantRole
{
    /// <summary>The claim itself, in its corrected form where it has one: expected to hold.</summary>
    Claim,

    /// <summary>The wrong printed form: expected to be refuted.</summary>
    Printed,

    /// <summary>A deliberately wrong variant: expected to be refuted.</summary>
    Mutant,
}
