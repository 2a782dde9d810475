using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="FrozenDynamicsExperiment"/>.</summary>
/// <param name="Directions">Number of singular values, at least 2.</param>
/// <param name="Placement">Where the first residual lies.</param>
/// <param name="IsWhole">Whether the information space is everything; else its dimension is drawn.</param>
/// <param name="Spread">Deviation of the logarithms of the singular values.</param>
public sealed record FrozenDynamicsCell(int Directions, ResidualPlacement Placement, bool IsWhole, double Spread);

/// <summary>Squares after T = ⌈Γ/(ηα²)⌉ steps; enclosures by their ends.</summary>
/// <param name="Gamma">Γ.</param>
/// <param name="Growth">ηTα, up to a relative 3u.</param>
/// <param name="InformationLower">Lower end of ‖Π_I r₀‖².</param>
/// <param name="InformationUpper">Its upper end.</param>
/// <param name="NuisanceLower">Lower end of ‖Π_N r₀‖².</param>
/// <param name="NuisanceUpper">Its upper end.</param>
/// <param name="RemainingLower">Lower end of ‖r_T‖².</param>
/// <param name="RemainingUpper">Its upper end.</param>
/// <param name="DistanceLower">Lower end of ‖W_T − W₀‖².</param>
/// <param name="DistanceUpper">Its upper end.</param>
/// <param name="PseudoinverseLower">Lower end of ‖J_I^† r₀‖².</param>
/// <param name="PseudoinverseUpper">Its upper end.</param>
/// <param name="RootLower">Lower end of ‖(J_IJ_Iᵀ)^(−1/4) r₀‖², which theory might take for it.</param>
/// <param name="RootUpper">Its upper end.</param>
public sealed record FrozenDynamicsOutcome(
    double Gamma,
    double Growth,
    double InformationLower,
    double InformationUpper,
    double NuisanceLower,
    double NuisanceUpper,
    double RemainingLower,
    double RemainingUpper,
    double DistanceLower,
    double DistanceUpper,
    double PseudoinverseLower,
    double PseudoinverseUpper,
    double RootLower,
    double RootUpper)
{
    /// <summary>‖Π_I r₀‖².</summary>
    public Interval Information => new(InformationLower, InformationUpper);

    /// <summary>‖Π_N r₀‖².</summary>
    public Interval Nuisance => new(NuisanceLower, NuisanceUpper);

    /// <summary>‖r_T‖².</summary>
    public Interval Remaining => new(RemainingLower, RemainingUpper);

    /// <summary>‖W_T − W₀‖².</summary>
    public Interval Distance => new(DistanceLower, DistanceUpper);

    /// <summary>‖J_I^† r₀‖² = Σ_I (u_s·r₀)²/λ_s².</summary>
    public Interval Pseudoinverse => new(PseudoinverseLower, PseudoinverseUpper);

    /// <summary>Σ_I (u_s·r₀)²/λ_s.</summary>
    public Interval Root => new(RootLower, RootUpper);
}

// r_T = (I − ηJJᵀ)^T r₀ and W_T − W₀ = −Σ_s (1 − (1 − ηλ_s²)^T)/λ_s (u_s·r₀) v_s: only the singular values and the
// coefficients of r₀ matter.

/// <summary>Gradient descent on ½‖J w − y‖², the network with a Jacobian that does not move, in enclosures.</summary>
/// <remarks>λ₁ = 1 and logarithms of the others normal; η uniform in (1/20, 1); α = λ_r is the cutoff; Γ log-uniform in
/// (¼, 4).</remarks>
public sealed class FrozenDynamicsExperiment : Experiment<FrozenDynamicsCell, FrozenDynamicsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/frozen-dynamics";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override FrozenDynamicsOutcome Run(
        FrozenDynamicsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Directions is < 2 or > 10_000 || !(cell.Spread >= 0 && cell.Spread <= 4)
            || cell.IsWhole && cell.Placement == ResidualPlacement.BelowTheCutoff)
            throw new ArgumentException(
                "There are from 2 to 10000 directions, the spread is at most 4, and nothing is below the cutoff of the "
                    + "whole space.",
                nameof(cell));
        int N = cell.Directions;
        double[] λ = SingularValues(stream, N, cell.Spread);
        double[] c = stream.Normals(N);
        int r = cell.IsWhole ? N : 1 + stream.NextIndex(N - 1);
        if (cell.Placement != ResidualPlacement.Everywhere)
        {
            int at = cell.Placement == ResidualPlacement.AtTheCutoff ? r - 1 : r;
            for (int s = 0; s < N; s++)
                c[s] = s == at ? 1 : 0;
            if (at == r)
                λ[r] = λ[r - 1] * (1 - 1.0 / 1024);
        }

        double α = λ[r - 1];
        double η = 0.05 + 0.95 * stream.NextUniform();
        double Γ = 0.25 * ElementaryFunctions.Exp(4 * stream.NextUniform() * IntervalFunctions.LogTwo.Midpoint);

        // The relative rounding of the quotient is below 4u: T is not below Γ/(ηα²).
        double T = Math.Ceiling(Γ / (η * α * α) * (1 + 1e-14));
        Interval information = 0, nuisance = 0, remaining = 0, distance = 0, pseudoinverse = 0, root = 0;
        for (int s = 0; s < N; s++)
        {
            Interval energy = Interval.Square(c[s]);
            Interval square = Interval.Square(λ[s]);
            Interval factor = IntervalFunctions.LeftAfter(Interval.Of(η) * square, T);
            remaining += energy * Interval.Square(factor);
            distance += energy * Interval.Square(1 - factor) / square;
            if (s >= r)
            {
                nuisance += energy;
                continue;
            }

            information += energy;
            pseudoinverse += energy / square;
            root += energy / Interval.Of(λ[s]);
        }

        return new(
            Γ, η * T * α, information.Lower, information.Upper, nuisance.Lower, nuisance.Upper, remaining.Lower,
            remaining.Upper, distance.Lower, distance.Upper, pseudoinverse.Lower, pseudoinverse.Upper, root.Lower,
            root.Upper);
    }

    private static double[] SingularValues(RandomStream stream, int count, double spread)
    {
        double[] λ = [.. stream.Normals(count).Select(g => ElementaryFunctions.Exp(spread * g)).OrderDescending()];
        double greatest = λ[0];
        return [.. λ.Select(value => value / greatest)];
    }
}
