using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.QuadraticNetworks;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class SymmetricVectorizationTests
{
    [Property]
    public void TheVectorizationIsAnIsometry(QuadraticProblem problem)
    {
        Matrix A = problem.Teacher().Gram;
        Matrix B = Gram.Of(problem.Student());
        double frobenius = 0;
        for (int i = 0; i < A.Values.Length; i++)
            frobenius += A.Values[i] * B.Values[i];
        double product = Lanes.Dot(SymmetricVectorization.Vectorize(A), SymmetricVectorization.Vectorize(B));
        Assert.Equal(frobenius, product, 1e-13 * Lanes.Norm(A.Values) * Lanes.Norm(B.Values));
    }

    [Property]
    public void MatricizingUndoesVectorizing(QuadraticProblem problem)
    {
        Matrix A = problem.Teacher().Gram;
        Matrix back = SymmetricVectorization.Matricize(SymmetricVectorization.Vectorize(A), A.Rows);
        for (int i = 0; i < A.Values.Length; i++)
            Assert.Equal(A.Values[i], back.Values[i], 4e-16 * Math.Abs(A.Values[i]));
    }

    [Property]
    public void AQuadraticFormIsAProductWithTheOuterSquare(QuadraticProblem problem)
    {
        Matrix A = problem.Teacher().Gram;
        Matrix X = problem.Data();
        Matrix P = SymmetricVectorization.Design(X);
        double form = Lanes.Dot(X.Row(0), MatrixVector.Multiply(A, X.Row(0)));
        Assert.Equal(form, Lanes.Dot(P.Row(0), SymmetricVectorization.Vectorize(A)), 1e-13 * (1 + Math.Abs(form)));
    }

    [Fact]
    public void AVectorOfTheWrongLengthIsRefused() =>
        Assert.Throws<ArgumentException>(() => SymmetricVectorization.Matricize([1.0, 2, 3, 4], 2));
}
