using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Draws leaky-ReLU networks; shrinks every integer towards its least value and the activation towards the
/// kink.</summary>
public static class LeakyReluProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<LeakyReluProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<LeakyReluProblem> Draw() =>
        from m in Gen.Choose(1, 8)
        from n in Gen.Choose(1, 8)
        from d in Gen.Choose(1, 4)
        from smooth in Gen.Elements(false, true)
        from seed in Gen.Choose(0, 1_000_000)
        select new LeakyReluProblem(m, n, d, smooth, seed);

    private static IEnumerable<LeakyReluProblem> Shrink(LeakyReluProblem problem)
    {
        if (problem.Width > 1)
            yield return problem with { Width = problem.Width - 1 };
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Dimension > 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.IsSmooth)
            yield return problem with { IsSmooth = false };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
