using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// ‖∇_S L(w⁰)‖ = k|m₀|^(k−1)√(1 − m₀²) with √d·m₀ nearly normal: of order d^(−(k−1)/2), and so is its part along w*,
// which is √(1 − m₀²) of it. The median of √d|m₀| is 0.6745 in the limit, and with it the constant k·0.6745^(k−1).

/// <summary>The population gradient at a random start is of order d^(−(k−1)/2).</summary>
public sealed record InitialGradient : Claim<InitialGradientCell, InitialGradientOutcome>
{
    private const string Norm = "the norm", Signal = "the part along the signal", Constant = "the constant";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/initial-gradient",
        Title = "At a random start the population gradient is of order d^(−(k−1)/2), nearly all of it along the signal",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At("Population landscape, at the end"),
        Quotations =
        [
            @"\|\nabla_S L(\omega^0)\|_2 \approx \frac{1}{d^{\frac{k-1}{2}}}",
            @"\langle \omega_0, \nabla_S L(\omega^0) \rangle \approx \frac{1}{d^{\frac{k-1}{2}}}",
        ],
        Statement = new(
            """
            w^0\sim\operatorname{Unif}(\mathbb{S}^{d-1}):\quad \|\nabla_SL(w^0)\| \text{ and }
            |\langle w_*,\nabla_SL(w^0)\rangle| \text{ are of order } d^{-(k-1)/2};
            \operatorname{median}\,d^{(k-1)/2}\|\nabla_SL(w^0)\|\to k\cdot 0.6745^{k-1}
            """),
        Hypotheses = ["f = H_k/√k!", "w⁰ uniform on the sphere"],
        Method =
            "Overlaps of random starts over five dimensions: logarithms of the norm and of the part along w* against "
            + "log d. At the largest dimension half of the norms exceed the median stated.",
    };

    [Parameter("degree", "k", Minimum = 2, Maximum = 5)]
    public Choices<int> Degrees { get; init; } = [2, 3];

    [Parameter("d", "dimensions", Minimum = 16, Maximum = 10000000)]
    public Choices<int> Dimensions { get; init; } = [16, 64, 256, 1024, 4096];

    [Parameter("shift", "added to the exponent −(k−1)/2 of the norm", Minimum = -1, Maximum = 1)]
    public double Shift { get; init; }

    [Parameter("signal-shift", "added to the exponent −(k−1)/2 of the part along w*", Minimum = -1, Maximum = 1)]
    public double SignalShift { get; init; }

    [Parameter("factor", "factor of the median", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    // ψ(d/2) = log(d/2) − 1/d − …: the mean logarithm of m₀² bends by 1/d, 0.06 at d = 16.
    private const double Allowance = 0.03, Gap = 0.25, MedianOfNormal = 0.6744897501960817, ShareResolution = 0.04;

    // Standard deviation of log|N|: π/√8.
    private const double ScatterOfOne = 1.1107207345395915;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the norm is of order d^(−(k−1)/2−1/4)", this with { Shift = -0.25 }, Norm),
        new("the part along w* is of order d^(−(k−1)/2+1/4)", this with { SignalShift = 0.25 }, Signal),
        new("a median larger by a quarter", this with { Factor = 1.25 }, Constant),
    ];

    public override int Decisions => 3 * Degrees.Count;

    protected override Experiment<InitialGradientCell, InitialGradientOutcome> Experiment { get; } =
        new InitialGradientExperiment();

    protected override IReadOnlyList<InitialGradientCell> Cells =>
        [.. Dimensions.Select(d => new InitialGradientCell(d))];

    protected override int TrialsNeeded(double level) => Math.Max(
        TrialDesign.TrialsToPin(ShareResolution, level),
        SlopeDesign.Trials(
            level, ScatterOfOne * (Degrees.Max() - 1), (Gap - Allowance) / 2, Dimensions.Select(d => (double)d),
            reserve: 1.5));

    protected override Evidence Judge(Examination<InitialGradientCell, InitialGradientOutcome> examination) =>
        Evidence.All([.. Degrees.SelectMany(k => Parts(examination, k))]);

    private IEnumerable<Evidence> Parts(Examination<InitialGradientCell, InitialGradientOutcome> examination, int k)
    {
        yield return Slope(examination, "‖∇_S L‖", -(k - 1) / 2.0 + Shift, o => o.GradientNorm(k)).Named(Norm);
        yield return Slope(examination, "|⟨w*, ∇_S L⟩|", -(k - 1) / 2.0 + SignalShift, o => o.SignalPart(k))
            .Named(Signal);
        int largest = Dimensions.Max();
        double median = Factor * k;
        for (int i = 1; i < k; i++)
            median *= MedianOfNormal / Math.Sqrt(largest);
        yield return examination.Where(cell => cell.Dimension == largest).AgreeInShare(
            $"‖∇_S L‖ exceeds its median, k = {k}, d = {largest}",
            (_, o) => o.GradientNorm(k) >= median ? TrialResult.Success : TrialResult.Failure,
            theory: 0.5,
            finiteSizeCorrection: 1.0 / largest,
            ShareResolution).Named(Constant);
    }

    private static Evidence Slope(
        Examination<InitialGradientCell, InitialGradientOutcome> examination, string what, double exponent,
        Func<InitialGradientOutcome, double> number) => examination.Follows(
            $"{what} against d",
            [.. examination.Observations.Select(each => ((double)each.Cell.Dimension, number(each.Outcome)))],
            exponent,
            // k − 1 times the overlap's, 5·10⁻⁹, and what it moves 1 − m₀² by.
            pointError: 1e-7,
            Allowance,
            resolution: (Gap - Allowance) / 2,
            Gap);
}
