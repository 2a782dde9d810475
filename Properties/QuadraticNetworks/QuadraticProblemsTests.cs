using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class QuadraticProblemsTests
{
    [Property]
    public void EveryShrinkIsSmallerAndStillAProblem(QuadraticProblem problem)
    {
        foreach (QuadraticProblem smaller in QuadraticProblems.Problem().Shrinker(problem))
        {
            Assert.True(Size(smaller) < Size(problem));
            Assert.True(
                smaller is { Dimension: >= 1, ExtraWidth: >= 0, StudentWidth: >= 1, Samples: >= 1, Seed: >= 0 });
        }

        static long Size(QuadraticProblem p) =>
            p.Dimension
            + p.ExtraWidth
            + p.StudentWidth
            + p.Samples
            + (long)p.Seed
            + (p.Law == CoordinateLaw.Gaussian ? 0 : 1);
    }

    [Fact]
    public void AFailureShrinksToTheSmallestProblemThatStillFails()
    {
        var failing = new QuadraticProblem(5, 4, 8, 37, CoordinateLaw.Laplace, 917_234);
        QuadraticProblem smallest = failing;
        while (QuadraticProblems.Problem().Shrinker(smallest).FirstOrDefault(Fails) is { } smaller)
            smallest = smaller;
        Assert.Equal(new QuadraticProblem(3, 0, 1, 11, CoordinateLaw.Gaussian, 0), smallest);

        static bool Fails(QuadraticProblem p) => p is { Dimension: >= 3, Samples: > 10 };
    }

    [Property]
    public bool TheSameDescriptorGivesTheSameData(QuadraticProblem problem) =>
        problem.Data().Values.SequenceEqual(problem.Data().Values)
        && problem.Student().Values.SequenceEqual(problem.Student().Values);
}
