using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>Sizes of <see cref="SpanningTimeExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
public sealed record SpanningTimeCell(CoordinateLaw Law, int Dimension);

/// <summary>One sequence of samples.</summary>
/// <param name="SpanningTime">The first N at which X_1X_1ᵀ, …, X_NX_Nᵀ span the symmetric matrices; −1 if not within
/// 8·d(d+1)/2 samples. Exact.</param>
/// <param name="UnitDiagonals">Whether every X_iX_iᵀ of all samples has equal diagonal entries, exactly: then E_11 −
/// E_22 proves that the span is never everything, for d ≥ 2.</param>
/// <param name="InterpolantWidth">Width of the student walked to after d(d+1)/2 − 1 samples.</param>
/// <param name="InterpolantMisfit">Its misfit as in <see cref="NearbyInterpolant"/>.</param>
/// <param name="InterpolantMisfitError">Bound of the rounding error of that misfit.</param>
/// <param name="InterpolantShift">How far from it an exact interpolant of the same width was proved to exist, in the
/// units of the misfit; infinite where none was.</param>
/// <param name="InterpolantRisk">Its population risk in units of σ_min(W*)⁴.</param>
/// <param name="InterpolantError">By how much the risk of the exact interpolant can differ, rounding and the error of
/// σ_min(W*)⁴ included.</param>
public sealed record SpanningTimeOutcome(
    int SpanningTime,
    bool UnitDiagonals,
    int InterpolantWidth,
    double InterpolantMisfit,
    double InterpolantMisfitError,
    double InterpolantShift,
    double InterpolantRisk,
    double InterpolantError);

/// <summary>How many samples span the symmetric matrices, and what a student can still get wrong one sample
/// earlier.</summary>
public sealed class SpanningTimeExperiment : Experiment<SpanningTimeCell, SpanningTimeOutcome>
{
    private const int Horizon = 8;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/spanning-time";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override SpanningTimeOutcome Run(SpanningTimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        int full = SymmetricVectorization.Dimension(d);
        var X = new Matrix(Horizon * full, d);
        cell.Law.Fill(stream, X.Values);
        int time = TensorSpan.SpanningTime(X);
        Matrix early = FirstRows(X, full - 1);

        // With no sample at all (d = 1) the zero student interpolates; the walk finds it along any direction.
        Teacher teacher = Teacher.Gaussian(stream, 2 * d, d);
        Matrix direction = full > 1 ? TensorSpan.UnseenDirection(early) : Matrix.Identity(1);
        BoundaryInterpolant interpolant =
            BoundaryInterpolant.Walk(early, teacher, direction)
            ?? throw new InvalidOperationException(
                "A nonzero direction always meets the boundary along one of its signs.");
        NearbyInterpolant nearby = NearbyInterpolant.Of(early, interpolant.Weights, teacher.Gram);
        QuadraticRisk population = QuadraticRisk.Population(cell.Law, d);
        (double risk, double error) = population.Between(interpolant.Gram, teacher.Gram);
        error += population.Change(risk, nearby.GramShift);
        double σ2 = teacher.LeastEigenvalue;
        error += 3 * risk * teacher.LeastEigenvalueError / σ2;
        return new(
            time,
            HasUnitDiagonals(X),
            interpolant.Weights.Rows,
            nearby.Misfit,
            nearby.MisfitError,
            nearby.Shift,
            risk / (σ2 * σ2),
            error / (σ2 * σ2));
    }

    private static Matrix FirstRows(Matrix X, int count)
    {
        var first = new Matrix(count, X.Columns);
        X.Values[..first.Values.Length].CopyTo(first.Values);
        return first;
    }

    private static bool HasUnitDiagonals(Matrix X)
    {
        foreach (double value in X.Values)
        {
            if (Math.Abs(value) != 1)
                return false;
        }

        return true;
    }
}
