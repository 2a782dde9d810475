using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Corruption;

// "Corrupt a fraction of training labels by replacing with another random label": ⌊qn⌋ samples without replacement, and
// a label other than the one before. Drawing among all K labels leaves 1/K of them as they were, drawing samples with
// replacement touches fewer.

/// <summary>What a corrupted share of the training labels means.</summary>
public sealed record CorruptionModel : Claim<CorruptionModelCell, CorruptionModelOutcome>
{
    private const string Budget = "budget", Change = "change", Target = "target", Any = "any label", Test = "test";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/corruption-model",
        Title = "Another random label at a share q of the training samples changes exactly ⌊qn⌋ labels",
        Kind = ClaimKind.Algorithm,
        Source = JacobianSpectraTalk.At("Experiment I: Overfitting to corruption", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            "Corrupt a fraction of **training labels** by replacing with another random label",
            "No corruption on **test labels**",
        ],
        Statement = new(
            """
            |\{i:\ y_i\ne\bar y_i\}|=\lfloor qn\rfloor,
            P(y_i=b\mid y_i\ne\bar y_i)=\frac1{K-1} \text{ for } b\ne\bar y_i;
            \text{drawn among all labels instead: } P(y_i\ne\bar y_i)=\frac{K-1}{K} \text{ for a chosen } i
            """),
        Hypotheses = ["samples chosen uniformly without replacement", "another label, uniform among the K − 1 others"],
        Method =
            "Counts of touched and changed labels in every draw; the new label of the first chosen sample against 1/(K "
                + "− 1), and, drawn among all labels, how often it has changed, by Clopper–Pearson.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 1000, Size = true)]
    public int Samples { get; init; } = 20;

    [Parameter("classes", "K", Minimum = 2, Maximum = 100, Size = true)]
    public int Classes { get; init; } = 3;

    [Parameter("q", "the share that is corrupted", Minimum = 0, Maximum = 1)]
    public double Share { get; init; } = 0.5;

    [Parameter("kind", "what replaces a label")]
    public CorruptionKind Replacement { get; init; } = CorruptionKind.StrictlyDifferent;

    [Parameter("repeating", "whether samples are drawn with replacement")]
    public bool IsRepeating { get; init; }

    [Parameter("on-test", "whether test labels are corrupted as well")]
    public bool IsOnTest { get; init; }

    [Parameter("others", "among how many labels fewer than K another one is drawn", Minimum = 0, Maximum = 1)]
    public int Others { get; init; } = 1;

    [Parameter("kept", "labels that drawing among all keeps, over K", Minimum = 0, Maximum = 100)]
    public double Kept { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("samples drawn with replacement", this with { IsRepeating = true }, Budget),
        new("the new label among all K", this with { Replacement = CorruptionKind.AnyLabel }, Change),
        new("another label with probability 1/K each", this with { Others = 0 }, Target),
        new("drawing among all labels changes each", this with { Kept = 0 }, Any),
        new("test labels corrupted as well", this with { IsOnTest = true }, Test),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        LabelCorruption.Budget(Share, Samples) > 0 ? [] : ["at least one label is corrupted: qn ≥ 1"];

    public override int Decisions => 5;

    protected override Experiment<CorruptionModelCell, CorruptionModelOutcome> Experiment { get; } =
        new CorruptionModelExperiment();

    protected override IReadOnlyList<CorruptionModelCell> Cells => [Cell(Replacement), Cell(CorruptionKind.AnyLabel)];

    // 1/(K − 1) and 1/K, and 1 and (K − 1)/K, are at least 1/K apart by 1/6 for K = 3.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<CorruptionModelCell, CorruptionModelOutcome> examination)
    {
        Examination<CorruptionModelCell, CorruptionModelOutcome> own =
                examination.Where(cell => cell == Cell(Replacement)),
            any = examination.Where(cell => cell == Cell(CorruptionKind.AnyLabel)),
            touched = own.Given((_, o) => o.Shift >= 0);
        return Evidence.All(
            own.ForAll(
                "⌊qn⌋ training samples are chosen",
                (cell, o) => Math.Abs(o.Touched - LabelCorruption.Budget(cell.Share, cell.Samples)),
                (_, _) => 0,
                "integers").Named(Budget),
            own.ForAll(
                "each chosen label changes, and no other",
                (_, o) => Math.Abs(o.Touched - o.Changed),
                (_, _) => 0,
                "integers").Named(Change),
            touched.AgreeInShare(
                "the new label is the next one, modulo K",
                (_, o) => o.Shift == 1 ? TrialResult.Success : TrialResult.Failure,
                1.0 / (Classes - Others),
                finiteSizeCorrection: 1e-15,
                Resolution).Named(Target),
            any.Given((_, o) => o.Shift >= 0).AgreeInShare(
                "drawn among all labels, a chosen one changes",
                (_, o) => o.Shift > 0 ? TrialResult.Success : TrialResult.Failure,
                1 - Kept / Classes,
                finiteSizeCorrection: 1e-15,
                Resolution).Named(Any),
            own.ForAll("no test label changes", (_, o) => o.TestChanged, (_, _) => 0, "integers").Named(Test));
    }

    private const double Resolution = 0.07;

    private CorruptionModelCell Cell(CorruptionKind kind) =>
        new(Samples, Classes, Share, kind, IsRepeating, IsOnTest);
}
