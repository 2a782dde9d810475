using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.JacobianSpectra.Optimization;

/// <summary>Draws problems; shrinks every integer towards its least value.</summary>
public static class SmoothProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<SmoothProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<SmoothProblem> Draw() =>
        from n in Gen.Choose(1, 8)
        from d in Gen.Choose(1, 5)
        from k in Gen.Choose(1, 9)
        from seed in Gen.Choose(0, 1_000_000)
        select new SmoothProblem(n, d, k, seed);

    private static IEnumerable<SmoothProblem> Shrink(SmoothProblem problem) =>
    [
        .. Shrinking.Down(problem.Samples, 1, n => problem with { Samples = n }),
        .. Shrinking.Down(problem.Dimension, 1, d => problem with { Dimension = d }),
        .. Shrinking.Down(problem.Width, 1, k => problem with { Width = k }),
        .. Shrinking.Halved(problem.Seed, seed => problem with { Seed = seed }),
    ];
}
