using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Cell of <see cref="PseudoInverseExperiment"/>.</summary>
/// <param name="Rank">r, 2 to 20.</param>
/// <param name="Largest">Singular values are integers from 1 to this one, 2 to 1000.</param>
public sealed record PseudoInverseCell(int Rank, int Largest);

/// <summary>A spectrum, and a vector of the information space in its singular basis.</summary>
/// <param name="SingularValues">λ_1 ≥ … ≥ λ_r.</param>
/// <param name="Coordinates">c_s = u_sᵀv, not all 0.</param>
public sealed record PseudoInverseOutcome(int[] SingularValues, int[] Coordinates)
{
    /// <summary>‖Π_I v‖²/‖J_I^†v‖² = Σc_s²/Σ(c_s/λ_s)², exactly.</summary>
    public Rational SquaredRatio()
    {
        Rational whole = Rational.Zero, scaled = Rational.Zero;
        foreach ((int c, int λ) in Coordinates.Zip(SingularValues))
        {
            whole += c * c;
            scaled += new Rational(c * c, λ * λ);
        }

        return whole / scaled;
    }
}

/// <summary>The ratio ‖Π_I v‖/‖J_I^†v‖ for random spectra and vectors, in rational arithmetic.</summary>
/// <remarks>In the singular basis v has coordinates c_s, and ‖J_I^†v‖² = Σc_s²/λ_s². In a third of the draws v is u_1,
/// in a third u_r, where the ratio has its extremes; else the coordinates are integers up to 9.</remarks>
public sealed class PseudoInverseExperiment : Experiment<PseudoInverseCell, PseudoInverseOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/pseudo-inverse";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override PseudoInverseOutcome Run(
        PseudoInverseCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Rank is < 2 or > 20 || cell.Largest is < 2 or > 1000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Rank, "r lies between 2 and 20, the largest singular value between 2 and 1000.");
        int[] λ =
        [
            .. Enumerable.Range(0, cell.Rank).Select(_ => 1 + stream.NextIndex(cell.Largest)).OrderDescending(),
        ];
        int[] c = [.. Enumerable.Range(0, cell.Rank).Select(_ => stream.NextIndex(19) - 9)];
        int kind = stream.NextIndex(3);
        if (kind < 2 || Array.TrueForAll(c, entry => entry == 0))
        {
            Array.Clear(c);
            c[kind == 1 ? ^1 : 0] = 1;
        }

        return new(λ, c);
    }
}
