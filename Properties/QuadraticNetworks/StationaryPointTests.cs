using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class StationaryPointTests
{
    [Property]
    public Property TheRiskIsBoundedByDistanceTimesGradient(QuadraticProblem problem)
    {
        // Premise: width at least d. L̂ ≤ ‖A‖‖∇L̂‖/(4σ_d(W)).
        QuadraticRisk risk = QuadraticRisk.Empirical(problem.Data());
        Teacher teacher = problem.Teacher();
        Matrix W = problem.Student();
        (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, W.Values.ToArray(), W.Rows);
        double[] singular = SingularValueDecomposition.SingularValues(W);
        Matrix A = QuadraticRisk.Difference(Gram.Of(W), teacher.Gram);
        double bound = Lanes.Norm(A.Values) * Lanes.Norm(gradient) / (4 * singular[^1]);
        return (value <= bound * (1 + 1e-10)).When(problem.StudentWidth >= problem.Dimension);
    }

    [Property]
    public void AStudentInOneDimensionMeetsTheBoundWithEquality(QuadraticProblem problem)
    {
        QuadraticProblem line = problem with { Dimension = 1 };
        QuadraticRisk risk = QuadraticRisk.Empirical(line.Data());
        Teacher teacher = line.Teacher();
        Matrix W = line.Student();
        (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, W.Values.ToArray(), W.Rows);
        Matrix A = QuadraticRisk.Difference(Gram.Of(W), teacher.Gram);
        double bound =
            Lanes.Norm(A.Values) * Lanes.Norm(gradient) / (4 * SingularValueDecomposition.SingularValues(W)[0]);
        Assert.Equal(bound, value, 1e-12 * bound);
    }

    [Property]
    public void RowsThatStartAtZeroStayAtZero(QuadraticProblem problem)
    {
        Matrix W = problem.Student();
        W.Row(W.Rows - 1).Clear();
        StudentDescent end = StudentDescent.Minimize(QuadraticRisk.Empirical(problem.Data()), problem.Teacher(), W);
        Assert.All(end.Weights.Row(W.Rows - 1).ToArray(), entry => Assert.Equal(0, entry));
    }

    [Property]
    public void ARotatedTeacherIsAlignedAndAStretchedOneIsNot(QuadraticProblem problem)
    {
        Teacher teacher = problem.Teacher();
        int m = teacher.Weights.Rows;
        Matrix Q = Implementation.Numerics.Random.Haar.Orthogonal(problem.Stream("rotation"), m);
        Matrix rotated = MatrixProduct.Multiply(Q, teacher.Weights);
        Assert.InRange(OrthogonalAlignment.FromLeft(rotated, teacher.Weights), 0, 1e-13);
        Lanes.Scale(1.5, rotated.Values);
        Assert.Equal(0.5, OrthogonalAlignment.FromLeft(rotated, teacher.Weights), 1e-12);
    }

    [Fact]
    public void SignsAdmitAFullRankStationaryPointThatIsNotTheTeacher()
    {
        // W* = I, W = diag(√1.5, √½): A = diag(½, −½) is orthogonal to every xxᵀ with x ∈ {±1}², so that L̂ = 0 with
        // every number of samples.
        var X = new Matrix(new double[,] { { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } });
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        double[] W = [Math.Sqrt(1.5), 0, 0, Math.Sqrt(0.5)];
        (double value, double[] gradient) = StudentDescent.Evaluate(risk, Teacher.Identity(2), W, 2);
        Assert.InRange(value, 0, 1e-30);
        Assert.InRange(Lanes.Norm(gradient), 0, 1e-14);
        Assert.True(
            OrthogonalAlignment.FromLeft(
                new Matrix(
                    new[,]
                    {
                        { W[0], 0 },
                        { 0, W[3] },
                    }),
                Matrix.Identity(2)) > 0.2);
    }
}
