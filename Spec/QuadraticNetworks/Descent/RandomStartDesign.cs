using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Parameters;

namespace Verification.Spec.QuadraticNetworks.Descent;

/// <summary>The descents from random starts that two claims judge, at sizes of their own.</summary>
internal static class RandomStartDesign
{
    /// <summary>A cell for each law, dimension and teacher, in this order.</summary>
    /// <param name="laws">Laws of the coordinates.</param>
    /// <param name="dimensions">Dimensions d of the data.</param>
    /// <param name="teachers">Widths of the teachers over d; 0 for one aligned with the axes.</param>
    /// <param name="samplesPerDimension">N over d(d+1)/2, rounded down to one sample at least.</param>
    /// <param name="extraWidth">Width of the student beyond d.</param>
    /// <param name="start">Standard deviation of the starting weights.</param>
    /// <param name="steps">Most steps of a descent.</param>
    public static IReadOnlyList<RandomStartCell> Cells(
        Choices<CoordinateLaw> laws,
        Choices<int> dimensions,
        Choices<int> teachers,
        double samplesPerDimension,
        int extraWidth,
        double start,
        int steps) =>
        [
            .. from law in laws
               from d in dimensions
               from teacher in teachers
               let samples = Math.Max(1, (int)(samplesPerDimension * SymmetricVectorization.Dimension(d)))
               select new RandomStartCell(law, d, d + extraWidth, samples, start, steps, teacher),
        ];

    /// <summary>A cell in words, for the statement of its part.</summary>
    public static string Name(RandomStartCell cell) =>
        $"{cell.Law}, d = {cell.Dimension}, N = {cell.Samples}, "
        + $"{(cell.TeacherWidth == 0 ? "aligned" : "Gaussian")} teacher";
}
