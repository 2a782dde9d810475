using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes and laws of <see cref="InitialKernelExperiment"/>.</summary>
/// <param name="Activation">σ, with Lipschitz slope.</param>
/// <param name="Inputs">The training inputs; equicorrelated ones have d = n, numbers d = 1.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Width">m, at least 1.</param>
public sealed record InitialKernelCell(Activation Activation, InputKind Inputs, int Samples, int Width);

/// <summary>The tangent kernel K at standard initialization beside its limit of infinite width, K∞.</summary>
/// <param name="Least">λ_min(K).</param>
/// <param name="LimitLeast">λ_min(K∞).</param>
/// <param name="Deviation">‖K − K∞‖_F.</param>
/// <param name="RelativeVariance">m·‖K − K∞‖_F² over its mean by quadrature, which does not depend on m.</param>
/// <param name="FourthMomentExcess">4(sup|σ'|²‖XXᵀ‖_F)²/(mV), V = m·E‖K − K∞‖_F²: bounds what E‖K − K∞‖⁴ has beyond
/// 3(V/m)², in units of (V/m)².</param>
/// <param name="ChernoffExponent">m·λ_min(K∞)/(sup|σ'|²·‖X‖₂²).</param>
/// <param name="LimitNullResidual">
/// Least ‖K∞u‖ over the unit vectors u along e_i with x_i = 0, e_i − e_j with x_i = x_j and e_i + e_j with x_i = −x_j;
/// λ_max(K∞) where the inputs offer none.
/// </param>
/// <param name="Error">Bound of the error of both eigenvalues and of that residual: rounding, and 1e-9 tr K∞ for the
/// quadrature.</param>
public sealed record InitialKernelOutcome(
    double Least,
    double LimitLeast,
    double Deviation,
    double RelativeVariance,
    double FourthMomentExcess,
    double ChernoffExponent,
    double LimitNullResidual,
    double Error);

/// <summary>Tangent kernels of shallow networks with standard normal weights on fixed inputs.</summary>
public sealed class InitialKernelExperiment : Experiment<InitialKernelCell, InitialKernelOutcome>
{
    // The poles of tanh' leave 1e-10 for inputs of norm 1, less for shorter ones, and the tails 8e-11·sup|σ'|².
    private const double Step = 0.3125;
    private const double Reach = 6.5;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/initial-kernel";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override InitialKernelOutcome Run(
        InitialKernelCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, m = cell.Width;
        int d = cell.Inputs is InputKind.ScalarGrid or InputKind.AntipodalNumbers ? 1 : n;
        Matrix X = TrainingInputs.Draw(cell.Inputs, stream, n, d);
        (Matrix limit, double variance) = InfiniteWidthKernel.Moments(cell.Activation, X, Step, Reach);
        var limitSpectrum = SymmetricEigen.Of(limit);
        double[] limitValues = limitSpectrum.Values;
        var network = new ShallowNetwork(cell.Activation, X, Initialization.RandomSigns(stream, m));
        Matrix K = network.At(Initialization.Gaussian(stream, m, d)).TangentKernel();
        var spectrum = SymmetricEigen.Of(K);
        double error = KernelRounding.EigenvalueError(K, spectrum, m, d)
            + EigenvalueBound.Of(limit, limitSpectrum) + 1e-9 * Lanes.Sum(limitValues);
        Lanes.Axpy(-1, limit.Values, K.Values);
        double deviation = Lanes.Norm(K.Values);
        double slope = cell.Activation.LargestSlope;
        double largest = slope * slope * network.SquaredInputNorm();
        return new(
            spectrum.Values[0],
            limitValues[0],
            deviation,
            m * deviation * deviation / variance,
            4 * Square(slope * slope * Lanes.Norm(MatrixProduct.MultiplyTranspose(X, X).Values)) / (m * variance),
            m * limitValues[0] / largest,
            NullResidual(X, limit, limitValues[^1]),
            error);
    }

    private static double Square(double value) => value * value;

    // The vectors follow from the inputs alone; whether they are null is left to K∞, as for slopes that are not even
    // e_i + e_j is none.
    private static double NullResidual(Matrix X, Matrix limit, double none)
    {
        int n = X.Rows;
        double least = none;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                foreach (int sign in (int[])[-1, 1])
                {
                    if (!IsMultiple(X, i, j, i == j ? 0 : -sign))
                        continue;
                    var u = new double[n];
                    u[j] = sign;
                    u[i] = 1;
                    Lanes.Scale(1 / Lanes.Norm(u), u);
                    least = Math.Min(least, Lanes.Norm(MatrixVector.Multiply(limit, u)));
                }
            }
        }

        return least;

        // x_i = t·x_j, to the last bit.
        static bool IsMultiple(Matrix X, int i, int j, int t)
        {
            for (int a = 0; a < X.Columns; a++)
                if (X[i, a] != t * X[j, a])
                    return false;
            return true;
        }
    }
}
