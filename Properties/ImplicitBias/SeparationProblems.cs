using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.ImplicitBias;

/// <summary>Draws problem descriptors; shrinks every integer to its least value.</summary>
public static class SeparationProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<SeparationProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<SeparationProblem> Draw() =>
        from samples in Gen.Choose(1, 8)
        from dimension in Gen.Choose(1, 4)
        from seed in Gen.Choose(0, 1_000_000)
        select new SeparationProblem(samples, dimension, seed);

    private static IEnumerable<SeparationProblem> Shrink(SeparationProblem problem)
    {
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Dimension > 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
