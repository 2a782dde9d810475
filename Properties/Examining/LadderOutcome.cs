namespace Verification.Properties.Examining;

/// <summary>One rung, with a member of each type that an outcome can have.</summary>
/// <param name="Height">Start of the cell plus number of the trial.</param>
/// <param name="Start">Start of the cell.</param>
/// <param name="Square">Square of the height.</param>
/// <param name="IsEven">Whether the number of the trial is even.</param>
/// <param name="EvenHeight">The height where the number of the trial is even, else NaN.</param>
/// <param name="Unknown">NaN.</param>
/// <param name="Word">No number.</param>
public sealed record LadderOutcome(
    double Height, int Start, long Square, bool IsEven, double EvenHeight, double Unknown, string Word);
