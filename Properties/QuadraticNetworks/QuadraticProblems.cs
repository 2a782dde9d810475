using FsCheck;
using FsCheck.Fluent;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>Draws problem descriptors; shrinks every integer towards its least value and the law towards the
/// Gaussian.</summary>
public static class QuadraticProblems
{
    /// <summary>The generator with its shrinker.</summary>
    public static Arbitrary<QuadraticProblem> Problem() => Arb.From(Draw(), Shrink);

    private static Gen<QuadraticProblem> Draw() =>
        from d in Gen.Choose(1, 5)
        from extra in Gen.Choose(0, 4)
        from student in Gen.Choose(1, 8)
        from samples in Gen.Choose(1, 40)
        from law in Gen.Elements<CoordinateLaw>(CoordinateLaw.All)
        from seed in Gen.Choose(0, 1_000_000)
        select new QuadraticProblem(d, extra, student, samples, law, seed);

    private static IEnumerable<QuadraticProblem> Shrink(QuadraticProblem problem)
    {
        foreach (int d in Towards(1, problem.Dimension))
            yield return problem with { Dimension = d };
        foreach (int extra in Towards(0, problem.ExtraWidth))
            yield return problem with { ExtraWidth = extra };
        foreach (int width in Towards(1, problem.StudentWidth))
            yield return problem with { StudentWidth = width };
        foreach (int samples in Towards(1, problem.Samples))
            yield return problem with { Samples = samples };
        if (problem.Law != CoordinateLaw.Gaussian)
            yield return problem with { Law = CoordinateLaw.Gaussian };
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
