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

    private static IEnumerable<MapProblem> Shrink(MapProblem problem) =>
    [
        .. Shrinking.Down(problem.Kind, 0, kind => problem with { Kind = kind }),
        .. Shrinking.Down(problem.Outputs, 1, n => problem with { Outputs = n }),
        .. Shrinking.Down(problem.Extra, 1, extra => problem with { Extra = extra }),
        .. Shrinking.Halved(problem.Seed, seed => problem with { Seed = seed }),
    ];
}
