using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// Gradients Jᵀr move the residual fastest along the singular vectors of the largest singular values. On training data
// both parts fall, the one on I first; on test data, of which nothing is fitted, the part on N rises as corrupted
// labels are learnt.

/// <summary>How the residual falls along information and nuisance space of the last Jacobian.</summary>
public sealed record ResidualCurves : TrainingClaim
{
    private const string Clean = "clean labels", Corrupted = "corrupted labels", Test = "test data";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/residual-curves",
        Title = "The residual falls fast along the information space and slowly along the nuisance space",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("No label corruption, 50% label corruption"),
        Quotations =
        [
            @"Consider evolution of residual  $\mathbf{r}_\tau = f(\mathbf{W}_\tau) - \mathbf{y}$",
            "Residual along the information/nuisance spaces of the final Jacobian using (a) train data and (b) test "
                + "data",
        ],
        Statement = new(
            """
            q=0,\ t=T/8:
            \mathbb P\Big(\frac{\|\Pi_{\mathcal I}r_0\|}{\|\Pi_{\mathcal I}r_t\|}
            \ge 5\frac{\|\Pi_{\mathcal N}r_0\|}{\|\Pi_{\mathcal N}r_t\|}\Big)\ge\tfrac12;
            q=\tfrac12:
            \mathbb P\Big(\frac{\|\Pi_{\mathcal I}r_0\|}{\|\Pi_{\mathcal I}r_t\|}
            \ge 2\frac{\|\Pi_{\mathcal N}r_0\|}{\|\Pi_{\mathcal N}r_t\|}\Big)\ge\tfrac12;
            q=\tfrac12, \text{ test}:
            \mathbb P\big(\|\Pi_{\mathcal N}r_T\|\ge 1.2\,\|\Pi_{\mathcal N}r_t\|\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            Desk, "N is the orthogonal complement of I; on test data the spaces are those of the Jacobian on test data",
            "the curves are missing from the document",
        ],
        Method =
            "Norms of the residual on both spaces of the last Jacobian, at the start, at an early epoch and at the "
                + "end, for clean labels and for half of them corrupted.",
    };

    [Parameter("clean-ratio", "how many times faster the part on I falls, clean labels", Minimum = 0, Maximum = 1000)]
    public double CleanRatio { get; init; } = 5;

    [Parameter("corrupted-ratio", "how many times faster the part on I falls, corrupted labels", Minimum = 0,
        Maximum = 1000)]
    public double CorruptedRatio { get; init; } = 2;

    [Parameter("rise", "factor by which the part on N rises on test data", Minimum = 0, Maximum = 1000)]
    public double TestRise { get; init; } = 1.2;

    [Parameter("exchange", "whether I and N are exchanged")]
    public bool IsExchanged { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("information and nuisance space exchanged", this with { IsExchanged = true }, Clean),
        new("information and nuisance space exchanged, corrupted labels", this with { IsExchanged = true }, Corrupted),
        new("on test data the part on N rises threefold", this with { TestRise = 3 }, Test),
    ];

    public override int Decisions => 3;

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Clean, "clean labels: the part on I falls faster",
            o => IsFaster(o.Runs[0].Training, CleanRatio)),
        Mostly(
            examination, Corrupted, "corrupted labels: the part on I falls faster",
            o => IsFaster(Spoken(o).Training, CorruptedRatio)),
        Mostly(
            examination, Test, "corrupted labels, test data: the part on N rises",
            o => Spoken(o).Test.Nuisance[^1] >= TestRise * AtEarly(Spoken(o).Test.Nuisance)));

    private bool IsFaster(ResidualCurve curve, double ratio)
    {
        (double[] first, double[] second) = IsExchanged
            ? (curve.Nuisance, curve.Information)
            : (curve.Information, curve.Nuisance);
        return first[0] * AtEarly(second) >= ratio * AtEarly(first) * second[0];
    }
}
