using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// With n < d samples the reflection w′ = 2p − w* of the teacher at their span has the same labels, whatever the link,
// and ⟨w′, w*⟩ = 2‖p‖² − 1, ‖p‖² ~ Beta(n/2, (d−n)/2): n/d on average.

/// <summary>Fewer samples than dimensions do not determine the teacher.</summary>
public sealed record FewerSamplesThanDimensions : Claim<ReflectedStudentCell, ReflectedStudentOutcome>
{
    private const string Same = "the same labels", Other = "another direction";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/fewer-samples-than-dimensions",
        Title = "With fewer samples than dimensions another unit vector has all labels of the teacher",
        Kind = ClaimKind.Existence,
        Source = OnlineSgdLecture.At("Gradient flow limit, k = 1"),
        Quotations = ["note that $S_2(d)$ samples is information-theoretic optimal"],
        Statement = new(
            """
            \text{for } n<d \text{ samples and every link there is } w'\ne w_*,\ \|w'\|=1, \text{ with }
            f(\langle w',x_i\rangle)=f(\langle w_*,x_i\rangle) \text{ for all } i;
            \mathbb{E}\langle w',w_*\rangle=2n/d-1
            """),
        Hypotheses = ["n < d", "x_i ~ N(0, I_d); almost surely"],
        Method =
            "The reflection of the teacher at the span of the samples is formed; its arguments agree with the "
            + "teacher's, its norm is 1, and its mean overlap is that of the projection's law. (The sign in the note "
            + "is Ω in the handwriting.)",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 300, Size = true)]
    public int Dimension { get; init; } = 24;

    [Parameter("samples", "n", Minimum = 1, Maximum = 300, Size = true)]
    public Choices<int> Samples { get; init; } = [6, 12, 20];

    [Parameter("slope", "s of the mean overlap s·n/d − 1", Minimum = 0.5, Maximum = 4)]
    public double Slope { get; init; } = 2;

    [Parameter("all-but", "dimensions that have to be missing from the span", Minimum = 0, Maximum = 1)]
    public int Missing { get; init; } = 1;

    public override IEnumerable<string> UnmetHypotheses =>
        Missing > 0 && Samples.Any(n => n >= Dimension) ? ["n < d fails"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("n = d samples as well", this with { Missing = 0, Samples = [Dimension] }, Other),
        new("mean overlap 1.8·n/d − 1", this with { Slope = 1.8 }, Other + ", on average"),
    ];

    public override int Decisions => 2 + Samples.Count;

    protected override Experiment<ReflectedStudentCell, ReflectedStudentOutcome> Experiment { get; } =
        new ReflectedStudentExperiment();

    protected override IReadOnlyList<ReflectedStudentCell> Cells =>
        [.. Samples.Select(n => new ReflectedStudentCell(Dimension, n))];

    // Empirical Bernstein at resolution 0.06: the overlap lies in [−1, 1] with a deviation of at most 0.3, so that both
    // of its terms are below 0.03 from 3000 trials on at the default level, and grow with its logarithm.
    protected override int TrialsNeeded(double level) => 10 * TrialDesign.TrialsToSee(0.05, level);

    protected override Evidence Judge(Examination<ReflectedStudentCell, ReflectedStudentOutcome> examination) =>
        Evidence.All([
            examination.ForAll(
                "largest |⟨w′, x_i⟩ − ⟨w*, x_i⟩|/‖x_i‖, and |‖w′‖ − 1|",
                (_, o) => o.Difference - Allowance,
                (_, o) => o.Error,
                "rounding of the products; 10⁻⁹ is forgiven for that of the projection, which the stored w′ carries")
                .Named(Same),
            examination.Count(
                "w′ ≠ w*: ‖w′ − w*‖ above 10⁻⁸",
                (cell, o) =>
                    o.Distance > Distinct ? TrialResult.Success
                    : o.Distance <= Coincident(cell) ? TrialResult.Failure
                    : TrialResult.Open,
                probability: 1).Named(Other),
            .. examination.ByCell().Select(part => part.Part.Agree(
                $"mean of ⟨w′, w*⟩, n = {part.Cell.Samples}",
                (_, o) => o.Overlap,
                Slope * part.Cell.Samples / part.Cell.Dimension - 1,
                finiteSizeCorrection: ReflectedStudentOutcome.OverlapRounding,
                resolution: 0.06,
                MeanLaw.Within(-1.000001, 1.000001)).Named(Other + ", on average")),
        ]);

    private const double Allowance = 1e-9;

    // Above the allowance for the labels, so that it is not the same vector that has them. Of one direction beside the
    // span the share of w* is below it with a probability of 10⁻⁸√(d/2π) at most.
    private const double Distinct = 1e-8;

    // What rounding makes of the reflection where the samples span the space: n ≤ d multiples of unit vectors, each
    // with the error of a product of d terms.
    private static double Coincident(ReflectedStudentCell cell) =>
        8 * cell.Dimension * DoublePrecision.Gamma(cell.Dimension + 16);
}
