using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="OneNeuronExperiment"/>.</summary>
/// <param name="Samples">n, at least 1; 0 for the extremal instance with one sample in one dimension.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Slope">γ in (0, 1].</param>
public sealed record OneNeuronCell(int Samples, int Dimension, double Slope);

/// <summary>The terms of h(v) ≥ g(w) + ⟨∇F(w), v − w⟩ for F(w) = (1/2n)Σ(σ(w·x_i) − y_i)².</summary>
/// <param name="Loss">F(w).</param>
/// <param name="OtherLoss">F(v).</param>
/// <param name="Tangent">⟨∇F(w), v − w⟩.</param>
/// <param name="Error">Bound of the rounding error of each and of their sums, times up to 1/γ².</param>
public sealed record OneNeuronOutcome(double Loss, double OtherLoss, double Tangent, double Error);

/// <summary>One leaky-ReLU neuron under the mean square loss, labels arbitrary.</summary>
/// <remarks>
/// The extremal instance has x = 1, y = 1, w = 2⁻⁴⁰ just above the kink and v = (γ² − 1)/γ below: with e = σ(w) − y and
/// u = σ(v) − y then u = (2 − γ²)e, where the inequality with g = γF and h = F/(γ(2 − γ²)) is an equality up to terms
/// of the size of w.
/// </remarks>
public sealed class OneNeuronExperiment : Experiment<OneNeuronCell, OneNeuronOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/one-neuron";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override OneNeuronOutcome Run(OneNeuronCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        double γ = cell.Slope;
        if (cell.Samples == 0)
            return Compare(Matrix.Identity(1), [1], [Math.ScaleB(1, -40)], [(γ * γ - 1) / γ], γ);
        var X = new Matrix(cell.Samples, cell.Dimension);
        var y = new double[cell.Samples];
        var w = new double[cell.Dimension];
        var v = new double[cell.Dimension];
        stream.FillNormals(X.Values);
        stream.FillNormals(y);
        stream.FillNormals(w);
        stream.FillNormals(v);

        // Labels and v at scales between ⅛ and 8 reach both slopes and both signs of the residuals.
        Lanes.Scale(Math.ScaleB(1, stream.NextIndex(7) - 3), y);
        Lanes.Scale(Math.ScaleB(1, stream.NextIndex(7) - 3), v);
        return Compare(X, y, w, v, γ);
    }

    private static OneNeuronOutcome Compare(Matrix X, double[] y, double[] w, double[] v, double γ)
    {
        double[] a = MatrixVector.Multiply(X, w);
        double[] b = MatrixVector.Multiply(X, v);
        double loss = 0;
        double other = 0;
        double tangent = 0;
        double size = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double s = a[i] > 0 ? 1 : γ;
            double e = s * a[i] - y[i];
            double u = (b[i] > 0 ? 1 : γ) * b[i] - y[i];
            loss += e * e / (2 * y.Length);
            other += u * u / (2 * y.Length);
            tangent += e * s * (b[i] - a[i]) / y.Length;
            double largest = Lanes.Norm(X.Row(i)) * (Lanes.Norm(w) + Lanes.Norm(v)) + Math.Abs(y[i]);
            size += largest * largest / y.Length;
        }

        return new(loss, other, tangent, (X.Columns + y.Length + 16) * 4 * UnitRoundoff * size / (γ * γ));
    }
}
