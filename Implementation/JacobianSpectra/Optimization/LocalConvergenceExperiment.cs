using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Sizes of <see cref="LocalConvergenceExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Deviation">ν.</param>
/// <param name="Share">s in (0, 1): by how much σ_min(J) may fall in the ball.</param>
/// <param name="StepFactor">2μβ for the smoothness β of ½‖f − y‖² in the ball.</param>
/// <param name="IsStiff">Whether the first residual is along the largest singular value of J, not the least.</param>
public sealed record LocalConvergenceCell(
    int Samples, int Dimension, int Width, double Deviation, double Share, double StepFactor, bool IsStiff);

/// <summary>What was certified before the descent, and its slowest pace.</summary>
/// <param name="Eigenvalue">A proven lower bound of λ_min(JJᵀ) at the start.</param>
/// <param name="Step">μ.</param>
/// <param name="Growth">max_t (‖r_t‖/‖r_0‖)^{1/t}.</param>
/// <param name="GrowthError">Bound of its error by rounding of the outputs and of the weights.</param>
/// <param name="IsCertified">Whether the eigenvalue is positive, beyond rounding.</param>
public sealed record LocalConvergenceOutcome(
    double Eigenvalue, double Step, double Growth, double GrowthError, bool IsCertified);

/// <summary>Descent on both layers of a softplus network whose labels lie as far from its outputs as a ball around the
/// start allows in which JJᵀ stays positive definite.</summary>
/// <remarks>
/// <para>‖J(θ) − J(θ')‖ ≤ Λ‖θ − θ'‖ with Λ = ‖X‖(1 + ¼·max|v_j|·max‖x_i‖), the v of one of the two: the part of v moves
/// by ‖X‖‖ΔW‖ at most, that of W by ‖X‖(‖Δv‖ + ¼ max|v_j| max‖x_i‖ ‖ΔW‖), as |φ'| ≤ 1 and |φ''| ≤ ¼. In the ball of
/// radius R = sσ/Λ, σ = σ_min(J(θ_0)), therefore λ_min(JJᵀ) ≥ λ = (1 − s)²σ², and ‖r_0‖ = ½R√λ keeps the path in the
/// ball.</para>
/// <para>½‖f − y‖² is smooth there with β = (‖J(θ_0)‖ + ΛR)² + ‖r_0‖‖X‖(1 + ¼(max|v_j| + R)‖X‖).</para>
/// </remarks>
public sealed class LocalConvergenceExperiment : Experiment<LocalConvergenceCell, LocalConvergenceOutcome>
{
    /// <summary>Steps taken.</summary>
    public const int Steps = 50;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/local-convergence";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override LocalConvergenceOutcome Run(
        LocalConvergenceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples;
        Matrix X = UniformSphere.Rows(stream, n, cell.Dimension);
        (double[] v, Matrix W) = SmoothDescent.Start(stream, cell.Width, cell.Dimension, cell.Deviation);
        var network = new SmoothNetwork(Activation.Softplus, X, cell.Width);
        SmoothPoint start = network.At(v, W);
        Matrix kernel = start.TangentKernel();
        double trace = 0, largest = 0, largestInput = 0;
        for (int i = 0; i < n; i++)
        {
            trace += kernel[i, i];
            largestInput = Math.Max(largestInput, network.InputGram[i, i]);
        }

        foreach (double entry in v)
            largest = Math.Max(largest, Math.Abs(entry));
        var spectrum = SymmetricEigen.Of(kernel);
        double error = EigenvalueBound.Of(kernel, spectrum) + start.KernelError(trace);
        double λ0 = spectrum.Values[0] - error;
        if (!(λ0 > 100 * error))
            return new(λ0, 0, 1, 0, IsCertified: false);

        // Norms are rounded up by 1e-9, far more than their errors.
        double s = cell.Share, σ = Math.Sqrt(λ0) * (1 - 1e-9);
        var inputs = SymmetricEigen.Of(network.InputGram);
        double norm = Math.Sqrt(inputs.Values[^1]) * (1 + 1e-9);
        double Λ = norm * (1 + (largest + s * σ / norm) * Math.Sqrt(largestInput) / 4) * (1 + 1e-9);
        double R = s * σ / Λ, r0 = R * (1 - s) * σ / 2 * (1 - 1e-6);
        double J = Math.Sqrt(spectrum.Values[^1] + error) + Λ * R;
        double β = (J * J + r0 * norm * (1 + (largest + R) * norm / 4)) * (1 + 1e-9);
        double μ = cell.StepFactor / (2 * β);

        var y = new double[n];
        start.Outputs(y);
        Lanes.Axpy(-r0, spectrum.Vectors.Column(cell.IsStiff ? n - 1 : 0), y);
        var descent = new SmoothDescent(network, y, v, W);
        double first = Lanes.Norm(descent.Residual), path = 0, growth = 0, upper = 0;

        // Each step is exact but for the rounding of the weights, u‖θ‖, and of the gradient, some hundred u of its
        // length; what that does to the outputs is at most J times as much.
        double weights = Lanes.Norm(v) + Lanes.Norm(W.Values) + R;
        double output = start.OutputError() * Math.Sqrt(n);
        for (int t = 1; t <= Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            path += descent.Step(μ, 2);
            double r = Lanes.Norm(descent.Residual);
            double rounding = 2 * output
                + J * UnitRoundoff * (2 * t * weights + (200 + n + cell.Width + cell.Dimension) * path);
            growth = Math.Max(growth, Root(r / first, t));
            upper = Math.Max(upper, Root((r + rounding) / (first - 2 * output), t));
        }

        return new(λ0, μ, growth, upper - growth + 1e-14, IsCertified: first > 4 * output);
    }

    private static double Root(double ratio, int t) =>
        ratio > 0 ? ElementaryFunctions.Exp(ElementaryFunctions.Log(ratio) / t) : 0;
}
