using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>The residual of a frozen kernel on both spaces, against its bounds.</summary>
public sealed class DecayOnSpaces : Figure
{
    private const int Doublings = 14;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/decay-on-spaces";

    /// <inheritdoc/>
    public override string Title => "The residual goes fast on the information space and slowly on the nuisance space";

    /// <inheritdoc/>
    public override string Caption =>
        "Gradient descent at infinite width on a mixture, K = 3, C = 2, n = 120, d = 20, σ = 0.3, from outputs 0; "
            + "I has K²C dimensions, the step is 1/λ₁². Corrupted labels have much of their energy on the nuisance "
            + "space, which keeps it for hundreds of steps. The bound is (1 − ηα²)^T of the first residual on I.";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Theory (random initialization)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/linear-residual-dynamics", "jacobian-spectra/stopping-time"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("steps", "steps T", Logarithmic: true),
            new("residual", "residual over the norm of the labels", Logarithmic: true))
        .By("part", "part of the residual")
        .Line("frozen kernel")
        .Reference("bound", "bound");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("part", "steps", "residual", "bound");
        foreach (double q in (double[])[0, 0.5])
        {
            SpaceDecayOutcome o = runner.Measure(
                new SpaceDecayExperiment(), [new(3, 2, 20, 20, 0.3, q, Doublings)], 1)[0].Outcome;
            for (int t = 1; t <= Doublings; t++)
            {
                // Below a thousandth nothing is shown.
                double steps = 1 << (t - 1);
                if (o.Information[t] >= 1e-3)
                    table.Add(Name("information", q), steps, o.Information[t], Math.Max(1e-3, o.Bound[t]));
                table.Add(Name("nuisance", q), steps, o.Nuisance[t], o.Nuisance[0]);
            }
        }

        return table;
    }

    private static string Name(string space, double corrupted) =>
        corrupted == 0 ? $"{space}, clean" : $"{space}, half corrupted";
}
