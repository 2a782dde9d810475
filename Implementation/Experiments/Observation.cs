namespace Verification.Implementation.Experiments;

/// <summary>One trial's outcome with its address.</summary>
/// <param name="Cell">Sizes and laws of the trial.</param>
/// <param name="Trial">Number of the trial within its cell, from 0.</param>
/// <param name="Outcome">What was measured.</param>
public sealed record Observation<TCell, TOutcome>(TCell Cell, int Trial, TOutcome Outcome);
