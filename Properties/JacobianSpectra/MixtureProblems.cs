using FsCheck;
using FsCheck.Fluent;
using Verification.Implementation.Numerics.Activations;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Draws mixtures with networks of every activation; shrinks every integer towards its least value.</summary>
public static class MixtureProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<MixtureProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<MixtureProblem> Draw() =>
        from K in Gen.Choose(1, 3)
        from C in Gen.Choose(1, 3)
        from m in Gen.Choose(1, 3)
        from d in Gen.Choose(3, 6)
        from k in Gen.Choose(1, 8)
        from law in Gen.Choose(0, Activation.All.Count - 1)
        from seed in Gen.Choose(0, 1_000_000)
        select new MixtureProblem(K, C, m, d, k, law, seed);

    private static IEnumerable<MixtureProblem> Shrink(MixtureProblem problem) =>
    [
        .. Shrinking.Down(problem.Classes, 1, K => problem with { Classes = K }),
        .. Shrinking.Down(problem.Components, 1, C => problem with { Components = C }),
        .. Shrinking.Down(problem.PerComponent, 1, m => problem with { PerComponent = m }),
        .. Shrinking.Down(problem.Dimension, 3, d => problem with { Dimension = d }),
        .. Shrinking.Down(problem.Width, 1, k => problem with { Width = k }),
        .. Shrinking.Down(problem.Law, 0, law => problem with { Law = law }),
        .. Shrinking.Halved(problem.Seed, seed => problem with { Seed = seed }),
    ];
}
