using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The least norm of D diagonal layers with a given product: min Σ_l w_lj² = D·|β_j|^(2/D) by the inequality of means.
/// </summary>
public sealed class LayeredNormExperiment : Experiment<LayeredNormCell, LayeredNormOutcome>
{
    // Logarithms of the largest factors by which a layer is off balance. A spread ε costs D·O(ε²) of the least norm, so
    // that the last comes within 10⁻⁴ of it.
    private static readonly double[] Spreads = [0.7, 0.1, 0.01];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/layered-norm";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override LayeredNormOutcome Run(LayeredNormCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 100 || cell.Depth is < 2 or > 8)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Depth, "The dimension has to lie between 1 and 100, the depth between 2 and 8.");
        int D = cell.Depth;
        double balanced = 0, scaled = 0, sum = 0, other = 0, residual = 0;
        double[] random = new double[Spreads.Length];
        for (int j = 0; j < cell.Dimension; j++)
        {
            double β = Math.Abs(stream.NextNormal());
            double root = Powers.Real(β, 1.0 / D);
            double product = 1;
            for (int l = 0; l < D; l++)
                product *= root;
            residual = Math.Max(residual, Math.Abs(product - β) / β);
            for (int k = 0; k < Spreads.Length; k++)
            {
                double drawn = 1;
                for (int l = 0; l < D; l++)
                {
                    // All layers but the last are drawn about balance, the last makes up for them.
                    double w = l < D - 1
                        ? root * ElementaryFunctions.Exp(Spreads[k] * (2 * stream.NextUniform() - 1))
                        : β / drawn;
                    drawn *= w;
                    random[k] += w * w;
                }

                residual = Math.Max(residual, Math.Abs(drawn - β) / β);
            }

            balanced += D * root * root;
            double larger = Powers.Real(16 * β, 1.0 / D);
            scaled += D * larger * larger;
            sum += Powers.Real(β, 2.0 / D);
            other += Powers.Real(β, 1.0 / D);
        }

        // Powers err by the exponent's rounding, at most 8u·|log β|/D with |log β| < 40; sums add d.
        double error = (64 + 2 * cell.Dimension) * 8 * DoublePrecision.UnitRoundoff;
        return new(
            balanced / sum, [.. random.Select(squares => squares / sum)],
            0.5 * ElementaryFunctions.Log(scaled / balanced) / 0.6931471805599453, residual, other / sum, error);
    }
}
