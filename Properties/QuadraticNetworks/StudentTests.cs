using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class StudentTests
{
    [Property]
    public void GaussianStudentsHaveTheRankOfTheirShape(QuadraticProblem problem)
    {
        Student student = Student.Gaussian(problem.Stream("student"), problem.StudentWidth, problem.Dimension);
        Assert.Equal(Math.Min(problem.StudentWidth, problem.Dimension), student.Rank());
    }

    [Fact]
    public void AStudentKeepsItsOwnWeights()
    {
        Matrix W = Matrix.Identity(2);
        var student = new Student(W);
        W[0, 0] = 5;
        student.Weights[1, 1] = 7;
        Assert.Equal([1, 0, 0, 1], student.Gram.Values.ToArray());
        Assert.Equal((2, 2), (student.Width, student.Dimension));
    }

    [Fact]
    public void TheRankCountsSingularValuesAboveTheTolerance()
    {
        var student = new Student(Matrix.Diagonal([1, 0.25, 0]));
        Assert.Equal(2, student.Rank());
        Assert.Equal(1, student.Rank(0.25));
        Assert.Equal(0, new Student(new Matrix(2, 2)).Rank());
    }

    [Fact]
    public void BadWeightsAreRefused()
    {
        Assert.Throws<ArgumentException>("weights", () => new Student(new Matrix(0, 2)));
        Assert.Throws<ArgumentException>("weights", () => new Student(new Matrix(2, 0)));
        Assert.Throws<ArgumentException>("weights", () => new Student(Matrix.Diagonal([1, double.PositiveInfinity])));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => new Student(Matrix.Identity(2)).Rank(1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "width",
            () => Student.Gaussian(new(Implementation.Numerics.Random.StreamKey.Of(1, "test"), 0), 0, 2));
    }
}
