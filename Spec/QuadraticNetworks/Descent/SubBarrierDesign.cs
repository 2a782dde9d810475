using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Parameters;

namespace Verification.Spec.QuadraticNetworks.Descent;

/// <summary>The descents from below the barrier that several claims judge, and measure once.</summary>
internal static class SubBarrierDesign
{
    /// <summary>The laws of the data beyond the smoke tier.</summary>
    public static Choices<CoordinateLaw> Laws { get; } =
        [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace];

    /// <summary>The dimensions of the data at a tier.</summary>
    public static Choices<int> Dimensions(Tier tier) => tier switch
    {
        Tier.Smoke => [1, 2, 4],
        Tier.Standard => [1, 2, 4, 6],
        _ => [1, 2, 4, 6, 8, 10],
    };

    /// <summary>Population and empirical risk, two kinds of teachers, two kinds of starts.</summary>
    /// <param name="laws">Laws of the coordinates.</param>
    /// <param name="dimensions">Dimensions d of the data.</param>
    /// <param name="samplesPerDimension">N over d(d+1)/2 for the empirical risk.</param>
    /// <param name="stepFactor">The step in units of 1/L_s.</param>
    public static IReadOnlyList<SubBarrierDescentCell> Cells(
        Choices<CoordinateLaw> laws, Choices<int> dimensions, int samplesPerDimension, double stepFactor = 1) =>
        [
            .. from law in laws
               from d in dimensions
               from samples in (int[])[0, samplesPerDimension * SymmetricVectorization.Dimension(d)]
               from teacher in (DescentTeacher[])[DescentTeacher.Gaussian, DescentTeacher.Isotropic]
               from weakened in (bool[])[false, true]
               select new SubBarrierDescentCell(law, d, samples, teacher, weakened, stepFactor, ScaleExponent: 0),
        ];
}
