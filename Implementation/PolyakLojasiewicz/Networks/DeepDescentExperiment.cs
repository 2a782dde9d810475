using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="DeepDescentExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1 inputs of dimension n with ‖x‖² = n and x_i·x_j = n/5.</param>
/// <param name="Width">m ≥ 1, of both hidden layers.</param>
/// <param name="StepFactor">η·λ_max(K(w_0)) &gt; 0.</param>
public sealed record DeepDescentCell(int Samples, int Width, double StepFactor);

/// <summary>What is known of a deep network before its descent, and what the descent did.</summary>
/// <param name="InitialEigenvalue">Lower bound of λ_0 = λ_min(K(w_0)), its rounding error subtracted; may be
/// negative.</param>
/// <param name="LargestEigenvalue">λ_max(K(w_0)).</param>
/// <param name="ResidualNorm">‖r_0‖.</param>
/// <param name="Step">η.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="LeastRatio">min_t √(½‖∇L(w_t)‖²/L(w_t)) = min_t ‖J(w_t)ᵀr_t‖/‖r_t‖.</param>
/// <param name="RatioError">Bound of its rounding error.</param>
/// <param name="Growth">The least ρ with L_t ≤ ρᵗL_0 along the path.</param>
/// <param name="GrowthError">Bound of its rounding error.</param>
/// <param name="Path">Length of the path, no less than max_t ‖w_t − w_0‖.</param>
/// <param name="LastResidual">‖r_T‖/‖r_0‖.</param>
/// <param name="HasEnded">Whether the descent came to its end, at a small residual or far away, and not at the cap of
/// steps.</param>
public sealed record DeepDescentOutcome(
    double InitialEigenvalue,
    double LargestEigenvalue,
    double ResidualNorm,
    double Step,
    int Steps,
    double LeastRatio,
    double RatioError,
    double Growth,
    double GrowthError,
    double Path,
    double LastResidual,
    bool HasEnded);

/// <summary>Gradient descent in all layers of a network with two hidden tanh layers and a linear output, from standard
/// normal weights; labels are uniform on the unit sphere, drawn before the weights.</summary>
public sealed class DeepDescentExperiment : Experiment<DeepDescentCell, DeepDescentOutcome>
{
    /// <summary>At most this many steps.</summary>
    public const int MostSteps = 2000;

    private const double Correlation = 0.2;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/deep-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override DeepDescentOutcome Run(DeepDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int m) = (cell.Samples, cell.Width);
        Matrix X = TrainingInputs.Equicorrelated(n, n, Correlation);
        Lanes.Scale(Math.Sqrt(n), X.Values);
        var y = new double[n];
        UniformSphere.Fill(stream, y);
        LayerFunction tanh = OutputMap.Layer(Activation.Tanh);
        DeepNetwork start = DeepNetwork.Gaussian(stream, [n, m, m], [tanh, tanh, OutputMap.Linear.Function]);

        NetworkPass[] passes = Passes(start, X);
        Matrix K = DeepNetwork.TangentKernel(passes);
        SymmetricEigen spectrum = SymmetricEigen.Of(K);
        double η = cell.StepFactor / spectrum.Values[^1];
        double least = double.PositiveInfinity, leastResidual = double.PositiveInfinity, largestTrace = 0;
        SquareLossDescent descent = SquareLossDescent.Run(
            (w, r, gradient) =>
            {
                passes = Passes(start.WithParameters(w), X);
                gradient.Clear();
                double trace = 0;
                for (int i = 0; i < n; i++)
                {
                    r[i] = passes[i].Output - y[i];
                    passes[i].AddGradient(r[i], gradient);
                    trace += passes[i].SquaredGradient;
                }

                double norm = Lanes.Norm(r);
                if (norm == 0)
                    return;
                least = Math.Min(least, Lanes.Norm(gradient) / norm);
                leastResidual = Math.Min(leastResidual, norm);
                largestTrace = Math.Max(largestTrace, trace);
            },
            start.Parameters(),
            n,
            η,
            MostSteps,
            visit: null,
            cancellation);

        // ‖δr‖ ≤ √n(δf + 2u|y|) and ‖δJ‖_F ≤ √n·δ‖∇f‖, for all weights that the path visits. Jᵀr over ‖r‖ is then off
        // by ‖δJ‖_F + 2‖J‖_F‖δr‖/‖r‖, and by the sums of n gradients.
        PassRounding rounding = PassRounding.Within(start, Math.Sqrt(n), descent.PathLengths[^1]);
        double δr = Math.Sqrt(n) * rounding.Output + 2 * UnitRoundoff * Lanes.Norm(y);
        double δJ = Math.Sqrt(n) * rounding.Gradient, J = Math.Sqrt(largestTrace);
        (double growth, double growthError) = descent.Contraction(2 * δr);
        return new(
            Least(K, spectrum, δJ, m),
            spectrum.Values[^1],
            descent.ResidualNorm,
            η,
            descent.Losses.Count - 1,
            least,
            δJ + 2 * J * δr / leastResidual + (n + 20) * UnitRoundoff * J,
            growth,
            growthError,
            descent.PathLengths[^1],
            descent.LastResidualNorm / descent.ResidualNorm,
            descent.Losses.Count - 1 < MostSteps
                || descent.LastResidualNorm <= SquareLossDescent.Resolution * descent.ResidualNorm);
    }

    private static NetworkPass[] Passes(DeepNetwork network, Matrix X) =>
        [.. Enumerable.Range(0, X.Rows).Select(i => network.At(X.Row(i)))];

    // σ_min(J) moves by at most ‖δJ‖; products and eigenvalue routine as in KernelRounding.
    private static double Least(Matrix K, SymmetricEigen spectrum, double δJ, int m)
    {
        double computed = spectrum.Values[0] - KernelRounding.EigenvalueError(K, spectrum, m, K.Rows);
        double root = Math.Sqrt(Math.Max(0, computed)) - δJ;
        return computed > 0 && root > 0 ? root * root : Math.Min(computed, 0);
    }
}
