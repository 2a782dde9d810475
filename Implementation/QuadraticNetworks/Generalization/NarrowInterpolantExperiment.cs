using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="NarrowInterpolantExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Samples">N ≥ 1, Gaussian.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Starts">Starts of the search, at least 1.</param>
public sealed record NarrowInterpolantCell(int Dimension, int Samples, int StudentWidth, int Starts);

/// <summary>One Gaussian data set and teacher with the best student found.</summary>
/// <param name="Misfit">Its misfit as in <see cref="NearbyInterpolant"/>.</param>
/// <param name="Shift">How far from it an exact interpolant of the same width was proved to exist, in the units of the
/// misfit; infinite where none was.</param>
/// <param name="Excluded">Bound that every student of width 1 misses from below, as in
/// <see cref="WidthOneFit.LowerBound"/>: positive only if none interpolates; NaN for other widths, where no search is
/// complete.</param>
/// <param name="Starts">Starts taken.</param>
public sealed record NarrowInterpolantOutcome(double Misfit, double Shift, double Excluded, int Starts);

/// <summary>Whether a search finds an interpolating student of given width.</summary>
public sealed class NarrowInterpolantExperiment : Experiment<NarrowInterpolantCell, NarrowInterpolantOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/narrow-interpolants";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override NarrowInterpolantOutcome Run(
        NarrowInterpolantCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var X = new Matrix(cell.Samples, d);
        stream.FillNormals(X.Values);
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        var fit = NarrowFit.Of(X, teacher.Gram, cell.StudentWidth, cell.Starts, stream, cancellation);
        return new(
            fit.Nearby.Misfit,
            fit.Nearby.Shift,
            cell.StudentWidth == 1 ? Exclusion(X, teacher) : double.NaN,
            fit.Starts);
    }

    private static double Exclusion(Matrix X, Teacher teacher)
    {
        (double[] labels, double[] errors) = PlantedLabels.Of(X, teacher.Gram);
        return WidthOneFit.Of(X, labels, errors).LowerBound;
    }
}
