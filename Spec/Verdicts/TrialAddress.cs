namespace Verification.Spec.Verdicts;

/// <summary>Where one trial stands in the measurement of a claim.</summary>
/// <param name="Cell">Number of the cell in the claim's design, from 0.</param>
/// <param name="Trial">Number of the trial within the cell, from 0.</param>
public sealed record TrialAddress(int Cell, int Trial);
