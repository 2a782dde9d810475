using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Proof;

// ‖f‖_q² ≤ (q − 1)^k‖f‖_2² for polynomials of degree k and q ≥ 2. At q = 1 it would make every polynomial 0. ‖H_k‖_4²
// grows like 3^k, so that a smaller base than q − 1 fails at a large degree.

/// <summary>Norms of Gaussian polynomials are comparable.</summary>
public sealed partial record Hypercontractivity : Claim<HypercontractivityCell, HypercontractivityOutcome>
{
    private const string Fourth = "q = 4", Sixth = "q = 6", First = "q = 1";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hypercontractivity",
        Title = "Gaussian hypercontractivity of polynomials, for q ≥ 2",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OnlineSgdLecture.At(
            "Proof of the theorem, ① Controlling the martingale", "E. Nelson, J. Funct. Anal. 12, 1973"),
        Quotations =
        [
            @"on Gaussian data $\|f\|_{L^q}^2 \leq (q-1)^k \|f\|_{L^2}^2$",
            "for any degree $k$ polynomial",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(@"\|f\|_{L^q}^2\le(q-1)^k\|f\|_{L^2}^2 \text{ for every polynomial of degree } k")
        {
            Corrected =
                @"\|f\|_{L^q}^2\le(q-1)^k\|f\|_{L^2}^2 \text{ for every polynomial of degree} \le k \text{ and } q\ge 2",
            Reason =
                "At $q=1$ the right side is 0, and at $q<2$ it is smaller than the left one for constants. "
                + "Doob's inequality just above is for every $p\\ge 1$, and the moments are used at $q=p$.",
        },
        Hypotheses = ["q ≥ 2", "N(0, 1)"],
        Method =
            "Drawn polynomials with integer coefficients at q = 4 and 6, by exact moments; Hermite polynomials up to a "
            + "high degree at q = 4, where ‖H_k‖_4²/‖H_k‖_2² grows like 3^k up to a power of k. The printed form is "
            + "read at q = 1 as well, where ‖f‖_1 is bounded from below by Hölder's inequality.",
    };

    [Parameter("degree", "degrees of drawn polynomials", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 3, 4];

    [Parameter("hermite", "degrees of Hermite polynomials", Minimum = 1, Maximum = 100, Size = true)]
    public Choices<int> HermiteDegrees { get; init; } = [1, 2, 3, 6, 20, 60];

    [Parameter("base-shift", "s of (3 − s)^k at q = 4", Minimum = 0, Maximum = 1.5)]
    public double BaseShift { get; init; }

    [Parameter("sixth-base", "B of B^k at q = 6", Minimum = 1, Maximum = 10)]
    public double SixthBase { get; init; } = 5;

    [Parameter("power", "e of (q − 1)^(ek)", Minimum = 0.1, Maximum = 2)]
    public double Power { get; init; } = 1;

    [Parameter("first", "whether q = 1 is included")]
    public bool HasFirst { get; init; }

    public override Claim AsPrinted => this with { HasFirst = true };

    public override string PrintedPart => First;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("q = 4: base 2.8 in place of 3", this with { BaseShift = 0.2 }, Fourth),
        new("exponent 0.9·k", this with { Power = 0.9 }, Fourth),
        new("q = 6: base 2.5 in place of 5", this with { SixthBase = 2.5 }, Sixth),
    ];

    public override int Decisions => HasFirst ? 3 : 2;

    protected override Experiment<HypercontractivityCell, HypercontractivityOutcome> Experiment { get; } =
        new HypercontractivityExperiment();

    protected override IReadOnlyList<HypercontractivityCell> Cells =>
    [
        .. Degrees.Select(k => new HypercontractivityCell(k, IsDrawn: true)),
        .. HermiteDegrees.Select(k => new HypercontractivityCell(k, IsDrawn: false)),
    ];

    protected override int TrialsNeeded(double level) =>
        (TrialDesign.TrialsToSee(0.05, level) + Degrees.Count - 1) / Degrees.Count;

    protected override Evidence Judge(Examination<HypercontractivityCell, HypercontractivityOutcome> examination)
    {
        Evidence[] parts =
        [
            examination.ForAll(
                "‖f‖_4²/((q − 1)^k‖f‖_2²) − 1",
                (cell, o) => o.FourthRatio / Bound(3 - BaseShift, cell.Degree) - 1,
                Error,
                Derivation).Named(Fourth),
            examination.Where(cell => cell.IsDrawn).ForAll(
                "‖f‖_6²/((q − 1)^k‖f‖_2²) − 1",
                (cell, o) => o.SixthRatio / Bound(SixthBase, cell.Degree) - 1,
                Error,
                Derivation).Named(Sixth),
        ];
        return Evidence.All(HasFirst
            ? [.. parts, examination.ForAll("‖f‖_1²/‖f‖_2² ≤ 0", (_, o) => o.LeastFirstRatio, Error, Derivation)
                .Named(First)]
            : parts);
    }

    private const string Derivation = "rounding of exact ratios, of roots and of powers, through a logarithm below 700";

    // Ratios are at most 1 where the bound holds; beyond it the residual is as large as its error is relative.
    private static double Error(HypercontractivityCell cell, HypercontractivityOutcome o) => 4 * o.Error;

    private double Bound(double @base, int k) =>
        ElementaryFunctions.Exp(Power * k * ElementaryFunctions.Log(@base));
}
