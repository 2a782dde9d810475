using FsCheck;
using FsCheck.Fluent;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>Draws problem descriptors; shrinks every integer towards its least value and the activation towards the
/// identity.</summary>
public static class ShallowProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<ShallowProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<ShallowProblem> Draw() =>
        from n in Gen.Choose(1, 6)
        from d in Gen.Choose(1, 5)
        from m in Gen.Choose(1, 20)
        from activation in Gen.Elements<Activation>(Activation.All)
        from seed in Gen.Choose(0, 1_000_000)
        select new ShallowProblem(n, d, m, activation, seed);

    private static IEnumerable<ShallowProblem> Shrink(ShallowProblem problem)
    {
        foreach (int n in Towards(1, problem.Samples))
            yield return problem with { Samples = n };
        foreach (int d in Towards(1, problem.Dimension))
            yield return problem with { Dimension = d };
        foreach (int m in Towards(1, problem.Width))
            yield return problem with { Width = m };
        if (problem.Activation != Activation.Identity)
            yield return problem with { Activation = Activation.Identity };
        foreach (int seed in Towards(0, problem.Seed))
            yield return problem with { Seed = seed };
    }

    // Least first, then halfway back, then one less: few candidates, and the last step always exists.
    private static IEnumerable<int> Towards(int least, int value)
    {
        if (value == least)
            yield break;
        yield return least;
        if (value - least > 2)
            yield return least + (value - least) / 2;
        if (value - least > 1)
            yield return value - 1;
    }
}
