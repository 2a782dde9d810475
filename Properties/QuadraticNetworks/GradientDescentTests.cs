using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Xunit;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class GradientDescentTests
{
    [Property]
    public void TheGradientIsThatOfTheNaiveSum(QuadraticProblem problem)
    {
        // ∇L̂ = (4/N) Σ r_i W x_i x_iᵀ, one number at a time.
        Matrix X = problem.Data(), W = problem.Student();
        Teacher teacher = problem.Teacher();
        double squares = 0,
            risk = 0,
            size = 0;
        double[] residuals =
        [
            .. Enumerable
                .Range(0, X.Rows)
                .Select(i => SquaredNorm(W, X.Row(i)) - SquaredNorm(teacher.Weights, X.Row(i))),
        ];
        for (int i = 0; i < X.Rows; i++)
        {
            risk += residuals[i] * residuals[i] / X.Rows;
            size +=
                (SquaredNorm(W, X.Row(i)) + SquaredNorm(teacher.Weights, X.Row(i)))
                * Lanes.Dot(X.Row(i), X.Row(i))
                / X.Rows;
        }

        for (int j = 0; j < W.Rows; j++)
        {
            for (int k = 0; k < W.Columns; k++)
            {
                double entry = 0;
                for (int i = 0; i < X.Rows; i++)
                    entry += 4 * residuals[i] * Lanes.Dot(W.Row(j), X.Row(i)) * X[i, k] / X.Rows;
                squares += entry * entry;
            }
        }

        // Residuals of size Y are known to (m + d)·u·Y, and there are N + D more roundings on either way.
        GradientDescent descent = GradientDescent.OnWeights(
            ResidualMap.Of(QuadraticRisk.Empirical(X)), teacher, new Student(W));
        double share = 4 * (X.Rows + 60) * UnitRoundoff * size * Lanes.Norm(W.Values);
        Assert.Equal(Math.Sqrt(squares), descent.GradientNorm, 4 * share);
        Assert.Equal(risk, descent.Risk, 4 * (X.Rows + 60) * UnitRoundoff * (risk + size * size * X.Rows));
    }

    [Property]
    public void BothRoutesToTheResidualAgree(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        Matrix A = QuadraticRisk.Difference(Gram.Of(problem.Student()), problem.Teacher().Gram);
        Matrix through = new(A.Rows, A.Rows), over = new(A.Rows, A.Rows);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        ResidualMap.Of(risk).Apply(A, through);
        ResidualMap.Over(X).Apply(A, over);

        // Either sums N products of four coordinates for each of D entries of A.
        double share = 2 * (X.Rows + risk.Covariance.Rows + 10) * UnitRoundoff * risk.Trace * Lanes.Norm(A.Values);
        Assert.InRange(Lanes.Norm(QuadraticRisk.Difference(through, over).Values), 0, share);
        for (int i = 0; i < A.Rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.Equal(through[i, j], through[j, i]);
                Assert.Equal(over[i, j], over[j, i]);
            }
        }
    }

    [Property]
    public void DescentOnTheGramMatrixIsDescentOnTheWeights(QuadraticProblem problem)
    {
        // M ↦ (I − cR)M(I − cR) with c = 4η and R linear in M has the Lipschitz factor (1 + cρ)² + 2(1 + cρ)·cΛ‖M‖, ρ =
        // ‖R‖: errors of one step are carried on by it, and each step adds its own roundings.
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        var student = new Student(problem.Student());
        ResidualMap map = ResidualMap.Of(risk);
        WeightDescent weights = GradientDescent.OnWeights(map, teacher, student);
        GramDescent gram = GradientDescent.OnGram(map, teacher, student.Gram);
        double Λ = SymmetricEigen.Of(risk.Covariance).Values[^1] + risk.EigenvalueError;
        int sums = problem.StudentWidth + 4 * problem.Dimension + risk.Covariance.Rows + 20;
        double allowed = 0;
        for (int step = 0; step < 10; step++)
        {
            double trace = Lanes.Dot(weights.Weights.Values, weights.Weights.Values);
            double ρ = Λ * weights.Distance;
            double η = 1 / (8 * Λ * (trace + 1e-3) + 4 * ρ);
            allowed *= (1 + 4 * η * ρ) * (1 + 4 * η * ρ) + 8 * (1 + 4 * η * ρ) * η * Λ * trace;
            allowed += 4 * sums * UnitRoundoff * trace * (1 + 4 * η * ρ + 16 * η * risk.Trace * weights.Distance);
            weights.Advance(η);
            gram.Advance(η);
            Assert.InRange(Lanes.Norm(QuadraticRisk.Difference(weights.Gram, gram.Gram).Values), 0, allowed);
            Assert.Equal(
                weights.Risk, gram.Risk, allowed * (4 * Λ * (weights.Distance + allowed))
                    + 1e-13 * risk.Trace * weights.Distance * weights.Distance);
        }

        // Not vacuous: what ten steps may do to the trajectories is far below what they do to the student.
        Assert.InRange(allowed, 0, 1e-4 * (1 + Lanes.Norm(student.Gram.Values)));
    }

    [Property]
    public void StepsOfTheSublevelSetLowerTheRiskAsTheTheorySays(QuadraticProblem problem)
    {
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        var sublevel = new SublevelSet(risk, teacher);
        GradientDescent descent = GradientDescent.OnWeights(
            ResidualMap.Of(risk), teacher, new Student(problem.Student()));
        for (int k = 0; k < 30; k++)
        {
            (double before, double slope, double η) = (descent.Risk, descent.GradientNorm, sublevel.Step(descent));
            double error =
                risk.At(descent.Difference).Error
                + 1e-13
                    * risk.Trace
                    * (descent.Distance + 1e-15)
                    * (Lanes.Norm(descent.Gram.Values) + teacher.LargestEigenvalue);
            descent.Advance(η);
            Assert.InRange(descent.Risk, double.NegativeInfinity, before - η * slope * slope / 2 + error);
        }
    }

    [Property]
    public Property TheCurvatureBoundHolds(QuadraticProblem problem)
    {
        // D²L(W)[H, H] = (1/N) Σ 8⟨Wx_i, Hx_i⟩² + 4r_i‖Hx_i‖², from L(W + tH) sample by sample. Premise: some bound is
        // finite.
        Matrix X = problem.Data(), W = problem.Student();
        Teacher teacher = problem.Teacher();
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        var H = new Matrix(W.Rows, W.Columns);
        problem.Stream("direction").FillNormals(H.Values);
        double second = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double[] w = MatrixVector.Multiply(W, X.Row(i)), h = MatrixVector.Multiply(H, X.Row(i));
            double residual = Lanes.Dot(w, w) - SquaredNorm(teacher.Weights, X.Row(i));
            second += (8 * Lanes.Dot(w, h) * Lanes.Dot(w, h) + 4 * residual * Lanes.Dot(h, h)) / X.Rows;
        }

        var sublevel = new SublevelSet(risk, teacher);
        double level = risk.Between(Gram.Of(W), teacher.Gram).Risk;
        double norm = SingularValueDecomposition.SingularValues(W)[0];
        return (
            second <= sublevel.Curvature(level) * Lanes.Dot(H.Values, H.Values) * (1 + 1e-10)
            && norm * norm <= sublevel.SquaredNorm(level) * (1 + 1e-10)
        ).When(double.IsFinite(sublevel.SquaredNorm(level)));
    }

    [Property]
    public void ADescentScalesWithTheTeacherToTheLastBit(QuadraticProblem problem)
    {
        // (W, W*, η) → (4W, 4W*, η/16): M → 16M, R → 16R, risk → 256·risk, gradient → 64·gradient, all exact in binary.
        ResidualMap map = ResidualMap.Of(QuadraticRisk.Empirical(problem.Data()));
        Matrix planted = problem.Teacher().Weights.Clone(), W = problem.Student();
        GradientDescent small = GradientDescent.OnWeights(map, Teacher.WithWeights(planted.Clone()), new Student(W));
        Lanes.Scale(4, planted.Values);
        Lanes.Scale(4, W.Values);
        GradientDescent large = GradientDescent.OnWeights(map, Teacher.WithWeights(planted), new Student(W));
        for (int k = 0; k < 5; k++)
        {
            Assert.Equal(256 * small.Risk, large.Risk);
            Assert.Equal(64 * small.GradientNorm, large.GradientNorm);
            Assert.Equal(16 * small.Distance, large.Distance);
            small.Advance(1e-4);
            large.Advance(1e-4 / 16);
        }
    }

    [Property]
    public Property ZeroRowsStayZeroAndEqualRowsEqual(QuadraticProblem problem)
    {
        // Premise: room for a zero row and two equal ones.
        if (problem.StudentWidth < 3)
            return false.When(false);
        Matrix W = problem.Student();
        W.Row(0).Clear();
        W.Row(1).CopyTo(W.Row(2));
        var map = ResidualMap.Of(QuadraticRisk.Empirical(problem.Data()));
        WeightDescent descent = GradientDescent.OnWeights(map, problem.Teacher(), new Student(W));
        for (int k = 0; k < 20; k++)
            descent.Advance(1e-4);
        return (descent.Weights.Row(0).IndexOfAnyExcept(0.0) < 0
            && descent.Weights.Row(1).SequenceEqual(descent.Weights.Row(2))
            && new Student(descent.Weights).Rank() <= problem.StudentWidth - 2).When(true);
    }

    [Fact]
    public void StepsByHandInOneDimension()
    {
        // d = 1, one sample x = 1, W* = 1, W = 2: A = 3, L = 9, ∇L = 4·2·3 = 24; η = 1/64: W = 2 − 24/64 = 1.625, M =
        // 2.640625, A = 1.640625.
        var map = ResidualMap.Over(
            new Matrix(
                new double[,]
                {
                    { 1 },
                }));
        WeightDescent descent = GradientDescent.OnWeights(
            map,
            Teacher.Identity(1),
            new Student(
                new Matrix(
                    new double[,]
                    {
                        { 2 },
                    })));
        Assert.Equal((9, 24, 3, 0), (descent.Risk, descent.GradientNorm, descent.Distance, descent.Steps));
        descent.Advance(1.0 / 64);
        Assert.Equal(1.625, descent.Weights[0, 0]);
        Assert.Equal(1.640625 * 1.640625, descent.Risk);
        Assert.Equal(1, descent.Steps);
    }

    [Fact]
    public void MisfitsAreRefused()
    {
        var map = ResidualMap.Of(QuadraticRisk.Population(CoordinateLaw.Gaussian, 2));
        Teacher teacher = Teacher.Identity(2);
        var student = new Student(Matrix.Identity(2));
        Assert.Throws<ArgumentException>("teacher", () => GradientDescent.OnWeights(map, Teacher.Identity(3), student));
        Assert.Throws<ArgumentException>(
            "start",
            () => GradientDescent.OnWeights(map, teacher, new Student(Matrix.Identity(3))));
        Assert.Throws<ArgumentException>(
            "start",
            () =>
                GradientDescent.OnGram(
                    map,
                    teacher,
                    new Matrix(
                        new double[,]
                        {
                            { 1, 2 },
                            { 0, 1 },
                        })));
        Assert.Throws<ArgumentException>(
            "start",
            () => GradientDescent.OnGram(map, teacher, Matrix.Diagonal([1, double.NaN])));
        GradientDescent descent = GradientDescent.OnWeights(map, teacher, student);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => descent.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => descent.Advance(double.NaN));
        Assert.Throws<ArgumentException>("X", () => ResidualMap.Over(new Matrix(0, 2)));
        Assert.Throws<ArgumentException>("X", () => ResidualMap.Over(Matrix.Diagonal([double.NaN])));
        Assert.Throws<ArgumentException>("A", () => map.Apply(new Matrix(3, 3), new Matrix(2, 2)));
        Assert.Throws<ArgumentException>("R", () => map.Apply(new Matrix(2, 2), new Matrix(3, 3)));
        Assert.Throws<ArgumentException>(
            "teacher",
            () => new SublevelSet(QuadraticRisk.Population(CoordinateLaw.Gaussian, 2), Teacher.Identity(3)));
    }

    private static double SquaredNorm(Matrix W, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < W.Rows; j++)
        {
            double image = Lanes.Dot(W.Row(j), x);
            sum += image * image;
        }

        return sum;
    }
}
