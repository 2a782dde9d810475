using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="CertifiedDescentExperiment"/>.</summary>
/// <param name="System">What is fitted.</param>
/// <param name="Samples">n ≥ 1; networks take n inputs of dimension n.</param>
/// <param name="Width">m, even; not used by linear systems.</param>
/// <param name="Scale">c &gt; 0: factor of a linear system, of the inputs of a network.</param>
/// <param name="Share">μ/λ_0 in (0, 1]; linear systems have μ = λ_0 whatever it is.</param>
/// <param name="StepFactor">η·β with β = L_F² + β_F‖r_0‖.</param>
public sealed record CertifiedDescentCell(
    DescentSystem System, int Samples, int Width, double Scale, double Share, double StepFactor);

/// <summary>Constants known before the descent, and what the descent did.</summary>
/// <param name="InitialEigenvalue">Lower bound of λ_0 = λ_min(K(w_0)), its rounding error subtracted.</param>
/// <param name="Mu">μ.</param>
/// <param name="JacobianLipschitz">β_F, closed-form bound of the Lipschitz constant of J.</param>
/// <param name="ResidualNorm">‖r_0‖.</param>
/// <param name="Smoothness">β = L_F² + β_F‖r_0‖, with the closed-form bound L_F of ‖J‖₂.</param>
/// <param name="Step">η.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Growth">The least ρ with L_t ≤ ρᵗL_0 along the path.</param>
/// <param name="GrowthError">Bound of its rounding error.</param>
/// <param name="Path">Length of the path.</param>
/// <param name="Farthest">max_t ‖w_t − w_0‖.</param>
/// <param name="Displacement">‖w_T − w_0‖.</param>
/// <param name="LastResidual">‖r_T‖/‖r_0‖.</param>
/// <param name="LeastAlongPath">Lower bound of the least λ_min(K(w_t)) over all iterates, the first and the last
/// included, their rounding errors subtracted.</param>
/// <param name="HasEnded">Whether the descent came to its end, at a small residual or far away, and not at the cap of
/// steps.</param>
/// <param name="LazyDisplacement">√(r_0ᵀK(w_0)⁻¹r_0), the displacement of the linearized system.</param>
public sealed record CertifiedDescentOutcome(
    double InitialEigenvalue,
    double Mu,
    double JacobianLipschitz,
    double ResidualNorm,
    double Smoothness,
    double Step,
    int Steps,
    double Growth,
    double GrowthError,
    double Path,
    double Farthest,
    double Displacement,
    double LastResidual,
    double LeastAlongPath,
    bool HasEnded,
    double LazyDisplacement);

/// <summary>Certifies a ball around the start from constants in closed form, then descends and measures whether the
/// path keeps what was certified.</summary>
public sealed class CertifiedDescentExperiment : Experiment<CertifiedDescentCell, CertifiedDescentOutcome>
{
    /// <summary>At most this many steps.</summary>
    public const int MostSteps = 2000;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/certified-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override CertifiedDescentOutcome Run(
        CertifiedDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        return cell.System == DescentSystem.Network
            ? OfNetwork(cell, stream, cancellation).Outcome
            : OfLinear(cell, stream, cancellation);
    }

    /// <summary>The outcome for a network, with the whole descent.</summary>
    public static (CertifiedDescentOutcome Outcome, SquareLossDescent Descent) OfNetwork(
        CertifiedDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int m) = (cell.Samples, cell.Width);
        Matrix X = TrainingInputs.Draw(InputKind.Equicorrelated, stream, n, n);
        Lanes.Scale(cell.Scale, X.Values);
        var network = new ShallowNetwork(Activation.Tanh, X, Initialization.MirroredSigns(m));
        Matrix W = Initialization.Mirrored(stream, m, n);
        var y = new double[n];
        UniformSphere.Fill(stream, y);
        ShallowPoint point = network.At(W);
        Matrix K = point.TangentKernel();
        var r = new double[n];
        point.Residuals(y, r);
        double λ0 = Least(K, m, n);
        Matrix G = new(m, n);
        double least = double.PositiveInfinity;
        return Descend(
            cell,
            λ0,
            cell.Share * λ0,
            network.LipschitzBound(),
            network.JacobianLipschitzBound(),
            Lanes.Norm(r),
            Lazy(K, r),
            W.Values,
            (w, residual, gradient) =>
            {
                w.CopyTo(W.Values);
                point.MoveTo(W);
                point.Residuals(y, residual);
                point.Gradient(residual, G);
                G.Values.CopyTo(gradient);
            },
            (_, _) => least = Math.Min(least, Least(point.TangentKernel(), m, n)),
            () => least,
            cancellation);
    }

    // A lower bound of λ_min(K).
    private static double Least(Matrix K, int width, int dimension)
    {
        var spectrum = SymmetricEigen.Of(K);
        return spectrum.Values[0] - KernelRounding.EigenvalueError(K, spectrum, width, dimension);
    }

    private static CertifiedDescentOutcome OfLinear(
        CertifiedDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        // A = diag(s) loses no generality: descent commutes with rotations of parameters and outputs.
        int n = cell.Samples;
        var s = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++)
            s[i] = cell.Scale * (n == 1 ? 1 : 1 + (double)i / (n - 1));
        if (cell.System == DescentSystem.LinearWeakest)
            y[0] = 1;
        else
            UniformSphere.Fill(stream, y);
        double λ0 = s[0] * s[0];
        Matrix K = Matrix.Diagonal([.. s.Select(value => value * value)]);
        return Descend(
            cell,
            λ0,
            λ0,
            s[^1],
            0,
            Lanes.Norm(y),
            Lazy(K, y),
            new double[n],
            (w, residual, gradient) =>
            {
                for (int i = 0; i < n; i++)
                {
                    residual[i] = s[i] * w[i] - y[i];
                    gradient[i] = s[i] * residual[i];
                }
            },
            null,
            () => λ0,
            cancellation).Outcome;
    }

    private static (CertifiedDescentOutcome Outcome, SquareLossDescent Descent) Descend(
        CertifiedDescentCell cell,
        double λ0,
        double μ,
        double LF,
        double βF,
        double r0,
        double lazy,
        ReadOnlySpan<double> start,
        SquareLoss loss,
        Action<int, double[]>? visit,
        Func<double> leastAlongPath,
        CancellationToken cancellation)
    {
        double β = LF * LF + βF * r0;
        double η = cell.StepFactor / β;
        var descent = SquareLossDescent.Run(loss, start, cell.Samples, η, MostSteps, visit, cancellation);

        // An output is a sum of m terms of size 1/√m: off by at most some √m units in the last place, and by 1e-13 for
        // all m ≤ 2^16.
        (double growth, double growthError) = descent.Contraction(1e-13);
        return (
            new(
                λ0,
                μ,
                βF,
                r0,
                β,
                η,
                descent.Losses.Count - 1,
                growth,
                growthError,
                descent.PathLengths[^1],
                descent.Farthest,
                descent.Displacement,
                descent.LastResidualNorm / descent.ResidualNorm,
                leastAlongPath(),
                descent.Losses.Count - 1 < MostSteps
                    || descent.LastResidualNorm <= SquareLossDescent.Resolution * descent.ResidualNorm,
                lazy),
            descent);
    }

    // √(rᵀK⁻¹r), NaN where K is singular to working precision.
    private static double Lazy(Matrix K, ReadOnlySpan<double> r) =>
        CholeskyFactor.TryFactor(K, out CholeskyFactor? factor) ? Math.Sqrt(Lanes.Dot(r, factor.Solve(r))) : double.NaN;
}
