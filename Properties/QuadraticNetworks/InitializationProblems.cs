using FsCheck;
using FsCheck.Fluent;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>Draws descriptors of random planted weights; shrinks sizes and seed towards their least values and the laws
/// towards the Gaussian.</summary>
public static class InitializationProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<InitializationProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<InitializationProblem> Draw() =>
        from d in Gen.Choose(1, 12)
        from extra in Gen.Choose(0, 40)
        from data in Gen.Elements<CoordinateLaw>(CoordinateLaw.All)
        from weights in Gen.Elements<CoordinateLaw>(CoordinateLaw.All)
        from seed in Gen.Choose(0, 1_000_000)
        select new InitializationProblem(d, extra, data, weights, seed);

    private static IEnumerable<InitializationProblem> Shrink(InitializationProblem problem)
    {
        if (problem.Dimension > 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.ExtraWidth > 0)
            yield return problem with { ExtraWidth = problem.ExtraWidth / 2 };
        if (problem.Data != CoordinateLaw.Gaussian)
            yield return problem with { Data = CoordinateLaw.Gaussian };
        if (problem.Weights != CoordinateLaw.Gaussian)
            yield return problem with { Weights = CoordinateLaw.Gaussian };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
