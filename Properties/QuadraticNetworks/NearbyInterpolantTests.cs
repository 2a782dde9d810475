using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>The bounds on both sides of the distance between a computed student and the exact interpolants.</summary>
[Properties(Arbitrary = [typeof(QuadraticProblems)])]
public sealed class NearbyInterpolantTests
{
    /// <summary>The planted weights interpolate exactly; moved by about 10⁻⁹, their true distance to an interpolant
    /// lies between both bounds, up to the choice of interpolant.</summary>
    [Property]
    public void AMovedTeacherIsProvedNearAnInterpolant(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        Teacher teacher = problem.Teacher();
        Matrix W = teacher.Weights.Clone();
        var noise = new double[W.Values.Length];
        problem.Stream("noise").FillNormals(noise);
        Lanes.Axpy(1e-9, noise, W.Values);
        var nearby = NearbyInterpolant.Of(X, W, teacher.Gram);
        double moved = Lanes.Norm(QuadraticRisk.Difference(Gram.Of(W), teacher.Gram).Values);
        double scale = Math.Max(teacher.LargestEigenvalue, Lanes.Dot(W.Values, W.Values));

        // The teacher itself is an interpolant at distance `moved`: no lower bound may exceed it. Where one was proved,
        // no upper bound may lie below the lower one.
        double lower = nearby.Misfit - nearby.MisfitError;
        Assert.InRange(lower, double.NegativeInfinity, 1.001 * moved / scale);
        Assert.InRange(lower, double.NegativeInfinity, nearby.Shift);
        if (problem.Samples <= problem.Dimension && problem.Law.IsContinuous)
            Assert.InRange(nearby.Shift, 0, 1e-2);
    }

    /// <summary>The radius is honest: a Newton iteration from the student ends at an interpolant within the
    /// bound.</summary>
    [Property(MaxTest = 50)]
    public void NewtonsMethodEndsWithinTheBound(QuadraticProblem problem)
    {
        Matrix X = problem.Data();
        Teacher teacher = problem.Teacher();
        Matrix W = teacher.Weights.Clone();
        var noise = new double[W.Values.Length];
        problem.Stream("noise").FillNormals(noise);
        Lanes.Axpy(1e-6, noise, W.Values);
        var nearby = NearbyInterpolant.Of(X, W, teacher.Gram);
        if (double.IsPositiveInfinity(nearby.Shift))
            return;
        Matrix end = Newton(X, W, teacher.Gram);
        double moved = Lanes.Norm(QuadraticRisk.Difference(Gram.Of(end), Gram.Of(W)).Values);
        Assert.InRange(moved, 0, nearby.GramShift + 1e-12 * teacher.LargestEigenvalue);
    }

    [Fact]
    public void WhereNoStudentOfTheWidthInterpolatesNothingIsProved()
    {
        // w1² = w2² = 1 and (w1 + w2)² = 2: nothing of width 1, whatever the weights; width 2 has the identity.
        var X = new Matrix(
            new double[,]
            {
                { 1, 0 },
                { 0, 1 },
                { 1, 1 },
            });
        Assert.Equal(
            double.PositiveInfinity,
            NearbyInterpolant
                .Of(
                    X,
                    new Matrix(
                        new double[,]
                        {
                            { 1, 0.4 },
                        }),
                    Matrix.Identity(2))
                .Shift);
        Assert.InRange(NearbyInterpolant.Of(X, Matrix.Identity(2), Matrix.Identity(2)).Shift, 0, 1e-13);
    }

    [Fact]
    public void ALargeMisfitIsALowerBoundForEveryGramMatrix()
    {
        // ⟨e1, M e1⟩ has to be 1 and is 4: every interpolating M is at operator distance 3 from WᵀW, in units of ‖W‖² =
        // 4.
        var X = new Matrix(new double[,] { { 1, 0 } });
        var nearby = NearbyInterpolant.Of(X, new Matrix(new double[,] { { 2, 0 } }), Matrix.Identity(2));
        Assert.Equal(0.75, nearby.Misfit, 1e-15);
        Assert.True(nearby.Shift >= nearby.Misfit);
    }

    [Fact]
    public void AnIntegerInterpolantOfAccidentalRankIsFoundExactly()
    {
        // Four equations for the three entries of w: w = (1, 1, 0) meets them all, as ⟨x, w⟩² = ‖x‖² for these samples;
        // rounding to ½ℤ proves it.
        var X = new Matrix(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 1, 0, 0 }, { 0, 1, 1 }, { 0, 1, -1 } });
        var S = new Matrix(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 } });
        var nearby = NearbyInterpolant.Of(X, new Matrix(new double[,] { { 1 + 1e-9, 1, 1e-9 } }), S);
        Assert.InRange(nearby.Shift, 1e-10, 1e-8);
    }

    // Least-norm Newton steps on h_i(W) = ‖WX_i‖² − X_iᵀSX_i by the pseudo-inverse: the naive twin of the proof.
    private static Matrix Newton(Matrix X, Matrix start, Matrix S)
    {
        Matrix W = start.Clone();
        for (int step = 0; step < 20; step++)
        {
            var J = new Matrix(X.Rows, W.Values.Length);
            var h = new double[X.Rows];
            for (int i = 0; i < X.Rows; i++)
            {
                double[] z = MatrixVector.Multiply(W, X.Row(i));
                h[i] = Lanes.Dot(z, z) - Lanes.Dot(X.Row(i), MatrixVector.Multiply(S, X.Row(i)));
                for (int j = 0; j < W.Rows; j++)
                    for (int l = 0; l < W.Columns; l++)
                        J[i, j * W.Columns + l] = 2 * z[j] * X[i, l];
            }

            Matrix inverse = Matrix.FromMathNet(J.ToMathNet().PseudoInverse());
            double[] correction = MatrixVector.Multiply(inverse, h);
            Lanes.Axpy(-1, correction, W.Values);
        }

        return W;
    }
}
