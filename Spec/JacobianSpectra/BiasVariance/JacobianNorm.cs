using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// With B = sup|φ'|: ‖Jᵀu‖² = Σ_m ‖Σ_i S_im(Σ_a V_am u_ia)x_i‖² ≤ ‖X‖²B² Σ_m Σ_i (Σ_a V_am²)(Σ_a u_ia²), which is at
// most ‖X‖²B²‖u‖². So a cutoff √(nK)ᾱ leaves any information at all only for ᾱ ≤ B/√K.

/// <summary>The norm of the Jacobian under the bound of the output layer.</summary>
public sealed record JacobianNorm : Claim<JacobianNormCell, JacobianNormOutcome>
{
    private const string Inputs = "inputs", Samples = "samples";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/jacobian-norm",
        Title = "Output weights of at most 1/√(kK) bound the Jacobian by B‖X‖ ≤ B√n, so that ᾱ is at most B/√K",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Tight,
        Source = JacobianSpectraTalk.At("Theory (deterministic)"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            |V_{am}|\le1/\sqrt{kK},\ \|x_i\|=1,\ B=\sup|\phi'|:
            \ \|\mathcal{J}(W)\|\le B\|X\|\le B\sqrt n \text{ for every } W
            """),
        Hypotheses = ["inputs of norm 1"],
        Method =
            "Drawn networks, and one that nearly meets the bound: equal inputs, equal output weights, and neurons "
            + "along the input so long that the slope is 1.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 60, Size = true)]
    public int Count { get; init; } = 5;

    [Parameter("outputs", "K", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Outputs { get; init; } = [1, 3];

    [Parameter("d", "coordinates of an input", Minimum = 1, Maximum = 50, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("k", "neurons", Minimum = 1, Maximum = 500, Size = true)]
    public int Width { get; init; } = 8;

    [Parameter("activation", "φ")]
    public Activation Activation { get; init; } = Activation.Softplus;

    [Parameter("factor", "the squared norm over its bound", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("samples-factor", "the squared norm of the inputs over n", Minimum = 0.1, Maximum = 10)]
    public double SamplesFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.95 of the bound", this with { Factor = 0.95 }, Inputs),
        new("half the bound, as for fewer outputs", this with { Factor = 0.5 }, Inputs),
        new("0.95 of n", this with { SamplesFactor = 0.95 }, Samples),
    ];

    public override int Decisions => 2;

    protected override Experiment<JacobianNormCell, JacobianNormOutcome> Experiment { get; } =
        new JacobianNormExperiment();

    protected override IReadOnlyList<JacobianNormCell> Cells =>
    [
        .. from K in Outputs
           from isExtremal in (bool[])[false, true]
           select new JacobianNormCell(isExtremal, Count, K, Dimension, Width, Activation),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.1);

    protected override Evidence Judge(Examination<JacobianNormCell, JacobianNormOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "‖J‖²/n less B²‖X‖²/n",
            (_, o) => o.Jacobian - Factor * o.Inputs,
            (_, o) => (1 + Factor) * o.Error,
            "(k + d + 44)u of the trace for entries, and the residual of the eigenvectors (Weyl)").Named(Inputs),
        examination.ForAll(
            "B²‖X‖²/n less B²",
            (cell, o) => o.Inputs - SamplesFactor * Square(cell.Activation.LargestSlope),
            (_, o) => 2 * o.Error,
            "2d + 8 roundings an entry, and the residual of the eigenvectors (Weyl)").Named(Samples),
    ]);

    private static double Square(double value) => value * value;
}
