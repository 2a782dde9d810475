using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Cell of <see cref="ExactSolutionExperiment"/>.</summary>
/// <param name="Degrees">Degrees of the equations in turn, each from 2 to 4.</param>
/// <param name="Equations">n, from 1 to d − 1.</param>
/// <param name="Dimension">d, from 2 to 40.</param>
/// <param name="Steps">1/δ of Hessian descent, from 2 to 1000; 1 to start Newton's method from a random point.</param>
/// <param name="NewtonSteps">Most steps of Newton's method, from 0 to 100.</param>
public sealed record ExactSolutionCell(string Degrees, int Equations, int Dimension, int Steps, int NewtonSteps);

/// <summary>What the algorithm returned.</summary>
/// <param name="Level">‖F‖²/n where Newton's method starts.</param>
/// <param name="Contraction">The least L‖F(x)‖/σ² on its way, an upper bound: L bounds the second derivative, σ the
/// least singular value of the tangential derivative at x from below.</param>
/// <param name="Steps">Steps of Newton's method up to there.</param>
public sealed record ExactSolutionOutcome(double Level, double Contraction, int Steps);

/// <summary>Hessian descent from a fixed direction and Newton's method on the sphere from its end, until a bound says
/// that the point is an approximate solution.</summary>
/// <remarks>
/// For forms F_i of degrees p_i ≤ 4 let h = L‖F(x⁰)‖/σ_0² ≤ 1/8, σ_k the least singular value of DF(x^k)(I − xx′). With
/// δ ⊥ x and forms, ‖F(x⁺)‖ ≤ ‖F(x + δ)‖/‖x + δ‖^p ≤ ½L‖δ‖², ‖x⁺ − x‖ ≤ ‖δ‖ ≤ ‖F(x)‖/σ. DF moves by L‖x⁺ − x‖ at most,
/// and DF x = (p_iF_i) by Euler: σ_k² ≥ (σ_0 − LΣ‖x^{j+1} − x^j‖)² − 16‖F(x^k)‖². If ‖F(x^j)‖ ≤ ‖F(x⁰)‖2^(1 − 2^j) and
/// σ_j ≥ 0.6σ_0 for j &lt; k, the sum is at most 1.64‖F(x⁰)‖/(0.6σ_0), and ‖F(x^k)‖ ≤ h‖F(x^{k−1})‖²/(0.72‖F(x⁰)‖) ≤
/// ‖F(x⁰)‖2^(1 − 2^k). As DF_i = D²F_i[x]/(p_i − 1), σ_0 ≤ L, so that 16‖F(x^k)‖² ≤ 4h²σ_0² ≤ 0.0625σ_0² for k ≥ 1:
/// σ_k² ≥ ((1 − 0.342)² − 0.0625)σ_0² ≥ 0.36σ_0². So x⁰ is an approximate solution with c = log 2.
/// </remarks>
public sealed class ExactSolutionExperiment : Experiment<ExactSolutionCell, ExactSolutionOutcome>
{
    /// <summary>The largest h that the bound allows.</summary>
    public const double LargestContraction = 0.125;

    /// <inheritdoc/>
    public override string Id => "random-systems/exact-solution";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override ExactSolutionOutcome Run(
        ExactSolutionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 40 || cell.Equations < 1 || cell.Equations >= cell.Dimension
            || cell.Steps is < 1 or > 1000 || cell.NewtonSteps is < 0 or > 100
            || cell.Degrees.Length == 0 || cell.Degrees.Any(degree => degree is < '2' or > '4'))
            throw new ArgumentException(
                "d lies between 2 and 40, n below d, degrees are digits from 2 to 4.", nameof(cell));
        Mixture[] forms =
        [
            .. Enumerable.Range(0, cell.Equations)
                .Select(i => Mixture.ConstantAndPower(0, cell.Degrees[i % cell.Degrees.Length] - '0')),
        ];
        var system = TensorSystem.Draw(stream, forms, cell.Dimension);
        // The law of F does not depend on the direction.
        var x = new double[cell.Dimension];
        x[0] = 1;
        if (cell.Steps > 1)
            x = TensorDescent.Run(system, x, cell.Steps, [], cancellation);
        Lanes.Scale(1 / Lanes.Norm(x), x);
        return Polish(system, x, cell.NewtonSteps, cancellation);
    }

    private static ExactSolutionOutcome Polish(
        TensorSystem system, double[] x, int steps, CancellationToken cancellation)
    {
        double L = system.SecondDerivativeBound, least = double.PositiveInfinity, start = double.NaN;
        // Rounding of F: sums of LongestSum products whose magnitudes add up to L at most.
        double rounding = 10.0 * system.LongestSum * DoublePrecision.UnitRoundoff * L;
        var newton = new SphereNewton(system);
        for (int step = 0; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double norm = newton.Evaluate(x);
            start = step == 0 ? norm * norm / system.Equations : start;
            double σ = newton.LeastSingularValue(L);
            least = Math.Min(least, σ > 0 ? L * (norm + rounding) / (σ * σ) * (1 + 1e-9) : double.PositiveInfinity);
            if (least <= LargestContraction || step == steps || !newton.TryStep(x, out _))
                return new(start, double.IsFinite(least) ? least : double.MaxValue, step);
        }
    }
}
