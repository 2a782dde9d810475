using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearRegression;
using Verification.Implementation.Numerics.Random;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class SlopeEstimateTests
{
    private static readonly double[] X = [1, 2, 3, 5, 8, 13];
    private static readonly double[] Y = [2.1, 3.9, 7, 11.5, 30, 44];

    /// <summary>The naive twin: MathNet's solution of the normal equations, error σ²·(AᵀA)⁻¹ with σ² from the residual,
    /// quantile of MathNet's StudentT.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.001)]
    public void TheSlopeAndItsIntervalAreThoseOfTheLinearRegression(double level)
    {
        (double slope, double halfWidth) = Regression(degree: 1, level);
        SlopeEstimate fit = SlopeEstimate.Of(X, Y, 0, level);
        Assert.Equal(slope, fit.Slope, 1e-11);
        Assert.Equal(halfWidth, fit.HalfWidth, 1e-8);
    }

    /// <summary>The same twin with a square more.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.001)]
    public void TheCurvatureAndItsIntervalAreThoseOfTheQuadraticRegression(double level)
    {
        (double curvature, double halfWidth) = Regression(degree: 2, level);
        SlopeEstimate fit = SlopeEstimate.Of(X, Y, 0, level);
        Assert.Equal(curvature, fit.Curvature, 1e-11);
        Assert.Equal(halfWidth, fit.CurvatureHalfWidth, 1e-8);
    }

    [Fact]
    public void TheRangeIsThatOfTheLogarithms() =>
        Assert.Equal(Math.Log(13), SlopeEstimate.Of(X, Y, 0, 0.05).LogRange, 1e-14);

    [Fact]
    public void TheRangeDoesNotDependOnTheOrder() =>
        Assert.Equal(Math.Log(8), SlopeEstimate.Of([4, 16, 2, 8], [1, 2, 3, 4], 0, 0.05).LogRange, 1e-14);

    /// <summary>Errors of one size whose signs follow the regressor change a least-squares coefficient most; the
    /// half-width of an exact line is that change.</summary>
    [Fact]
    public void PointErrorsWidenTheSlopeByTheirWorstEffect()
    {
        const double Error = 0.01;
        double mean = X.Average(Math.Log);
        double[] tilted = [.. X.Select(x => x * x * Math.Exp(Error * Math.Sign(Math.Log(x) - mean)))];
        double worst = SlopeEstimate.Of(X, tilted, 0, 0.05).Slope - 2;
        Assert.Equal(worst, SlopeEstimate.Of(X, [.. X.Select(x => x * x)], Error, 0.05).HalfWidth, 1e-12);
    }

    [Fact]
    public void PointErrorsWidenTheCurvatureByTheirWorstEffect()
    {
        // Points symmetric in the logarithm: the regressor is t² less its mean 2, positive at the ends and negative
        // inside.
        const double Error = 0.01;
        double[] x = [Math.Exp(-2), Math.Exp(-1), 1, Math.Exp(1), Math.Exp(2)];
        double[] bent = [.. x.Select(v => v * v * Math.Exp(Math.Abs(Math.Log(v)) > 1.5 ? Error : -Error))];
        double worst = SlopeEstimate.Of(x, bent, 0, 0.05).Curvature;
        Assert.Equal(worst, SlopeEstimate.Of(x, [.. x.Select(v => v * v)], Error, 0.05).CurvatureHalfWidth, 1e-12);
    }

    [Fact]
    public void ThreePointsHaveACurvatureOfUnknownError()
    {
        SlopeEstimate fit = SlopeEstimate.Of([1, Math.E, Math.E * Math.E], [1, Math.E, Math.Exp(4)], 0, 0.05);
        Assert.Equal(1, fit.Curvature, 1e-12);
        Assert.Equal(double.PositiveInfinity, fit.CurvatureHalfWidth);
    }

    [Fact]
    public void AbscissasMayRepeatAsLongAsThreeAreDistinct() =>
        Assert.Equal(2, SlopeEstimate.Of([1, 2, 2, 3], [1, 4, 4, 9], 0, 0.05).Slope, 1e-14);

    [Fact]
    public void TheIntervalsCoverTheTruthAboutAsOftenAsTheyPromise()
    {
        // 400 fits at level 0.1: misses are binomial with mean 40 and standard deviation 6; six of them leave one
        // chance in 10⁸ for a sound interval.
        int slopeMisses = 0;
        int curvatureMisses = 0;
        double[] x = [.. Enumerable.Range(1, 10).Select(i => Math.Exp(i / 3.0))];
        for (int trial = 0; trial < 400; trial++)
        {
            var noise = new double[x.Length];
            new RandomStream(StreamKey.Of(1, "slope-coverage"), (ulong)trial).FillNormals(noise);
            double[] y = [.. x.Zip(noise, (v, e) => Math.Exp(1.5 * Math.Log(v) + 0.1 * e))];
            SlopeEstimate fit = SlopeEstimate.Of(x, y, 0, 0.1);
            slopeMisses += Math.Abs(fit.Slope - 1.5) > fit.HalfWidth ? 1 : 0;
            curvatureMisses += Math.Abs(fit.Curvature) > fit.CurvatureHalfWidth ? 1 : 0;
        }

        Assert.InRange(slopeMisses, 4, 76);
        Assert.InRange(curvatureMisses, 4, 76);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 2 }, new[] { 1.0, 2, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 2 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, 0, 3 })]
    [InlineData(new[] { 1.0, 2, double.NaN }, new[] { 1.0, 1, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 1.0, double.PositiveInfinity, 3 })]
    public void PointsWithoutAUsableLogarithmAreRefused(double[] x, double[] y) =>
        Assert.Throws<ArgumentException>(() => SlopeEstimate.Of(x, y, 0, 0.05));

    [Theory]
    [InlineData(true, "x")]
    [InlineData(false, "y")]
    public void BothCoordinatesAreNeeded(bool hasOrdinates, string parameter) =>
        Assert.Throws<ArgumentNullException>(
            parameter,
            () => SlopeEstimate.Of(hasOrdinates ? null! : X, hasOrdinates ? Y : null!, 0, 0.05));

    private static (double Coefficient, double HalfWidth) Regression(int degree, double level)
    {
        double mean = X.Average(Math.Log);
        Matrix<double> A = Matrix<double>.Build.Dense(
            X.Length,
            degree + 1,
            (i, j) => Math.Pow(Math.Log(X[i]) - mean, j));
        Vector<double> z = Vector<double>.Build.Dense(Y.Length, i => Math.Log(Y[i]));
        Vector<double> c = MultipleRegression.NormalEquations(A, z);
        int freedom = X.Length - degree - 1;
        double variance = (z - A * c).DotProduct(z - A * c) / freedom;
        double error = Math.Sqrt(variance * (A.TransposeThisAndMultiply(A)).Inverse()[degree, degree]);
        return (c[degree], StudentT.InvCDF(0, 1, freedom, 1 - level / 2) * error);
    }
}
