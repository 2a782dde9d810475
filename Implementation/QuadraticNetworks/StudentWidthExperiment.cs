using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks;

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
/// <param name="ConstructedResidual">Its misfit max_i |X_iᵀAX_i|/(‖X_i‖²‖S*‖).</param>
/// <param name="ConstructedDistance">Its distance ‖WᵀW − S*‖_F in units of σ_min(W*)².</param>
/// <param name="WidthOneMisfit">Least misfit over all students of width 1 (complete search over signs): 0 up to rounding where one interpolates.</param>
public sealed record StudentWidthOutcome(
    int SpanDimension,
    int FullDimension,
    int GuaranteedWidth,
    int ConstructedWidth,
    double ConstructedResidual,
    double ConstructedDistance,
    double WidthOneMisfit);

/// <summary>How narrow an interpolating student can be.</summary>
public sealed class StudentWidthExperiment : Experiment<StudentWidthCell, StudentWidthOutcome>
{
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

        var labels = new double[X.Rows];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = Lanes.Dot(X.Row(i), MatrixVector.Multiply(teacher.Gram, X.Row(i)));
        int spanned = TensorSpan.Dimension(X);
        ExtremePointInterpolant interpolant = ExtremePointInterpolant.Of(X, teacher);
        return new(
            spanned,
            SymmetricVectorization.Dimension(d),
            ExtremePointInterpolant.GuaranteedWidth(spanned),
            interpolant.Width,
            interpolant.Residual,
            interpolant.Distance / teacher.LeastEigenvalue,
            WidthOneFit.SmallestMisfit(X, labels));
    }
}
