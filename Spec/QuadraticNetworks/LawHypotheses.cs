using Verification.Implementation.Numerics.Random;
using Verification.Spec.Parameters;

namespace Verification.Spec.QuadraticNetworks;

/// <summary>What the statements of this system assume of the coordinates, as sentences about those laws that miss
/// it.</summary>
internal static class LawHypotheses
{
    /// <summary>Var(x²) > 0, without which there is no barrier.</summary>
    public static IEnumerable<string> Varying(Choices<CoordinateLaw> laws) => laws
        .Where(law => law.VarianceOfSquare <= 0)
        .Select(law => $"x² does not vary under the law {law}, and the statement asks for Var(x²) > 0");

    /// <summary>One of the laws for which a number that a statement names is known to suffice.</summary>
    public static IEnumerable<string> OneOf(
        Choices<CoordinateLaw> laws,
        string number,
        params IReadOnlyList<CoordinateLaw> known) =>
        laws.Where(law => !known.Contains(law))
            .Select(law => $"{number} is known to suffice for {string.Join(", ", known)}, not for {law}");
}
