using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>Cell of <see cref="CloseCentersExperiment"/>.</summary>
/// <param name="Angle">The angle δ between centers, in (0, π/2].</param>
/// <param name="Gamma">Γ, from 1 to 30.</param>
/// <param name="Divisor">What ΓK²C is divided by.</param>
/// <param name="Factor">What T is multiplied with, in (0, 100].</param>
public sealed record CloseCentersCell(double Angle, double Gamma, EigenvaluePower Divisor, double Factor);

/// <summary>A mixture with four components after T steps.</summary>
/// <param name="Least">λ_M, the least eigenvalue of the kernel of the centers.</param>
/// <param name="Remaining">‖r_T‖/‖y‖.</param>
/// <param name="Wrong">Share of components on the wrong side of the decision by more than the error.</param>
/// <param name="Error">Bound of the error of outputs and of the remaining share.</param>
public sealed record CloseCentersOutcome(double Least, double Remaining, double Wrong, double Error);

// K = C = 2, σ = 0, n samples shared out evenly, infinite width, outputs 0 at the start, steps 1/(nK). On functions of
// the component JJᵀ is (n/KC)Σ(M) ⊗ I, so that a step multiplies the residual by I − Σ(M)/(K²C). Centers e₁, two more
// at the angle δ to it and to each other up to its square, and e₄: classes 0, 0, 1, 1. The three close ones first get
// the mean of their labels, (⅔, ⅓), which is wrong for the third of them.

/// <summary>Gradient descent on a mixture with three close centers, one of them of the other class.</summary>
public sealed class CloseCentersExperiment : Experiment<CloseCentersCell, CloseCentersOutcome>
{
    /// <summary>K²C.</summary>
    public const int Rank = 8;

    private const double LongestRun = 1e12;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/close-centers";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override CloseCentersOutcome Run(
        CloseCentersCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(cell.Angle > 0 && cell.Angle <= 1.5708 && cell.Gamma >= 1 && cell.Gamma <= 30
                && cell.Factor > 0 && cell.Factor <= 100))
            throw new ArgumentException("δ lies in (0, π/2], Γ in [1, 30], the factor in (0, 100].", nameof(cell));
        (double sin, double cos) = ElementaryFunctions.SinCos(cell.Angle);
        var centers = new Matrix(new[,] { { 1, 0, 0, 0 }, { cos, sin, 0, 0 }, { cos, 0, sin, 0 }, { 0, 0, 0, 1 } });
        var spectrum = SymmetricSpectrum.Of(ExpectedTangentKernel.Of(Activation.GaussianSoftplus, centers));
        double least = spectrum.Values[0];

        // Entries err by 20u: eigenvalues by 80u and the bound of their computation.
        double error = 80 * UnitRoundoff + spectrum.ValueBound;
        double divisor = cell.Divisor switch
        {
            EigenvaluePower.None => 1,
            EigenvaluePower.Root => Math.Sqrt(least),
            _ => least - error,
        };

        // What is lost by rounding the quotient is less than the error subtracted from λ_M.
        double T = divisor > 0
            ? Math.Min(LongestRun, Math.Ceiling(cell.Factor * cell.Gamma * Rank / divisor))
            : LongestRun;

        // r_T = (I − Σ/8)^T(−y), and the difference of both outputs is that for labels ±1.
        double[] y = [1, 1, -1, -1];
        double[] coefficients = MatrixVector.TransposeMultiply(spectrum.Vectors, y);
        for (int s = 0; s < coefficients.Length; s++)
            coefficients[s] *= ElementaryFunctions.Exp(T * ElementaryFunctions.Log1p(-spectrum.Values[s] / Rank));
        double[] remaining = MatrixVector.Multiply(spectrum.Vectors, coefficients);

        // ‖(I − (Σ + E)/8)^T − (I − Σ/8)^T‖ ≤ T/8·‖E‖(1 − λ/8)^(T − 1) ≤ ‖E‖/λ for every symmetric E that leaves λ > 0;
        // 100 roundings beside it.
        double bound = Math.Min(1, 4 * error / Math.Max(least, error)) + 400 * UnitRoundoff;
        int wrong = 0;
        for (int c = 0; c < y.Length; c++)
        {
            if (y[c] * (y[c] - remaining[c]) < -bound)
                wrong++;
        }

        return new(least, Lanes.Norm(remaining) / Lanes.Norm(y), (double)wrong / y.Length, bound);
    }
}
