using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Population;

/// <summary>Cell of <see cref="SphereSlopeExperiment"/>.</summary>
/// <param name="Degree">k ≥ 1.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Overlap">m = ⟨w, w*⟩ of the point, strictly within (−1, 1).</param>
public sealed record SphereSlopeCell(int Degree, int Dimension, double Overlap);

/// <summary>The slope of L along a curve on the sphere, against a gradient.</summary>
/// <param name="Slope">d/dt L((w + tv)/‖w + tv‖) at t = 0, from first-order series, for a unit vector v.</param>
/// <param name="SignalPart">⟨v, w*⟩.</param>
/// <param name="RadialPart">⟨v, w⟩.</param>
/// <param name="SquaredNorm">Σ_j of the squared slopes along an orthonormal basis: ‖∇_S L‖².</param>
/// <param name="Overlap">⟨w, w*⟩ as stored.</param>
/// <param name="Error">Bound of the rounding errors of the slope and of the squared norm.</param>
public sealed record SphereSlopeOutcome(
    double Slope, double SignalPart, double RadialPart, double SquaredNorm, double Overlap, double Error);

/// <summary>Differentiates L = 1 − ⟨w, w*⟩^k along curves on the sphere by arithmetic of first-order series (dual
/// numbers): no formula of the gradient enters.</summary>
public sealed class SphereSlopeExperiment : Experiment<SphereSlopeCell, SphereSlopeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/sphere-slope";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SphereSlopeOutcome Run(
        SphereSlopeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (d < 2 || cell.Degree < 1 || !(Math.Abs(cell.Overlap) < 1))
            throw new ArgumentException(
                "Needed are d ≥ 2, k ≥ 1 and an overlap strictly between −1 and 1.", nameof(cell));
        double[] signal = new double[d], e = new double[d], v = new double[d];
        UniformSphere.Fill(stream, signal);
        UniformSphere.Fill(stream, e);
        Lanes.Axpy(-Lanes.Dot(e, signal), signal, e);
        Lanes.Scale(1 / Lanes.Norm(e), e);
        double[] w = new double[d];
        Lanes.Axpy(cell.Overlap, signal, w);
        Lanes.Axpy(Math.Sqrt((1 - cell.Overlap) * (1 + cell.Overlap)), e, w);
        Lanes.Scale(1 / Lanes.Norm(w), w);
        UniformSphere.Fill(stream, v);

        double squares = 0;
        double[] axis = new double[d];
        for (int j = 0; j < d; j++)
        {
            axis[j] = 1;
            double slope = Slope(cell.Degree, w, signal, axis);
            squares += slope * slope;
            axis[j] = 0;
        }

        // Dot products of unit vectors err by (d/8 + 4)u; the k factors, the root and the quotient add k + 8 roundings
        // of numbers of size k; the sphere itself is met up to (d/8 + 8)u. Squares of size k² sum over d axes.
        double error = cell.Degree * cell.Degree * DoublePrecision.Gamma(8 * d + 8 * cell.Degree + 128);
        return new(
            Slope(cell.Degree, w, signal, v), Lanes.Dot(v, signal), Lanes.Dot(v, w), squares,
            Lanes.Dot(w, signal), error);
    }

    // L = 1 − (⟨p, w*⟩/‖p‖)^k at p = w + tv: numbers (value, slope).
    private static double Slope(int k, double[] w, double[] signal, double[] v)
    {
        (double overlap, double overlapSlope) = (Lanes.Dot(w, signal), Lanes.Dot(v, signal));
        (double squared, double squaredSlope) = (Lanes.Dot(w, w), 2 * Lanes.Dot(w, v));
        double norm = Math.Sqrt(squared);
        double normSlope = squaredSlope / (2 * norm);
        double ratio = overlap / norm;
        double ratioSlope = (overlapSlope - ratio * normSlope) / norm;
        (double power, double powerSlope) = (1, 0);
        for (int i = 0; i < k; i++)
            (power, powerSlope) = (power * ratio, powerSlope * ratio + power * ratioSlope);
        return -powerSlope;
    }
}
