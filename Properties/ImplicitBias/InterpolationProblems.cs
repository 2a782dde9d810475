using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.ImplicitBias;

/// <summary>Draws problems; shrinks every integer towards its least value.</summary>
public static class InterpolationProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<InterpolationProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<InterpolationProblem> Draw() =>
        from d in Gen.Choose(2, 8)
        from m in Gen.Choose(1, d - 1)
        from depth in Gen.Choose(2, 4)
        from seed in Gen.Choose(0, 1_000_000)
        select new InterpolationProblem(d, m, depth, seed);

    private static IEnumerable<InterpolationProblem> Shrink(InterpolationProblem problem)
    {
        if (problem.Depth > 2)
            yield return problem with { Depth = problem.Depth - 1 };
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Dimension > problem.Samples + 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
