using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>The risk of the start W0ᵀW0 = mI: experiments against naive twins, formulas against enumeration and by
/// hand.</summary>
[Properties(Arbitrary = [typeof(InitializationProblems)])]
public sealed class InitializationTests
{
    [Fact]
    public void PlantedSpectraOfOtherVariancesOrOfTooManyWeightsAreRefused()
    {
        var experiment = new PlantedSpectrumExperiment();
        Assert.Contains(
            "two-point law has 2", Refusal(new(CoordinateLaw.TwoPoint, 4, 16, SpectrumScaling.GeometricMean, false)),
            StringComparison.Ordinal);
        Assert.Contains(
            "m·d = 134217728",
            Refusal(new(CoordinateLaw.Rademacher, 128, 1 << 20, SpectrumScaling.GeometricMean, false)),
            StringComparison.Ordinal);

        string Refusal(PlantedSpectrumCell cell) =>
            Assert
                .Throws<ArgumentException>(
                    nameof(cell),
                    () => experiment.Run(cell, new RandomStream(StreamKey.Of(1, "spectrum"), 0), default))
                .Message;
    }

    // The experiment's draws are redrawn in its order; the risk is the quadratic form over the tensorized covariance.
    [Property]
    public void ThePopulationRiskIsTheQuadraticForm(InitializationProblem problem)
    {
        InitializationCell cell = Cell(problem, samples: 0, start: 0.7 * problem.Width);
        if (cell.Data == CoordinateLaw.Gaussian && cell.Weights == CoordinateLaw.Gaussian)
            return; // drawn through the tridiagonal form
        InitializationDraw outcome = InitializationExperiment.Draw(cell, problem.Stream("experiment"));
        Matrix S = Planted(problem, problem.Stream("experiment"));
        AssertSame(
            outcome, QuadraticRisk.Population(cell.Data, problem.Dimension).Between(Start(cell), S), S, problem.Width);
    }

    [Property]
    public void TheEmpiricalRiskIsTheQuadraticForm(InitializationProblem problem)
    {
        InitializationCell cell = Cell(problem, samples: 5, start: problem.Width);
        InitializationDraw outcome = InitializationExperiment.Draw(cell, problem.Stream("experiment"));
        RandomStream stream = problem.Stream("experiment");
        Matrix S = Planted(problem, stream);
        var X = new Matrix(5, problem.Dimension);
        cell.Data.Fill(stream, X.Values);
        AssertSame(outcome, QuadraticRisk.Empirical(X).Between(Start(cell), S), S, problem.Width);
    }

    [Property]
    public void TheTridiagonalRouteGivesTheRiskOfItsMatrix(InitializationProblem problem)
    {
        InitializationCell cell = Cell(problem, samples: 0, start: problem.Width) with
        {
            Data = CoordinateLaw.Gaussian,
            Weights = CoordinateLaw.Gaussian,
        };
        InitializationDraw outcome = InitializationExperiment.Draw(cell, problem.Stream("tridiagonal"));
        BidiagonalGram T = problem.Tridiagonal();
        double trace = T.TraceAgainst(problem.Width);
        double expected =
            (trace * trace + 2 * T.SquaredDistance(problem.Width)) / ((double)problem.Width * problem.Width);
        Assert.Equal(expected, outcome.Loss, 1e-12 * expected);
        Assert.InRange(
            T.LeastEigenvalue(1e-9).Lower / problem.Width, outcome.LeastEigenvalueLower * (1 - 1e-12),
            outcome.LeastEigenvalueUpper * (1 + 1e-12));
    }

    [Property]
    public void WhatIsKeptOfADrawEnclosesItsRiskOverTheFourthPowerOfTheLeastSingularValue(InitializationProblem problem)
    {
        InitializationCell cell = Cell(problem, samples: 5, start: problem.Width);
        InitializationDraw draw = InitializationExperiment.Draw(cell, problem.Stream("experiment"));
        InitializationOutcome kept =
            new InitializationExperiment().Run(cell, problem.Stream("experiment"), default);
        foreach (double σ2 in (double[])[draw.LeastEigenvalueLower, draw.LeastEigenvalueUpper])
        {
            double ratio = draw.Loss / (σ2 * σ2);
            Assert.True(kept.RatioLower <= ratio * (1 + 1e-15) && ratio <= kept.RatioUpper * (1 + 1e-15));
        }

        double widened = (draw.Loss + draw.Error) / (draw.LeastEigenvalueLower * draw.LeastEigenvalueLower);
        Assert.True(!double.IsFinite(widened) || kept.RatioUpper <= widened * (1 + 1e-6));
    }

    [Property]
    public void TheCriticalWidthSolvesItsEquation(InitializationProblem problem)
    {
        double mean = InitialLoss.MeanPerNeuron(problem.Data, problem.Weights, problem.Dimension);
        const double bound = 0.75;
        double m = InitialLoss.CriticalWidth(mean, bound, problem.Dimension);
        double root = Math.Sqrt(m) - Math.Sqrt(problem.Dimension);
        Assert.True(m >= problem.Dimension);
        Assert.Equal(m * mean, bound * Math.Pow(root, 4), 1e-10 * (m * mean + 1));
    }

    [Property]
    public void TheSufficientWidthExceedsTheCriticalOne(InitializationProblem problem)
    {
        if (problem.Data.BarrierConstant == 0)
            return;
        double critical = InitialLoss.CriticalWidth(
            InitialLoss.MeanPerNeuron(problem.Data, CoordinateLaw.Gaussian, problem.Dimension),
            problem.Data.BarrierConstant / 2,
            problem.Dimension);
        Assert.True(InitialLoss.SufficientWidth(problem.Data, problem.Dimension, 2) > critical);
    }

