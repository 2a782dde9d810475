using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="StudentWidthExperiment"/>.</summary>
/// <param name="Data">How data and teacher are drawn.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">N ≥ 1.</param>
public sealed record StudentWidthCell(DataKind Data, int Dimension, int Samples);

/// <summary>One data set with its narrowest known interpolants.</summary>
/// <param name="SpanDimension">s = dim span{X_iX_iᵀ}, exact.</param>
/// <param name="FullDimension">d(d+1)/2.</param>
/// <param name="GuaranteedWidth">r0 = max{r : r(r+1)/2 ≤ s}.</param>
/// <param name="ConstructedWidth">Rank of the interpolant at the end of the rank reduction.</param>
/// <param name="ConstructedMisfit">Its misfit as in <see cref="NearbyInterpolant"/>.</param>
/// <param name="ConstructedMisfitError">Bound of the rounding error of that misfit.</param>
/// <param name="ConstructedShift">How far from it an exact interpolant of the same width was proved to exist, in the
/// units of the misfit; infinite where none was.</param>
/// <param name="ConstructedDistance">Its distance ‖WᵀW − S*‖_F in units of σ_min(W*)².</param>
/// <param name="ConstructedDistanceError">By how much the distance of the exact interpolant can differ, the error of
/// σ_min(W*)² included.</param>
/// <param name="WidthOneMisfit">Least misfit over all students of width 1 (complete search over signs): 0 up to
/// rounding where one interpolates.</param>
/// <param name="WidthOneLowerBound">The same with every deviation less its error bound: positive only if no student of
/// width 1 interpolates.</param>
/// <param name="WidthOneShift">How far from the best student of width 1 an exact interpolant of width 1 was proved to
/// exist; infinite where none was.</param>
/// <param name="X">The data, a sample a row, where they are small integers and few; null otherwise.</param>
public sealed record StudentWidthOutcome(
    int SpanDimension,
    int FullDimension,
    int GuaranteedWidth,
    int ConstructedWidth,
    double ConstructedMisfit,
    double ConstructedMisfitError,
    double ConstructedShift,
    double ConstructedDistance,
    double ConstructedDistanceError,
    double WidthOneMisfit,
    double WidthOneLowerBound,
    double WidthOneShift,
    double[][]? X = null);

/// <summary>How narrow an interpolating student can be.</summary>
public sealed class StudentWidthExperiment : Experiment<StudentWidthCell, StudentWidthOutcome>
{
    // A counterexample that small can be checked by hand.
    private const int MostEntriesShown = 16;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/student-width";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override StudentWidthOutcome Run(StudentWidthCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        Teacher teacher;
        if (cell.Data == DataKind.SmallIntegers)
        {
            foreach (ref double value in X.Values)
                value = stream.NextIndex(3) - 1;
            teacher = Teacher.Identity(d);
        }
        else
        {
            stream.FillNormals(X.Values);
            teacher = Teacher.Gaussian(stream, 2 * d, d);
        }

        (double[] labels, double[] labelErrors) = PlantedLabels.Of(X, teacher.Gram);
        int spanned = TensorSpan.Dimension(X);
        ExtremePointInterpolant interpolant = ExtremePointInterpolant.Of(X, teacher, stream);
        NearbyInterpolant nearby = NearbyInterpolant.Of(X, interpolant.Weights, teacher.Gram);
        var narrow = WidthOneFit.Of(X, labels, labelErrors);
        double σ2 = teacher.LeastEigenvalue;
        return new(
            spanned,
            SymmetricVectorization.Dimension(d),
            ExtremePointInterpolant.GuaranteedWidth(spanned),
            interpolant.Width,
            nearby.Misfit,
            nearby.MisfitError,
            nearby.Shift,
            nearby.Distance / σ2,
            (nearby.DistanceError + nearby.Distance * teacher.LeastEigenvalueError / σ2) / σ2,
            narrow.Misfit,
            narrow.LowerBound,
            NearbyInterpolant.Of(X, narrow.Weights, teacher.Gram).Shift,
            cell.Data == DataKind.SmallIntegers && d * X.Rows <= MostEntriesShown
                ? [.. Enumerable.Range(0, X.Rows).Select(i => X.Row(i).ToArray())]
                : null);
    }
}
