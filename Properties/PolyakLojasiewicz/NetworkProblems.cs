using FsCheck;
using FsCheck.Fluent;
using Verification.Implementation.PolyakLojasiewicz.Networks;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Draws network descriptors; shrinks every integer towards its least value.</summary>
public static class NetworkProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<NetworkProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<NetworkProblem> Draw() =>
        from d in Gen.Choose(1, 4)
        from hidden in Gen.Choose(0, 3)
        from width in Gen.Choose(1, 6)
        from samples in Gen.Choose(1, 4)
        from output in Gen.Choose(0, OutputMap.All.Count - 1)
        from seed in Gen.Choose(0, 1_000_000)
        select new NetworkProblem(d, hidden, width, samples, output, seed);

    private static IEnumerable<NetworkProblem> Shrink(NetworkProblem problem)
    {
        if (problem.Hidden > 0)
            yield return problem with { Hidden = problem.Hidden - 1 };
        if (problem.Dimension > 1)
            yield return problem with { Dimension = problem.Dimension - 1 };
        if (problem.Width > 1)
            yield return problem with { Width = problem.Width - 1 };
        if (problem.Samples > 1)
            yield return problem with { Samples = problem.Samples - 1 };
        if (problem.Output > 0)
            yield return problem with { Output = 0 };
        if (problem.Seed > 0)
            yield return problem with { Seed = problem.Seed / 2 };
    }
}
