using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Xunit;
using Matrix = Verification.Implementation.Numerics.LinearAlgebra.Matrix;
using MinimizationResult = Verification.Implementation.Numerics.Optimization.MinimizationResult;
using static Verification.Properties.Numerics.LinearAlgebra.TestMatrices;

namespace Verification.Properties.Numerics.Optimization;

public class QuasiNewtonTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void RosenbrockIsMinimizedAtOnes(int n)
    {
        var start = new double[n];
        for (int i = 0; i < n; i++)
            start[i] = i % 2 == 0 ? -1.2 : 1;
        MinimizationResult result = QuasiNewton.Minimize(Rosenbrock, start, 1e-12);
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.InRange(result.GradientNorm, 0, 1e-12);
        // The smallest curvature at the minimum is about 0.4, so a gradient of 10⁻¹² leaves a distance of about
        // 2.5·10⁻¹².
        Assert.All(result.Point, entry => Assert.InRange(entry, 1 - 1e-11, 1 + 1e-11));
    }

    [Fact]
    public void QuadraticsAreSolvedLikeLinearSystems()
    {
        Matrix A = SecondDifference(60);
        double[] b = Vector(60, 1);
        double Value(ReadOnlySpan<double> x, Span<double> g)
        {
            MatrixVector.Multiply(A, x, g);
            double value = 0.5 * Lanes.Dot(x, g) - Lanes.Dot(b, x);
            Lanes.Axpy(-1, b, g);
            return value;
        }
        MinimizationResult result = QuasiNewton.Minimize(Value, new double[60], 1e-11);
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.True(CholeskyFactor.TryFactor(A, out CholeskyFactor? factor));
        double[] distance = factor.Solve(b);
        Lanes.Axpy(-1, result.Point, distance);
        Assert.InRange(Lanes.Norm(distance), 0, 1e-11 / SecondDifferenceEigenvalue(60, 1) + 1e-10);
    }

    [Fact]
    public void MatrixFactorizationWithoutAnExactSolutionIsPolished()
    {
        // ‖UUᵀ - M‖² with M not of rank 2: the minimum is positive, and values near it agree to all digits long before
        // gradients vanish.
        MinimizationResult result = QuasiNewton.Minimize(Factorization(Gram.Of(Dense(12, 8, 2))), Vector(16, 3), 1e-12);
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.True(result.Value > 1);
    }

    [Fact]
    public void MatrixFactorizationWithAnExactSolutionIsPolishedWhereMathNetEndsInNaN()
    {
        Matrix W = Dense(8, 2, 1), M = MatrixProduct.MultiplyTranspose(W, W);
        Lanes.Scale(10, M.Values);
        double[] start = Vector(16, 101);
        MinimizationResult ours = QuasiNewton.Minimize(Factorization(M), start, 1e-12);
        Assert.Equal(StoppingReason.Converged, ours.Reason);
        Assert.InRange(ours.Value, 0, 1e-24);

        MathNet.Numerics.Control.UseManaged(); // whatever provider the environment names
        var objective = ObjectiveFunction.Gradient(x =>
        {
            var gradient = new double[16];
            double value = Factorization(M)(x.ToArray(), gradient);
            return (value, Vector<double>.Build.Dense(gradient));
        });
        Exception failure = Assert.Throws<InnerOptimizationException>(() =>
            new BfgsMinimizer(1e-14, 0, 0, 2000).FindMinimum(objective, Vector<double>.Build.Dense(start)));
        Assert.Contains("NaN", failure.InnerException?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToleranceZeroEndsInAStallAtTheRoundingErrorsOfTheGradient()
    {
        Matrix M = Gram.Of(Dense(12, 8, 4));
        MinimizationResult result = QuasiNewton.Minimize(Factorization(M), Vector(16, 5), 0);
        Assert.Equal(StoppingReason.LineSearchStalled, result.Reason);
        Assert.InRange(result.GradientNorm, 0, 1e-11);
    }

    [Fact]
    public void WrongGradientsStallInsteadOfThrowing()
    {
        MinimizationResult result = QuasiNewton.Minimize((x, g) => { g[0] = -1; return x[0] * x[0]; }, [0.0], 1e-10);
        Assert.Equal(StoppingReason.LineSearchStalled, result.Reason);
        Assert.Equal(0, result.Point[0]);
    }

    [Fact]
    public void UnboundedFunctionsStallInsteadOfThrowing()
    {
        MinimizationResult result = QuasiNewton.Minimize((x, g) => { g[0] = 1; return x[0]; }, [0.0], 1e-10);
        Assert.Equal(StoppingReason.LineSearchStalled, result.Reason);
        Assert.True(double.IsFinite(result.Value));
    }

    [Fact]
    public void WallsOfNaNShortenSteps()
    {
        // x - log x has its minimum 1 at x = 1 and is undefined for x ≤ 0.
        MinimizationResult result = QuasiNewton.Minimize(
            (x, g) =>
            {
                g[0] = 1 - 1 / x[0];
                return x[0] > 0 ? x[0] - Math.Log(x[0]) : double.NaN;
            },
            [30.0],
            1e-13);
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.Equal(1, result.Point[0], 12);
    }

    [Fact]
    public void IterationLimitReturnsTheBestPointSoFar()
    {
        MinimizationResult none = QuasiNewton.Minimize(Rosenbrock, [-1.2, 1], 1e-12, 0);
        MinimizationResult five = QuasiNewton.Minimize(Rosenbrock, [-1.2, 1], 1e-12, 5);
        Assert.Equal((StoppingReason.IterationLimit, 0, 1), (none.Reason, none.Iterations, none.Evaluations));
        Assert.Equal([-1.2, 1], none.Point);
        Assert.Equal((StoppingReason.IterationLimit, 5), (five.Reason, five.Iterations));
        Assert.True(five.Value < none.Value);
    }

    [Fact]
    public void ScalingTheFunctionByAPowerOfTwoKeepsTheMinimizer()
    {
        double Scaled(ReadOnlySpan<double> x, Span<double> g)
        {
            double value = Rosenbrock(x, g);
            Lanes.Scale(1024, g);
            return 1024 * value;
        }
        MinimizationResult result = QuasiNewton.Minimize(Scaled, [-1.2, 1], 1e-9);
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.InRange(result.Point[0], 1 - 1e-11, 1 + 1e-11);
    }

    /// <summary>½Σ i·(x_i − 1)² times a factor, to a gradient 10⁻⁹ times smaller than at the start.</summary>
    [Theory]
    [InlineData(1e-300, 0)]
    [InlineData(1e-300, 50)]
    [InlineData(1e-100, 0)]
    [InlineData(1e-17, 50)]
    [InlineData(1e-17, 1e6)]
    [InlineData(1e17, 50)]
    [InlineData(1e200, 0)]
    [InlineData(1e200, 50)]
    [InlineData(1e300, 50)]
    public void AFunctionOfAnyScaleIsMinimized(double factor, double start)
    {
        double Quadratic(ReadOnlySpan<double> x, Span<double> g)
        {
            double value = 0;
            for (int i = 0; i < x.Length; i++)
            {
                g[i] = factor * (i + 1) * (x[i] - 1);
                value += 0.5 * factor * (i + 1) * (x[i] - 1) * (x[i] - 1);
            }

            return value;
        }

        MinimizationResult result = QuasiNewton.Minimize(
            Quadratic, [start, start, start, start, start], 1e-9 * factor * Math.Max(1, start));
        Assert.Equal(StoppingReason.Converged, result.Reason);
        Assert.InRange(result.Iterations, 1, 60);
        Assert.All(
            result.Point,
            entry => Assert.InRange(entry, 1 - 1e-9 * Math.Max(1, start), 1 + 1e-9 * Math.Max(1, start)));
    }

    [Fact]
    public void BadInputIsRefused()
    {
        Assert.Throws<ArgumentException>("start", () => QuasiNewton.Minimize(Rosenbrock, []));
        Assert.Throws<ArgumentException>("start", () => QuasiNewton.Minimize(Rosenbrock, [1, double.NaN]));
        Assert.Throws<ArgumentException>("start", () => QuasiNewton.Minimize((_, _) => double.NaN, [1.0]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "gradientTolerance",
            () => QuasiNewton.Minimize(Rosenbrock, [1, 1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "gradientTolerance",
            () => QuasiNewton.Minimize(Rosenbrock, [1, 1], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(
            "maximumIterations",
            () => QuasiNewton.Minimize(Rosenbrock, [1, 1], 1, -1));
    }

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = 0;
        for (int i = 0; i < x.Length; i += 2)
        {
            double valley = x[i + 1] - x[i] * x[i], distance = 1 - x[i];
            value += 100 * valley * valley + distance * distance;
            g[i] = -400 * x[i] * valley - 2 * distance;
            g[i + 1] = 200 * valley;
        }
        return value;
    }

    private static DifferentiableFunction Factorization(Matrix M) => (x, g) =>
    {
        var U = new Matrix(M.Rows, x.Length / M.Rows);
        x.CopyTo(U.Values);
        Matrix R = MatrixProduct.MultiplyTranspose(U, U);
        Lanes.Axpy(-1, M.Values, R.Values);
        MatrixProduct.Multiply(R, U).Values.CopyTo(g);
        Lanes.Scale(4, g);
        return Lanes.Dot(R.Values, R.Values);
    };
}
