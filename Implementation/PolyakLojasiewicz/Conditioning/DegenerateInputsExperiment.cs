using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes and laws of <see cref="DegenerateInputsExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Multiple">t in x_2 = t·x_1.</param>
/// <param name="Samples">n ≥ 2; the others are drawn.</param>
/// <param name="Dimension">d.</param>
/// <param name="Width">m.</param>
public sealed record DegenerateInputsCell(
    Activation Activation, double Multiple, int Samples, int Dimension, int Width);

/// <summary>The tangent kernel at random weights, in units of its largest eigenvalue.</summary>
/// <param name="Least">λ_min(K).</param>
/// <param name="NullResidual">‖Ku‖ for the unit vector u along t·e_1 − e_2.</param>
/// <param name="Error">Bound of the rounding error of both.</param>
public sealed record DegenerateInputsOutcome(double Least, double NullResidual, double Error);

/// <summary>Shallow networks on inputs of which two are parallel.</summary>
public sealed class DegenerateInputsExperiment : Experiment<DegenerateInputsCell, DegenerateInputsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/degenerate-inputs";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override DegenerateInputsOutcome Run(
        DegenerateInputsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, d = cell.Dimension, m = cell.Width;
        if (n < 2)
            throw new ArgumentException($"There are {n} samples; two parallel ones are needed.", nameof(cell));
        Matrix X = UniformSphere.Rows(stream, n, d);
        for (int a = 0; a < d; a++)
            X[1, a] = cell.Multiple * X[0, a];
        var network = new ShallowNetwork(cell.Activation, X, Initialization.RandomSigns(stream, m));
        Matrix K = network.At(Initialization.Gaussian(stream, m, d)).TangentKernel();
        var spectrum = SymmetricEigen.Of(K);
        double[] values = spectrum.Values;
        var u = new double[n];
        (u[0], u[1]) = (cell.Multiple, -1);
        Lanes.Scale(1 / Lanes.Norm(u), u);
        return new(
            values[0] / values[^1],
            Lanes.Norm(MatrixVector.Multiply(K, u)) / values[^1],
            KernelRounding.EigenvalueError(K, spectrum, m, d) / values[^1]);
    }
}
