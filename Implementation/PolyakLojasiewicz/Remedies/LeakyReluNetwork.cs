using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>
/// f(x; W) = Σ_j a_jσ(w_j·x) with fixed a_j = ±1/√m and slopes of σ between γ and 1, under the mean logistic loss L =
/// (1/n)Σℓ(y_if_i): the worked example of proxy conditions. σ is the leaky ReLU max{γt, t}, or smooth, γt + (1 −
/// γ)·softplus(t).
/// </summary>
/// <remarks>Derived after S. Frei, Q. Gu, arXiv:2106.13792. The gradient at a kink of the leaky ReLU uses the slope γ.
/// Immutable.</remarks>
public sealed class LeakyReluNetwork
{
    private readonly double[] _signedScale;

    /// <summary>A network with data.</summary>
    /// <param name="inputs">n × d, row i is x_i.</param>
    /// <param name="labels">n signs, ±1.</param>
    /// <param name="width">m, at least 1; the a_j alternate in sign, beginning with +.</param>
    /// <param name="slope">γ in (0, 1].</param>
    /// <param name="isSmooth">Whether the kink is smoothed.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a label is not ±1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Width or slope out of range.</exception>
    public LeakyReluNetwork(Matrix inputs, double[] labels, int width, double slope, bool isSmooth = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (!(slope > 0 && slope <= 1))
            throw new ArgumentOutOfRangeException(nameof(slope), slope, "The slope has to lie in (0, 1].");
        if (inputs.Rows != labels.Length || inputs.Rows == 0 || labels.Any(label => Math.Abs(label) != 1))
            throw new ArgumentException(
                $"There are {inputs.Rows} inputs and {labels.Length} labels; each input needs one label, +1 or −1.",
                nameof(labels));
        Inputs = inputs;
        Labels = labels;
        Slope = slope;
        IsSmooth = isSmooth;
        _signedScale = [.. Enumerable.Range(0, width).Select(j => (j % 2 == 0 ? 1 : -1) / Math.Sqrt(width))];
    }

    /// <summary>n × d.</summary>
    public Matrix Inputs { get; }

    /// <summary>n signs.</summary>
    public IReadOnlyList<double> Labels { get; }

    /// <summary>γ.</summary>
    public double Slope { get; }

    /// <summary>Whether the kink is smoothed.</summary>
    public bool IsSmooth { get; }

    /// <summary>a, of length m.</summary>
    public ReadOnlySpan<double> OutputWeights => _signedScale;

    /// <summary>m.</summary>
    public int Width => _signedScale.Length;

    /// <summary>Largest ‖x_i‖.</summary>
    public double LargestInput
    {
        get
        {
            double largest = 0;
            for (int i = 0; i < Inputs.Rows; i++)
                largest = Math.Max(largest, Lanes.Norm(Inputs.Row(i)));
            return largest;
        }
    }

    /// <summary>Smoothness of L for the smooth activation: β ≤ (¼ + (1 − γ)/(4√m))·max‖x_i‖².</summary>
    /// <remarks>ℓ'' ≤ ¼ with ‖∇f‖ ≤ ‖x‖, and |ℓ'| ≤ 1 with ‖H_f‖ ≤ max|a_j|·sup|σ''|·‖x‖², sup|σ''| = (1 −
    /// γ)/4.</remarks>
    public double Smoothness => (0.25 + (1 - Slope) / (4 * Math.Sqrt(Width))) * LargestInput * LargestInput;

