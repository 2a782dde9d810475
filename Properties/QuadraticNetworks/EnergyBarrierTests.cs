using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class EnergyBarrierTests
{
    [Property]
    public Property ARankDeficientStudentStaysAboveTheBarrier(QuadraticProblem problem)
    {
        // Premise: the student is narrower than d. Its population risk is at least b_d σ⁴, whatever its weights.
        Teacher teacher = problem.Teacher();
        (double risk, double error) = QuadraticRisk
            .Population(problem.Law, problem.Dimension)
            .Between(Gram.Of(problem.Student()), teacher.Gram);
        double σ4 = teacher.LeastEigenvalue * teacher.LeastEigenvalue;
        bool above = risk + error >= BarrierConstants.Sharp(problem.Law, problem.Dimension) * σ4 * (1 - 1e-12);
        return above
            .When(problem.StudentWidth < problem.Dimension)
            .Classify(problem.Law == CoordinateLaw.Rademacher, "barrier of height zero");
    }

    [Property(MaxTest = 60)]
    public void TheDualMinimumIsARankDeficientStudentThatNoRandomStudentBeats(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Population(
            problem.Law == CoordinateLaw.Rademacher ? CoordinateLaw.Uniform : problem.Law,
            problem.Dimension);
        Teacher teacher = problem.Teacher();
        RankDeficientMinimum minimum = Assert.IsType<RankDeficientMinimum>(
            RankDeficientMinimum.Of(risk, teacher, problem.Stream("starts")));
        double[] spectrum = SymmetricEigen.Of(minimum.Student).Values;
        Assert.InRange(spectrum[0], -1e-12 * teacher.LargestEigenvalue, 1e-12 * teacher.LargestEigenvalue);
        Assert.True(minimum.LowerBound <= minimum.Risk + minimum.Error);
        Assert.Equal(minimum.Dual, minimum.Risk, 1e-9 * minimum.Dual);

        // Perturbed factors of the minimizer are rank-deficient too.
        var W = new Matrix(Math.Max(1, problem.Dimension - 1), problem.Dimension);
        problem.Stream("perturbation").FillNormals(W.Values);
        if (problem.Dimension > 1)
            Assert.True(
                risk.Between(Gram.Of(W), teacher.Gram).Risk >= minimum.Risk - minimum.Error - 1e-9 * minimum.Risk);
    }

    [Property(MaxTest = 40)]
    public void DirectDescentOnTheEmpiricalRiskNeverFallsBelowTheDualMinimum(QuadraticProblem problem)
    {
        // Enough samples for a regular covariance: twice d(d+1)/2 of a continuous law.
        QuadraticProblem regular = problem with
        {
            Samples = 2 * SymmetricVectorization.Dimension(problem.Dimension),
            Law = problem.Law.IsContinuous ? problem.Law : CoordinateLaw.Uniform,
            StudentWidth = Math.Max(1, problem.Dimension - 1),
        };
        QuadraticRisk risk = QuadraticRisk.Empirical(regular.Data());
        Teacher teacher = regular.Teacher();
        RankDeficientMinimum minimum = Assert.IsType<RankDeficientMinimum>(
            RankDeficientMinimum.Of(risk, teacher, regular.Stream("starts")));
        Matrix start = regular.Student();
        if (regular.Dimension == 1)
            start.Values.Clear();
        StudentDescent direct = StudentDescent.Minimize(risk, teacher, start);
        double found = regular.Dimension == 1 ? risk.Between(new Matrix(1, 1), teacher.Gram).Risk : direct.Risk;
        Assert.True(found >= minimum.Risk - minimum.Error - 1e-8 * minimum.Risk, $"{found} < {minimum.Risk}");
    }

    [Theory]
    [InlineData("gaussian", 2, 2.6666666666666667)]
    [InlineData("gaussian", 3, 2.5)]
    [InlineData("gaussian", 5, 2.3333333333333333)]
    [InlineData("gaussian", 8, 2.2222222222222222)]
    [InlineData("uniform", 2, 1.2444444444444444)]
    [InlineData("uniform", 5, 0.9666666666666667)]
    [InlineData("laplace", 3, 2.6666666666666667)]
    [InlineData("two-point", 2, 3.3333333333333333)]
    [InlineData("rademacher", 4, 0)]
    [InlineData("uniform", 1, 1.8)]
    public void TheSharpConstantIsTheFractionDerivedByHand(string law, int d, double expected)
    {
        // Gaussian: 2(d+2)/(d+1). Uniform: κ = 4/5 gives (4/5)(4/5+d)/(4/5+d−1). Laplace: κ = 5. Two-point: κ = 2, μ2²
        // = 4.
        Assert.Equal(expected, BarrierConstants.Sharp(CoordinateLaw.Parse(law, null), d), 1e-14);
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("uniform")]
    [InlineData("laplace")]
    [InlineData("two-point")]
    public void TheSharpConstantIsTheLeastOverAllDirections(string name)
    {
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        for (int d = 1; d <= 12; d++)
        {
            double least = Enumerable.Range(0, 201).Min(k => Along(law, d, 1.0 / d + (1 - 1.0 / d) * k / 200));
            Assert.Equal(least, BarrierConstants.Sharp(law, d), 1e-12 * least);
        }
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("uniform")]
    [InlineData("laplace")]
    [InlineData("two-point")]
    public void TheSharpConstantFallsToTheBarrierConstant(string name)
    {
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        double previous = double.PositiveInfinity;
        foreach (int d in (int[])[1, 2, 4, 8, 16, 1024])
        {
            double sharp = BarrierConstants.Sharp(law, d);
            Assert.InRange(sharp, law.BarrierConstant, previous);
            previous = sharp;
        }

        Assert.Equal(law.BarrierConstant, previous, 0.02);
    }

    [Property]
    public void ScalingTheTeacherScalesTheBarrierByTheFourthPower(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Population(CoordinateLaw.Gaussian, problem.Dimension);
        Teacher teacher = problem.Teacher();
        Matrix doubled = teacher.Weights.Clone();
        Lanes.Scale(2, doubled.Values);
        double once = RankDeficientMinimum.Of(risk, teacher, problem.Stream("starts"))!.Risk;
        double twice = RankDeficientMinimum.Of(risk, Teacher.WithWeights(doubled), problem.Stream("starts"))!.Risk;
        Assert.Equal(16 * once, twice, 1e-8 * twice);
    }

    // 1/⟨vvᵀ, T⁻¹ vvᵀ⟩ for Σv_i⁴ = p, by the three eigencomponents of vvᵀ: identity, traceless diagonal, off-diagonal.
    private static double Along(CoordinateLaw law, int d, double p)
    {
        double κ = law.VarianceOfSquare;
        double square = law.SecondMoment * law.SecondMoment;
        return 1 / (1 / (d * (κ + d * square)) + (p - 1.0 / d) / κ + (1 - p) / (2 * square));
    }
}
