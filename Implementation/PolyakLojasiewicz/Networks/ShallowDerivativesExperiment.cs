using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="ShallowDerivativesExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Inputs">How inputs are laid out.</param>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m ≥ 1.</param>
/// <param name="Scale">Factor of the inputs.</param>
public sealed record ShallowDerivativesCell(
    Activation Activation, InputKind Inputs, int Samples, int Dimension, int Width, double Scale);

/// <summary>First and second derivatives of a shallow network by backpropagation, next to what closed forms are made
/// of.</summary>
/// <param name="InputNorm">‖x‖ of the last input, to which the Hessian belongs.</param>
/// <param name="Curvature">max_j |σ''(w_j·x)|.</param>
/// <param name="HessianNorm">‖Hu‖ for the unit vector u = e_j ⊗ x/‖x‖ at the largest |σ''|, by the Hessian-vector
/// product.</param>
/// <param name="ProductError">‖Hv − diag_j(v_jσ''(w_j·x)xxᵀ/√m)v‖/(‖v‖·‖x‖²/√m) for a random v.</param>
/// <param name="UnsignedProductError">The same with 1 in place of v_j.</param>
/// <param name="LargestSquaredGradient">max_i ‖∇F_i‖².</param>
/// <param name="LeastFormula">min_i (1/m)Σ_j ‖x_i‖²σ'(w_j·x_i)²/‖∇F_i‖², which is 1.</param>
/// <param name="GreatestFormula">The maximum of the same.</param>
/// <param name="LastSquaredGradient">‖∇F_n‖².</param>
/// <param name="SquaredJacobianNorm">‖J‖₂².</param>
/// <param name="SquaredInputNorm">‖X‖₂².</param>
public sealed record ShallowDerivativesOutcome(
    double InputNorm,
    double Curvature,
    double HessianNorm,
    double ProductError,
    double UnsignedProductError,
    double LargestSquaredGradient,
    double LeastFormula,
    double GreatestFormula,
    double LastSquaredGradient,
    double SquaredJacobianNorm,
    double SquaredInputNorm);

/// <summary>Differentiates a shallow network as a deep one, by passes that know nothing of the closed forms.</summary>
public sealed class ShallowDerivativesExperiment : Experiment<ShallowDerivativesCell, ShallowDerivativesOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/shallow-derivatives";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ShallowDerivativesOutcome Run(
        ShallowDerivativesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int d, int m) = (cell.Samples, cell.Dimension, cell.Width);
        Matrix X = TrainingInputs.Draw(cell.Inputs, stream, n, d);
        Lanes.Scale(cell.Scale, X.Values);
        Matrix W = Initialization.Gaussian(stream, m, d);
        double[] v = Initialization.RandomSigns(stream, m);
        DeepNetwork network = AsDeep(cell.Activation, W, v);

        // The first layer of the deep network has weights √d·W, so that derivatives by W are √d times those by its
        // weights.
        int p = m * d;
        var J = new Matrix(n, p);
        double largest = 0, leastFormula = double.PositiveInfinity, greatestFormula = 0;
        for (int i = 0; i < n; i++)
        {
            network.At(X.Row(i)).Gradient().AsSpan(0, p).CopyTo(J.Row(i));
            Lanes.Scale(Math.Sqrt(d), J.Row(i));
            double square = Lanes.Dot(J.Row(i), J.Row(i));
            double closed = 0;
            for (int j = 0; j < m; j++)
            {
                double slope = cell.Activation.Slope(Lanes.Dot(W.Row(j), X.Row(i)));
                closed += slope * slope;
            }

            closed *= Lanes.Dot(X.Row(i), X.Row(i)) / m;
            largest = Math.Max(largest, square);
            leastFormula = Math.Min(leastFormula, closed / square);
            greatestFormula = Math.Max(greatestFormula, closed / square);
        }

        ReadOnlySpan<double> x = X.Row(n - 1);
        double norm = Lanes.Norm(x);
        (double curvature, int peak) = (-1, 0);
        var σ2 = new double[m];
        for (int j = 0; j < m; j++)
        {
            σ2[j] = cell.Activation.Curvature(Lanes.Dot(W.Row(j), x));
            if (Math.Abs(σ2[j]) > curvature)
                (curvature, peak) = (Math.Abs(σ2[j]), j);
        }

        NetworkPass pass = network.At(x);
        var direction = new double[network.ParameterCount];
        Lanes.Axpy(1 / norm, x, direction.AsSpan(peak * d, d));
        double attained = d * Lanes.Norm(Product(pass, direction, p));
        stream.FillNormals(direction.AsSpan(0, p));
        double[] image = Product(pass, direction, p);
        Lanes.Scale(d, image);
        double scale = Math.Sqrt(m) / (norm * norm) / Lanes.Norm(direction);
        double productError = scale * DistanceToBlocks(image, direction, x, σ2, v);
        double unsigned = scale * DistanceToBlocks(image, direction, x, σ2, [.. Enumerable.Repeat(1.0, m)]);
        double singular = SymmetricEigen.Of(MatrixProduct.MultiplyTranspose(J, J)).Values[^1];
        return new(
            norm,
            curvature,
            attained,
            productError,
            unsigned,
            largest,
            leastFormula,
            greatestFormula,
            Lanes.Dot(J.Row(n - 1), J.Row(n - 1)),
            singular,
            SymmetricEigen.Of(MatrixProduct.MultiplyTranspose(X, X)).Values[^1]);
    }

    /// <summary>The shallow network (1/√m)Σ_j v_jσ(w_j·x) as a deep one: W¹ = √d·W undoes the scaling of the first
    /// layer, W² = vᵀ.</summary>
    public static DeepNetwork AsDeep(Activation activation, Matrix weights, ReadOnlySpan<double> signs)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Matrix first = weights.Clone();
        Lanes.Scale(Math.Sqrt(weights.Columns), first.Values);
        var second = new Matrix(1, signs.Length);
        signs.CopyTo(second.Values);
        return new([first, second], [OutputMap.Layer(activation), OutputMap.Linear.Function]);
    }

    // ‖image − diag_j(v_jσ''(w_j·x)xxᵀ/√m)·direction‖.
    private static double DistanceToBlocks(
        double[] image, ReadOnlySpan<double> direction, ReadOnlySpan<double> x, double[] σ2, double[] v)
    {
        (int d, int m) = (x.Length, v.Length);
        double[] rest = [.. image];
        for (int j = 0; j < m; j++)
            Lanes.Axpy(
                -v[j] * σ2[j] * Lanes.Dot(x, direction.Slice(j * d, d)) / Math.Sqrt(m), x, rest.AsSpan(j * d, d));
        return Lanes.Norm(rest);
    }

    private static double[] Product(NetworkPass pass, ReadOnlySpan<double> direction, int firstLayer)
    {
        var image = new double[direction.Length];
        pass.HessianProduct(direction, image);
        return image[..firstLayer];
    }
}
