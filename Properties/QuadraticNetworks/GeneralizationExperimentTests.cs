using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>The experiments on sample complexity, each at a case that can be worked out by hand.</summary>
public sealed class GeneralizationExperimentTests
{
    [Fact]
    public void InOneDimensionRiskAndTrainingLossAreInOneRatio()
    {
        // d = 1: L̂ = a²·mean x⁴ and L = μ4·a², so that γ = Λ/λ_min = μ4/mean x⁴ and every student attains it.
        var cell = new SmallTrainingLossCell(CoordinateLaw.Uniform, 1, 5);
        SmallTrainingLossOutcome o = One(new SmallTrainingLossExperiment(), cell);
        Assert.Equal(1.8 / o.LeastEigenvalue, o.Gamma, 1e-12 * o.Gamma);
        Assert.Equal(o.Gamma, o.Crude, 1e-12 * o.Gamma);
        Assert.Equal(o.Gamma, o.RiskRatio, 1e-9 * o.Gamma);
        Assert.Equal(1, o.DistanceRatio, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void TheZeroTeacherIsTheOnlyInterpolantOfSpanningData(int d)
    {
        // S* = 0: its kernel is everything, and X_iᵀMX_i = 0 with M ⪰ 0 leaves M = 0 as the X_i span R^d.
        DeficientTeacherOutcome o = One(
            new DeficientTeacherExperiment(), new DeficientTeacherCell(CoordinateLaw.Gaussian, d, 0));
        Assert.Equal(o.Least, o.KernelLeast, 1e-12);
        Assert.Equal(o.Greatest, o.KernelGreatest, 1e-12);
        Assert.True(o.KernelLeast < 0 && o.KernelGreatest > 0);
        Assert.Equal(Math.Max(o.Least, -o.Greatest), o.Inside, 1e-9);
    }

    [Fact]
    public void ATeacherOfFullRankHasNeighborsAmongTheInterpolants()
    {
        DeficientTeacherOutcome o = One(
            new DeficientTeacherExperiment(), new DeficientTeacherCell(CoordinateLaw.Gaussian, 3, 3));
        Assert.Equal(double.PositiveInfinity, o.KernelLeast);
        Assert.Equal(o.Least, o.RangeLeast, 1e-12);
        Assert.True(o.Inside > o.InsideError);
    }

    [Fact]
    public void ErrorsOnTheSampleDecideThoseElsewhereExactlyWhereTheDataSpan()
    {
        FreshPointOutcome enough = One(new FreshPointExperiment(), new FreshPointCell(CoordinateLaw.Gaussian, 3, 6, 2));
        Assert.InRange(enough.Defect, 0, enough.Tolerance);
        FreshPointOutcome few = One(new FreshPointExperiment(), new FreshPointCell(CoordinateLaw.Gaussian, 3, 5, 2));
        Assert.True(few.Defect > 1e6 * few.Tolerance);
    }

    [Theory]
    [InlineData(CoordinateDependence.Independent)]
    [InlineData(CoordinateDependence.Correlated)]
    [InlineData(CoordinateDependence.SharedRadius)]
    public void TheNextDrawOfAContinuousLawSeesTheLastDirection(CoordinateDependence dependence)
    {
        FreshPointOutcome o = One(
            new FreshPointExperiment(), new FreshPointCell(CoordinateLaw.Uniform, 3, 6, 2, dependence));
        Assert.Equal((5, 6), (o.EarlyDimension, o.SeenDimension));
        Assert.InRange(o.Defect, 0, o.Tolerance);
    }

    [Theory]
    [InlineData(CoordinateDependence.Independent)]
    [InlineData(CoordinateDependence.SharedRadius)]
    public void SignsNeverSeeTheDifferenceOfTwoDiagonalEntries(CoordinateDependence dependence)
    {
        // xxᵀ is a multiple of a matrix with unit diagonal: 1 + d(d−1)/2 = 4 dimensions at most, after however many
        // draws.
        FreshPointOutcome o = One(
            new FreshPointExperiment(), new FreshPointCell(CoordinateLaw.Rademacher, 3, 100, 2, dependence));
        Assert.InRange(o.SeenDimension, 1, 4);
        Assert.True(o.Defect > o.Tolerance);
    }

    [Fact]
    public void BothEndsOfAWalkAreRankDeficientAndAboveTheSharpBarrier()
    {
        PlantedLowerBoundOutcome o = One(
            new PlantedLowerBoundExperiment(),
            new PlantedLowerBoundCell(CoordinateLaw.Gaussian, 3, 5, TeacherKind.Aligned, 2));
        Assert.Equal(2, o.Sigma, 1e-12);
        Assert.Equal(2, o.Width);
        Assert.InRange(o.Ends, 1, 2);
        Assert.True(o.Risk + o.Error >= BarrierConstants.Sharp(CoordinateLaw.Gaussian, 3));
        Assert.True(o.GreaterRisk >= o.Risk);
    }

    [Fact]
    public void WideStudentsGeneralizeFromEnoughSamplesOnly()
    {
        WideStudentOutcome enough = One(
            new WideStudentExperiment(), new WideStudentCell(CoordinateLaw.Gaussian, 2, 6, 20));
        Assert.InRange(enough.PopulationRoot, 0, 1e-6);
        WideStudentOutcome few = One(
            new WideStudentExperiment(), new WideStudentCell(CoordinateLaw.Gaussian, 2, 2, 20));
        Assert.InRange(few.Shift, 0, 1e-6);
        Assert.True(few.PopulationRoot > 1e-2);
        Assert.Equal(double.PositiveInfinity, few.LeastBound);
    }

    [Fact]
    public void InvertibleMapsKeepTheSpanAndErasingASampleOfTooFewDoesNot()
    {
        SpanMapOutcome o = One(new SpanMapExperiment(), new SpanMapCell(CoordinateLaw.Gaussian, 3, 5));
        Assert.Equal(new SpanMapOutcome(5, 5, 5, 5, 5, 3, 4), o);
    }

    [Fact]
    public void ANarrowSearchFindsWhatExistsAndProvesNothingElse()
    {
        // One row through two samples exists; {e1, e2, e1 + e2} with the identity as teacher leaves none.
        var stream = new RandomStream(StreamKey.Of(1, "search"), 0);
        var pair = new Matrix(new double[,] { { 1, 2 }, { -1, 1 } });
        var found = NarrowFit.Of(pair, Matrix.Identity(2), 1, 20, stream, CancellationToken.None);
        Assert.InRange(found.Nearby.Shift, 0, 1e-6);
        double product = Lanes.Dot(found.Weights.Row(0), pair.Row(0));
        Assert.Equal(5, product * product, 1e-9);
        var triple = new Matrix(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 1 } });
        var missing = NarrowFit.Of(triple, Matrix.Identity(2), 1, 20, stream, CancellationToken.None);
        Assert.Equal(20, missing.Starts);
        Assert.Equal(double.PositiveInfinity, missing.Nearby.Shift);
    }

    private static TOutcome One<TCell, TOutcome>(Experiment<TCell, TOutcome> experiment, TCell cell)
        where TCell : notnull
        where TOutcome : notnull =>
        new ExperimentRunner(1, new InMemoryMeasurements()).MeasureOne(experiment, cell, 0).Outcome;
}
