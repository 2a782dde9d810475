namespace Verification.Implementation.Numerics.Random;

/// <summary>A transformation of the words of Philox groups into numbers, in place.</summary>
/// <remarks>Implemented by empty structures, so that every fill is compiled with its own transformation
/// inlined.</remarks>
internal interface IWordTransformation
{
    /// <summary>Replaces words by the bits of numbers.</summary>
    /// <param name="words">The first of the words: group after group, eight first words and eight second words in
    /// each.</param>
    /// <param name="count">How many words; a multiple of 16.</param>
    static abstract void TransformInPlace(ref ulong words, nuint count);
}
