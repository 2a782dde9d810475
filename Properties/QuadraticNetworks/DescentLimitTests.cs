using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class DescentLimitTests
{
    // Premise: the bound is finite where the descent stands after fifty steps.
    [Property(MaxTest = 60)]
    public Property NoDescentTravelsFartherThanItsBound(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        GradientDescent descent = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, Gram.Of(problem.Student()));
        var sublevel = new SublevelSet(risk, teacher);
        Advance(50);
        double drift = DescentLimit.Drift(risk, sublevel, descent, 100);
        Matrix from = descent.Gram.Clone();
        double farthest = 0;
        for (int step = 0; step < 100; step++)
        {
            Advance(1);
            farthest = Math.Max(farthest, Lanes.Norm(QuadraticRisk.Difference(descent.Gram, from).Values));
        }

        return (farthest <= drift + 1e-12 * Lanes.Norm(from.Values)).When(double.IsFinite(drift));

        void Advance(int steps)
        {
            for (int step = 0; step < steps; step++)
                descent.Advance(sublevel.Step(descent));
        }
    }

    [Fact]
    public void WhereTheGradientVanishesNothingMoves()
    {
        QuadraticRisk risk = QuadraticRisk.Population(CoordinateLaw.Gaussian, 2);
        var teacher = Teacher.Identity(2);
        GradientDescent descent = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, new Matrix(2, 2));
        Assert.Equal(0, DescentLimit.Drift(risk, new SublevelSet(risk, teacher), descent, 1000));
    }
}