    [Theory]
    [InlineData("gaussian", "gaussian", 5, 70)]
    [InlineData("gaussian", "gaussian", 10, 240)]
    [InlineData("uniform", "rademacher", 10, 180)]
    public void TheMeanRiskPerNeuronIsTheOneByHand(string data, string weights, int d, double expected) =>
        Assert.Equal(
            expected, InitialLoss.MeanPerNeuron(CoordinateLaw.Parse(data, null), CoordinateLaw.Parse(weights, null), d),
            1e-12);

    [Theory]
    [InlineData("gaussian", 2)]
    [InlineData("uniform", 5)]
    [InlineData("laplace", 2)]
    [InlineData("two-point", 8)]
    [InlineData("rademacher", double.PositiveInfinity)]
    public void TheConstantIsTwiceTheLargerOfOneAndTheQuotient(string law, double expected) =>
        Assert.Equal(expected, InitialLoss.AsymptoticConstant(CoordinateLaw.Parse(law, null)), 1e-12);

    [Fact]
    public void TheCriticalWidthOfFiveGaussianDimensions() =>
        Assert.Equal(154.67, InitialLoss.CriticalWidth(70, 1, 5), 0.01); // s = (70^¼ + √(√70 + 4√5))/2 = 3.52656, s⁴

    // d = 1, m = 1, W* = ±1: S* = 1 and the start has no risk. Elsewhere M: (M − 1)²·μ4.
    [Fact]
    public void OneSignIsMetExactly()
    {
        ExpectedLossOutcome outcome = new ExpectedLossExperiment().Run(
            new(CoordinateLaw.Gaussian, CoordinateLaw.Rademacher, 1, 1),
            new RandomStream(StreamKey.Of(3, "one sign"), 0),
            default);
        Assert.Equal(0, outcome.MeanLoss, 1e-14);
        Assert.Equal(outcome.Bias, outcome.MeanElsewhere, 1e-12);
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("uniform")]
    [InlineData("laplace")]
    [InlineData("rademacher")]
    [InlineData("two-point")]
    public void TheMomentRuleHasTheMomentsOfItsLaw(string name)
    {
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        var rule = MomentRule.Of(law);
        Assert.Equal(1, Moment(0), 1e-14);
        Assert.Equal(0, Moment(1), 1e-14);
        Assert.Equal(law.SecondMoment, Moment(2), 1e-14);
        Assert.Equal(law == CoordinateLaw.TwoPoint ? 2 : 0, Moment(3), 1e-14);
        Assert.Equal(law.FourthMoment, Moment(4), 1e-13);

        double Moment(int power) => rule.Points.Zip(rule.Probabilities, (x, p) => p * Math.Pow(x, power)).Sum();
    }

    [Fact]
    public void AssignmentsComeOnceEachWithProbabilitiesThatAddUp()
    {
        var target = new double[3];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        double total = 0;
        MomentRule.Of(CoordinateLaw.Gaussian).ForEach(target, p =>
        {
            total += p;
            Assert.True(seen.Add(string.Join(' ', target)));
        });
        Assert.Equal(27, seen.Count);
        Assert.Equal(1, total, 1e-14);
    }

    [Theory]
    [InlineData(5, 4, 0, 1)]
    [InlineData(0, 4, 0, 1)]
    [InlineData(2, 4, -1, 1)]
    [InlineData(2, 4, 0, -1)]
    public void SizesOutOfRangeAreRefused(int d, int m, int samples, double start) =>
        Assert.Throws<ArgumentException>(() =>
            new InitializationExperiment().Run(
                new(CoordinateLaw.Uniform, CoordinateLaw.Gaussian, d, m, samples, start),
                new RandomStream(StreamKey.Of(1, "refused"), 0),
                default));

    private static InitializationCell Cell(InitializationProblem problem, int samples, double start) =>
        new(problem.Data, problem.Weights, problem.Dimension, problem.Width, samples, start);

    private static Matrix Start(InitializationCell cell) =>
        Matrix.Diagonal([.. Enumerable.Repeat(cell.Start, cell.Dimension)]);

    private static Matrix Planted(InitializationProblem problem, RandomStream stream)
    {
        if (problem.Weights == CoordinateLaw.Gaussian)
            return Wishart.Draw(stream, problem.Width, problem.Dimension);
        var W = new Matrix(problem.Width, problem.Dimension);
        problem.Weights.Fill(stream, W.Values);
        return MatrixProduct.TransposeMultiply(W, W);
    }

    private static void AssertSame(InitializationDraw outcome, (double Risk, double Error) twin, Matrix S, double m)
    {
        Assert.InRange(
            outcome.Loss * m * m - twin.Risk, -outcome.Error * m * m - twin.Error, outcome.Error * m * m + twin.Error);
        Assert.True(
            outcome.Error * m * m <= 1e-10 * (twin.Risk + S.Rows * S.Rows * m * m),
            $"an error bound of {outcome.Error} says nothing");
        double least = SymmetricEigen.Of(S).Values[0] / m;
        Assert.InRange(least, outcome.LeastEigenvalueLower - 1e-13, outcome.LeastEigenvalueUpper + 1e-13);
        Assert.True(outcome.LeastEigenvalueUpper - outcome.LeastEigenvalueLower < 1e-9);
    }
}
