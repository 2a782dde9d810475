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

    private static IEnumerable<SmoothProblem> Shrink(SmoothProblem problem)
    {
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Dimension > 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.Width > 1)
            yield return problem with { Width = problem.Width - 1 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
