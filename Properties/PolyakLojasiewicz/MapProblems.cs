using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Draws maps; shrinks every integer towards its least value.</summary>
public static class MapProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<MapProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<MapProblem> Draw() =>
        from kind in Gen.Choose(0, 3)
        from n in Gen.Choose(1, 4)
        from extra in Gen.Choose(1, 4)
        from seed in Gen.Choose(0, 1_000_000)
        select new MapProblem(kind, n, extra, seed);

    private static IEnumerable<MapProblem> Shrink(MapProblem problem)
    {
        if (problem.Kind > 0)
            yield return problem with { Kind = problem.Kind - 1 };
        if (problem.Outputs > 1)
            yield return problem with { Outputs = problem.Outputs - 1 };
        if (problem.Extra > 1)
            yield return problem with { Extra = problem.Extra - 1 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
