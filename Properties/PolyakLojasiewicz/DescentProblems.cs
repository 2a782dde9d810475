using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Draws problem descriptors; shrinks every integer to its least value.</summary>
public static class DescentProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<DescentProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<DescentProblem> Draw() =>
        from samples in Gen.Choose(1, 5)
        from surplus in Gen.Choose(0, 4)
        from ripple in Gen.Elements(0, 5, 10, 30, 45)
        from condition in Gen.Choose(1, 50)
        from seed in Gen.Choose(0, 1_000_000)
        select new DescentProblem(samples, surplus, ripple, condition, seed);

    private static IEnumerable<DescentProblem> Shrink(DescentProblem problem)
    {
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Surplus > 0)
            yield return problem with { Surplus = problem.Surplus - 1 };
        if (problem.TenthsOfRipple > 0)
            yield return problem with { TenthsOfRipple = 0 };
        if (problem.Condition > 1)
            yield return problem with { Condition = 1 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
