using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>Cell of <see cref="ReflectedStudentExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Samples">n ≥ 1.</param>
public sealed record ReflectedStudentCell(int Dimension, int Samples);

/// <summary>A second teacher with the same labels.</summary>
/// <param name="Difference">The largest of |⟨w′, x_i⟩ − ⟨w*, x_i⟩| over ‖x_i‖ and of |‖w′‖ − 1|, rounded up to two
/// digits.</param>
/// <param name="Overlap">⟨w′, w*⟩ = 2‖p‖² − 1, rounded to 9 digits.</param>
/// <param name="Distance">‖w′ − w*‖ = √(2 − 2⟨w′, w*⟩), from the differences, so that no digits cancel; rounded to 9
/// digits.</param>
/// <param name="Error">Bound of the rounding errors of each, given w′, before digits are left out.</param>
public sealed record ReflectedStudentOutcome(double Difference, double Overlap, double Distance, double Error)
{
    /// <summary>A bound of what the digits left out of <see cref="Overlap"/> move it by.</summary>
    public static double OverlapRounding { get; } = 1.1 * ShortDecimal.RelativeError(9);
}

/// <summary>Reflects the teacher at the span of the samples: w′ = 2p − w*, p the projection of w*.</summary>
/// <remarks>Whatever the link, w′ has the labels of w*; it differs from it where the samples do not span the
/// space.</remarks>
public sealed class ReflectedStudentExperiment : Experiment<ReflectedStudentCell, ReflectedStudentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "online-sgd/reflected-student";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override ReflectedStudentOutcome Run(
        ReflectedStudentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int d, int n) = (cell.Dimension, cell.Samples);
        if (d < 2 || n < 1)
            throw new ArgumentException("d ≥ 2 and n ≥ 1 are needed.", nameof(cell));
        double[] signal = new double[d];
        UniformSphere.Fill(stream, signal);
        var X = new Matrix(n, d);
        for (int i = 0; i < n; i++)
            stream.FillNormals(X.Row(i));

        // An orthonormal basis of the samples by Gram–Schmidt, twice; min(n, d) vectors exhaust it.
        List<double[]> basis = [];
        for (int i = 0; i < Math.Min(n, d); i++)
        {
            double[] q = X.Row(i).ToArray();
            for (int round = 0; round < 2; round++)
            {
                foreach (double[] other in basis)
                    Lanes.Axpy(-Lanes.Dot(other, q), other, q);
            }

            Lanes.Scale(1 / Lanes.Norm(q), q);
            basis.Add(q);
        }

        double[] w = new double[d];
        Lanes.Axpy(-1, signal, w);
        foreach (double[] q in basis)
            Lanes.Axpy(2 * Lanes.Dot(q, signal), q, w);
        double worst = 0;
        for (int i = 0; i < n; i++)
            worst = Math.Max(
                worst, Math.Abs(Lanes.Dot(w, X.Row(i)) - Lanes.Dot(signal, X.Row(i))) / Lanes.Norm(X.Row(i)));
        worst = Math.Max(worst, Math.Abs(Lanes.Norm(w) - 1));
        return new(
            OutwardDecimal.Above(worst, 2),
            ShortDecimal.Nearest(Lanes.Dot(w, signal), 9),
            ShortDecimal.Nearest(Distance(w, signal), 9),
            OutwardDecimal.Above(4 * DoublePrecision.Gamma(d / 8 + 16), 2));
    }

    private static double Distance(double[] w, double[] signal)
    {
        double[] difference = [.. w];
        Lanes.Axpy(-1, signal, difference);
        return Lanes.Norm(difference);
    }
}