    /// <summary>Gaussian data around a planted unit direction v = e_1: x_i = (y_i(γ_0 + |g|), g') with standard normal
    /// g, g', then a share of the labels flipped.</summary>
    /// <param name="stream">Source of randomness.</param>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="margin">γ_0 &gt; 0: y_i v·x_i ≥ γ_0 before labels are flipped.</param>
    /// <param name="flipped">How many labels are flipped, the first ones.</param>
    /// <returns>n × d inputs and n labels.</returns>
    public static (Matrix Inputs, double[] Labels) SeparableData(
        RandomStream stream, int samples, int dimension, double margin, int flipped = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)flipped, (uint)samples, nameof(flipped));
        var X = new Matrix(samples, dimension);
        stream.FillNormals(X.Values);
        var labels = new double[samples];
        stream.FillSigns(labels);
        for (int i = 0; i < samples; i++)
        {
            X[i, 0] = labels[i] * (margin + Math.Abs(X[i, 0]));
            if (i < flipped)
                labels[i] = -labels[i];
        }

        return (X, labels);
    }

    /// <summary>Values and slopes of σ at n × m preactivations.</summary>
    public (Matrix Values, Matrix Slopes) Activate(Matrix preactivations)
    {
        ArgumentNullException.ThrowIfNull(preactivations);
        Matrix values = preactivations.Clone();
        var slopes = new Matrix(values.Rows, values.Columns);
        for (int k = 0; k < values.Values.Length; k++)
        {
            double t = values.Values[k];
            if (IsSmooth)
            {
                values.Values[k] = Slope * t + (1 - Slope) * LogisticLoss.Value(-t);
                slopes.Values[k] = Slope + (1 - Slope) * LogisticLoss.Pull(-t);
            }
            else
            {
                double s = t > 0 ? 1 : Slope;
                values.Values[k] = s * t;
                slopes.Values[k] = s;
            }
        }

        return (values, slopes);
    }

    /// <summary>L, its gradient, the proxy Ĝ = (1/n)Σ −ℓ'(y_if_i) and the training error at W. O(nmd).</summary>
    /// <param name="W">m × d.</param>
    public LeakyReluPoint Evaluate(Matrix W)
    {
        ArgumentNullException.ThrowIfNull(W);
        if (W.Rows != Width || W.Columns != Inputs.Columns)
            throw new ArgumentException(
                $"The weights are {W.Rows} × {W.Columns}, and {Width} × {Inputs.Columns} is needed.", nameof(W));
        int n = Inputs.Rows;
        (Matrix values, Matrix pulls) = Activate(MatrixProduct.MultiplyTranspose(Inputs, W));
        double loss = 0;
        double proxy = 0;
        int errors = 0;
        for (int i = 0; i < n; i++)
        {
            double z = Labels[i] * Lanes.Dot(values.Row(i), _signedScale);
            double pull = LogisticLoss.Pull(z);
            loss += LogisticLoss.Value(z) / n;
            proxy += pull / n;
            errors += z > 0 ? 0 : 1;

            // From here on row i holds ∂L/∂(w_j·x_i) = −(1/n)·pull·y_i·a_j·σ'.
            Span<double> row = pulls.Row(i);
            for (int j = 0; j < row.Length; j++)
                row[j] *= -pull * Labels[i] * _signedScale[j] / n;
        }

        return new(loss, MatrixProduct.TransposeMultiply(pulls, Inputs), proxy, (double)errors / n);
    }

    /// <summary>z_i(V) = Σ_j min{γ'c_ij, c_ij} with c_ij = y_ia_j x_i·V_j: the least linearized margin over all choices
    /// of slopes between γ' and 1.</summary>
    /// <param name="V">m × d.</param>
    /// <param name="slope">γ'; the network's own γ gives the proxy h(V) = (1/n)Σℓ(z_i), 1 the linear margin.</param>
    public double[] WorstMargins(Matrix V, double slope)
    {
        Matrix products = MatrixProduct.MultiplyTranspose(Inputs, V);
        var margins = new double[Inputs.Rows];
        for (int i = 0; i < margins.Length; i++)
        {
            ReadOnlySpan<double> row = products.Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                double c = Labels[i] * _signedScale[j] * row[j];
                margins[i] += Math.Min(slope * c, c);
            }
        }

        return margins;
    }

    /// <summary>The mean logistic loss of margins.</summary>
    public static double MeanLoss(ReadOnlySpan<double> margins)
    {
        double sum = 0;
        foreach (double margin in margins)
            sum += LogisticLoss.Value(margin);
        return sum / margins.Length;
    }
}
