using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class NarrowStudentTests
{
    [Fact]
    public void FourSamplesAndATeacherInIntegersHaveASpuriousPointOfGreatestRank()
    {
        // The counterexample of the claim, through the suite's own risk: N = 4, S* = diag(2, 3) from integer weights, W
        // = (2, 0).
        var X = new Matrix(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 1 }, { 1, -1 } });
        var teacher = Teacher.WithWeights(new Matrix(new double[,] { { 1, 1 }, { 1, -1 }, { 0, 1 } }));
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        Assert.Equal(3, TensorSpan.Dimension(X));
        Assert.Equal([2, 0, 0, 3], teacher.Gram.Values.ToArray());

        (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, [2, 0], 1);
        Assert.Equal(15.0 / 4, value);
        Assert.Equal([0, 0], gradient);
        (double better, double[] slope) = StudentDescent.Evaluate(risk, teacher, [0, Math.Sqrt(13.0 / 3)], 1);
        Assert.Equal(5.0 / 3, better, 1e-14);
        Assert.InRange(Lanes.Norm(slope), 0, 1e-13);
    }

    [Theory]
    [InlineData(2, 1, 1, false)]
    [InlineData(4, 2, 2, false)]
    [InlineData(6, 8, 3, false)]
    [InlineData(8, 1, 1, true)]
    [InlineData(3, 4, 3, true)]
    public void StudentsAreExactlyStationaryAtTheirLevel(int d, int width, int rank, bool isPopulation)
    {
        for (ulong trial = 0; trial < 50; trial++)
        {
            NarrowStudentOutcome o = new NarrowStudentExperiment().Run(
                new(d, width, rank, isPopulation), new RandomStream(StreamKey.Of(1, "narrow"), trial), default);
            Assert.Equal(0, o.Gradient);
            Assert.Equal(o.Predicted, o.Risk, 1e-12 * o.Risk);
            Assert.Equal(rank < d, o.Risk > 0);
            Assert.Equal(d * (d + 1) / 2, o.SpanDimension);
        }
    }

    [Fact]
    public void ARankThatDoesNotFitIsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new NarrowStudentExperiment().Run(
                new(3, 2, 3, false), new RandomStream(StreamKey.Of(1, "narrow"), 0), default));
}
