using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The least norm of D diagonal layers with a given product: min Σ_l w_lj² = D·|β_j|^(2/D) by the inequality of means.
/// </summary>
public sealed class LayeredNormExperiment : Experiment<LayeredNormCell, LayeredNormOutcome>
{
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
        double balanced = 0, random = 0, scaled = 0, sum = 0, other = 0, residual = 0;
        for (int j = 0; j < cell.Dimension; j++)
        {
            double β = Math.Abs(stream.NextNormal());
            double root = Power(β, 1.0 / D);
            double product = 1, drawn = 1, squares = 0;
            for (int l = 0; l < D; l++)
            {
                product *= root;
                // All layers but the last are drawn within a factor 2 of balance, the last makes up for them.
                double w = l < D - 1 ? root * ElementaryFunctions.Exp(1.4 * stream.NextUniform() - 0.7) : β / drawn;
                drawn *= w;
                squares += w * w;
            }

            residual = Math.Max(residual, Math.Max(Math.Abs(product - β), Math.Abs(drawn - β)) / β);
            balanced += D * root * root;
            double larger = Power(16 * β, 1.0 / D);
            scaled += D * larger * larger;
            random += squares;
            sum += Power(β, 2.0 / D);
            other += Power(β, 1.0 / D);
        }

        // Powers err by the exponent's rounding, at most 8u·|log β|/D with |log β| < 40; sums add d.
        double error = (64 + 2 * cell.Dimension) * 8 * DoublePrecision.UnitRoundoff;
        return new(
            balanced / sum, random / sum, 0.5 * ElementaryFunctions.Log(scaled / balanced) / 0.6931471805599453,
            residual, other / sum, error);
    }

    private static double Power(double x, double p) => ElementaryFunctions.Exp(p * ElementaryFunctions.Log(x));
}
