using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="InitialKernelExperiment"/>: three fixed inputs of the plane, W standard normal, V of
/// magnitude 1/√(kK log K).</summary>
/// <param name="Law">The law of V.</param>
/// <param name="Outputs">K ≥ 2.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Activation">φ, whose expected kernel has a closed form.</param>
public sealed record InitialKernelCell(OutputLaw Law, int Outputs, int Width, Activation Activation);

/// <summary>Means over pairs of inputs, each with the weight |x_i·x_j| and the sign of x_i·x_j.</summary>
/// <param name="Same">K log K times the tangent kernel of the first output.</param>
/// <param name="Different">K log K times the block of the first output and the last.</param>
/// <param name="Theory">The same mean of Σ(X).</param>
public sealed record InitialKernelOutcome(double Same, double Different, double Theory);

/// <summary>The tangent kernel of a network with several outputs before training.</summary>
/// <remarks>Both means average k independent terms, between 0 and 1 for <c>Same</c>, between −1 and 1 for
/// <c>Different</c>: their deviations are at most 1/(2√k) and 1/√k.</remarks>
public sealed class InitialKernelExperiment : Experiment<InitialKernelCell, InitialKernelOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/initial-kernel";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override InitialKernelOutcome Run(
        InitialKernelCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Outputs, 2, nameof(cell));
        var X = new Matrix(new[,] { { 1, 0 }, { 0.6, 0.8 }, { -0.8, 0.6 } });
        int K = cell.Outputs;
        double normalization = K * ElementaryFunctions.Log(K);
        double scale = 1 / Math.Sqrt(cell.Width * normalization);
        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, scale);
        if (cell.Law == OutputLaw.Constant)
            V.Values.Fill(scale);
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, X.Columns);
        Matrix kernel = new MulticlassNetwork(cell.Activation, X, V).At(W).TangentKernel();
        Matrix theory = ExpectedTangentKernel.Of(cell.Activation, X);
        Matrix gram = MatrixProduct.MultiplyTranspose(X, X);
        double same = 0, different = 0, expected = 0, weight = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j < X.Rows; j++)
            {
                int sign = Math.Sign(gram[i, j]);
                same += sign * kernel[i * K, j * K] * normalization;
                different += sign * kernel[i * K, j * K + K - 1] * normalization;
                expected += sign * theory[i, j];
                weight += Math.Abs(gram[i, j]);
            }
        }

        return new(same / weight, different / weight, expected / weight);
    }
}
