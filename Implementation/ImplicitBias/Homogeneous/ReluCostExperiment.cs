using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

// f = Σ a_i[w_i x + b_i]₊ + c on the line, cost ½Σ(a_i² + w_i²), which balancing makes Σ|a_iw_i|. A unit with slope p =
// a|w| and kink k is p[x − k]₊ or p[k − x]₊: it bends by p at k, and adds p, or −p, to s = f′(−∞) + f′(∞). Hence cost ≥
// ∫|f″| and ≥ |s|. Attained: the total bend c_k at each kink is split into θc_k facing right and (1 − θ)c_k facing
// left; θ = 1 at some kinks, 0 at others reaches every s in [−TV, TV] with one kink split; beyond that a pair δ([x −
// k]₊ − [k − x]₊) = δ(x − k) adds 2δ to s at the cost 2|δ|.

/// <summary>Sizes of <see cref="ReluCostExperiment"/>.</summary>
/// <param name="Kinks">Number of kinks, at least 1.</param>
/// <param name="Affine">Deviation of the affine part's slope.</param>
public sealed record ReluCostCell(int Kinks, double Affine);

/// <summary>Costs of representations of a random piecewise linear function, relative to the largest number among
/// them.</summary>
/// <param name="TotalVariation">∫|f″|.</param>
/// <param name="SlopeSum">|f′(−∞) + f′(∞)|.</param>
/// <param name="SlopeDifference">|f′(∞) − f′(−∞)|.</param>
/// <param name="Drawn">Cost of the representation drawn.</param>
/// <param name="Constructed">Cost of the representation constructed.</param>
/// <param name="Mismatch">By how much slopes or bends of the constructed one differ from those of f.</param>
/// <param name="Error">Bound of the rounding errors.</param>
public sealed record ReluCostOutcome(
    double TotalVariation,
    double SlopeSum,
    double SlopeDifference,
    double Drawn,
    double Constructed,
    double Mismatch,
    double Error);

/// <summary>Infinite-width ReLU networks with one input: the cost of the weights against the printed function
/// norm.</summary>
public sealed class ReluCostExperiment : Experiment<ReluCostCell, ReluCostOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/relu-cost";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override ReluCostOutcome Run(ReluCostCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Kinks;
        if (n < 1 || !(cell.Affine >= 0))
            throw new ArgumentException("At least one kink and a deviation of 0 or more are needed.", nameof(cell));
        // Both facings at every kink; an affine part δx at the first.
        double[] right = new double[n], left = new double[n];
        stream.FillNormals(right);
        stream.FillNormals(left);
        double δ = cell.Affine * stream.NextNormal();
        right[0] += δ;
        left[0] -= δ;
        double variation = 0, s = 0, difference = 0, drawn = 0;
        double[] bend = new double[n];
        for (int k = 0; k < n; k++)
        {
            bend[k] = right[k] + left[k];
            variation += Math.Abs(bend[k]);
            difference += bend[k];
            s += right[k] - left[k];
            drawn += Math.Abs(right[k]) + Math.Abs(left[k]);
        }

        // Facing right adds the bend to s, facing left subtracts it: start with all bends against s, and turn them one
        // by one.
        double sum = -variation * Math.Sign(s), wanted = Math.Clamp(s, -variation, variation);
        double cost = 0, reachedSum = 0, mismatch = 0;
        for (int k = 0; k < n; k++)
        {
            double size = Math.Abs(bend[k]);
            // A share of the bend is turned to the side of s; a sum that has rounded beyond s turns no further.
            double missing = Math.Max(0, (wanted - sum) * Math.Sign(s));
            double turned = size == 0 ? 0 : Math.Min(1, missing / (2 * size));
            sum += Math.Sign(s) * 2 * turned * size;
            bool facesRight = Math.Sign(bend[k]) == Math.Sign(s);
            double r = (facesRight ? turned : 1 - turned) * bend[k], l = (facesRight ? 1 - turned : turned) * bend[k];
            cost += Math.Abs(r) + Math.Abs(l);
            reachedSum += r - l;
            mismatch = Math.Max(mismatch, Math.Abs(r + l - bend[k]));
        }

        double rest = s - wanted;
        cost += Math.Abs(rest);
        reachedSum += rest;
        double scale = Math.Max(drawn, 1e-300);
        mismatch = Math.Max(mismatch, Math.Abs(reachedSum - s));
        return new(
            variation / scale,
            Math.Abs(s) / scale,
            Math.Abs(difference) / scale,
            1,
            cost / scale,
            mismatch / scale,
            (16 * n + 16) * DoublePrecision.UnitRoundoff);
    }
}
