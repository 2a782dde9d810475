using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.OnlineSgd.Dynamics;

namespace Verification.Implementation.OnlineSgd.Samples;

// Why n numbers do for a batch of nd. Let e₁ = w*, w₀ = me₁ + √(1 − m²)e₂, x_i = a_ie₁ + t_ie₂ + (row i of Y), Y an n ×
// (d − 2) matrix of independent normals. The first step adds Σc_ix_i, where c depends on a and t alone, which leave Y
// free: beside e₁ and e₂ it adds ‖c‖g, g = Yᵀc/‖c‖. With G = ‖g‖² and the products z_i = ⟨g/‖g‖, x_i⟩ of SumDirection
//
//     ⟨w₁, x_i⟩ = p₁a_i + q₁t_i + ‖c‖√G·z_i,   z_i = c_i√G/‖c‖ + …,
//
// whose last term has the label of the sample itself. A second step with coefficients e adds ⟨e, a⟩, ⟨e, t⟩ and ⟨e, z⟩
// to the components on e₁, on e₂ and on g, and across them a vector of squared length ‖e − (part along c)‖²Z, Z a
// chi-square number, since what Y has across both c and g is independent of all that went before. A fresh batch has
// three independent normals instead, on w*, along the rest of w₁, and across.

/// <summary>Gradient descent w ← w − η∇ on ½(y − tanh⟨w, x⟩)² averaged over a batch of normal samples, without
/// projection, reduced to what overlaps depend on. The law is that in d dimensions, exactly; the cost is
/// O(n).</summary>
public static class BatchDescent
{
    /// <summary>Two steps on the same batch.</summary>
    /// <param name="link">Of the labels y = f(⟨w*, x⟩).</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="draw">The batch and the start.</param>
    /// <returns>The student after the first and after the second step.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or its numbers are not equally many.</exception>
    public static (StudentPlace One, StudentPlace Two) Twice(HermiteSeries link, double step, BatchDraw draw)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(draw);
        (double[] a, double[] t, double[] h) = (draw.Signal, draw.Beside, draw.Moved);
        int n = a.Length;
        if (n == 0 || t.Length != n || h.Length != n)
            throw new ArgumentException("A batch has as many numbers of each kind, at least one.", nameof(draw));
        double p = draw.Start, q = Math.Sqrt((1 - p) * (1 + p));
        double[] labels = Labels(link, a);
        double[] c = Products(p, a, q, t);
        Pull(labels, c, step);
        p += Lanes.Dot(c, a);
        q += Lanes.Dot(c, t);
        // A first step that moves nothing leaves no direction, and there is nothing to take out of the second.
        double length = Lanes.Norm(c), moved = length * Math.Sqrt(draw.MovedSquare);
        double[] direction = [.. c];
        Lanes.Scale(length > 0 ? 1 / length : 0, direction);
        double[] z = SumDirection.Products(direction, h, draw.MovedSquare);
        var one = new StudentPlace(p, Math.Sqrt(q * q + moved * moved));

        double[] e = Products(p, a, q, t);
        Lanes.Axpy(moved, z, e);
        Pull(labels, e, step);
        p += Lanes.Dot(e, a);
        q += Lanes.Dot(e, t);
        moved += Lanes.Dot(e, z);
        Lanes.Axpy(-Lanes.Dot(direction, e), direction, e);
        return (one, new(p, Math.Sqrt(q * q + moved * moved + Lanes.Dot(e, e) * draw.RestSquare)));
    }

    /// <summary>One step from anywhere on a batch that is independent of the weights.</summary>
    /// <param name="link">Of the labels.</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="from">The weights before.</param>
    /// <param name="signal">⟨x_i, w*⟩; n ≥ 1 normal numbers.</param>
    /// <param name="beside">x_i along what of the weights is at right angles to w*; n normal numbers.</param>
    /// <param name="restSquare">A chi-square number of d − 2 degrees.</param>
    /// <exception cref="ArgumentException">The batch is empty, or its numbers are not equally many.</exception>
    public static StudentPlace Once(
        HermiteSeries link, double step, StudentPlace from, double[] signal, double[] beside, double restSquare)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(beside);
        if (signal.Length == 0 || beside.Length != signal.Length)
            throw new ArgumentException("A batch has as many numbers of each kind, at least one.", nameof(beside));
        double[] e = Products(from.Signal, signal, from.Beside, beside);
        Pull(Labels(link, signal), e, step);
        double along = from.Beside + Lanes.Dot(e, beside);
        return new(
            from.Signal + Lanes.Dot(e, signal), Math.Sqrt(along * along + Lanes.Dot(e, e) * restSquare));
    }

    private static double[] Labels(HermiteSeries link, double[] signal)
    {
        double[] labels = new double[signal.Length];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = link.Value(signal[i]);
        return labels;
    }

    private static double[] Products(double p, double[] a, double q, double[] t)
    {
        double[] products = [.. a];
        Lanes.Scale(p, products);
        Lanes.Axpy(q, t, products);
        return products;
    }

    // ⟨w, x_i⟩ becomes (η/n)(y_i − tanh⟨w, x_i⟩)tanh′⟨w, x_i⟩, by which the step adds x_i.
    private static void Pull(double[] labels, double[] products, double step)
    {
        ElementaryFunctions.Tanh(products, products);
        for (int i = 0; i < products.Length; i++)
        {
            double value = products[i];
            products[i] = step * (labels[i] - value) * (1 - value) * (1 + value) / products.Length;
        }
    }
}
