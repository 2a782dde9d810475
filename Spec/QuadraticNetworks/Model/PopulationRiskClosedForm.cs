using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Model;

// "Model"(d): L(W) = E(f(W;X) − f(W*;X))² = μ2²(tr A)² + 2μ2²‖A‖_F² + (μ4 − 3μ2²)ΣA_ii², A = WᵀW − S*. Compared with
// the sum over all points of laws with two values, one of them asymmetric so that a third moment would show.

/// <summary>The closed form of the population risk.</summary>
public sealed record PopulationRiskClosedForm : Claim<ClosedFormCell, ClosedFormOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/population-risk-closed-form",
        Title = "The population risk is a quadratic form in WᵀW − W*ᵀW* with coefficients from μ2 and μ4",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Model, (d); the closed form is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathcal{L}(W)=\mu_2^2(\mathrm{tr}A)^2+2\mu_2^2\|A\|_F^2+(\mu_4-3\mu_2^2)\sum_i A_{ii}^2,
            \quad A=W^TW-W^{*T}W^*
            """),
        Hypotheses = ["coordinates i.i.d., centered, with finite fourth moment; the third moment does not enter"],
        Method =
            "For random symmetric A the closed form is compared with E(xᵀAx)² summed over all 2^d points of laws with "
            + "two values, one of them asymmetric, so that a third moment would show. A coefficient off by 10⁻⁶ would "
            + "be seen.",
    };

    [Parameter("law", "laws of the coordinates", Values = "rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.TwoPoint, CoordinateLaw.Rademacher];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3, 5];

    [Parameter("trace", "coefficient of (tr A)² over μ2²", Minimum = -10, Maximum = 10)]
    public double TraceCoefficient { get; init; } = 1;

    [Parameter("frobenius", "coefficient of ‖A‖² over μ2²", Minimum = -10, Maximum = 10)]
    public double FrobeniusCoefficient { get; init; } = 2;

    [Parameter("diagonal", "the k in (μ4 − kμ2²)·ΣA_ii²", Minimum = -10, Maximum = 10)]
    public double DiagonalShift { get; init; } = 3;

    [Parameter("diagonal-term", "whether the term ΣA_ii² stands")]
    public bool HasDiagonalTerm { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("μ4 − μ2² before the diagonal", this with { DiagonalShift = 1 }),
        new("1.9 instead of 2 before ‖A‖²", this with { FrobeniusCoefficient = 1.9 }),
        new("0.95 instead of 1 before the trace term", this with { TraceCoefficient = 0.95 }),
        new("the Gaussian form for every law", this with { HasDiagonalTerm = false }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Laws.Where(law => law.Atoms.Count != 2)
            .Select(law =>
                "the sum over all 2^d points is there for laws with two values, rademacher and two-point, not for "
                    + $"{law}");

    protected override Experiment<ClosedFormCell, ClosedFormOutcome> Experiment { get; } = new ClosedFormExperiment();

    protected override IReadOnlyList<ClosedFormCell> Cells =>
        [.. from law in Laws from d in Dimensions select new ClosedFormCell(law, d)];

    protected override Evidence Judge(Examination<ClosedFormCell, ClosedFormOutcome> examination)
    {
        return examination.ForAll(
            "the closed form equals the sum over all points",
            (cell, o) => Math.Abs(ClosedForm(cell.Law, o) - o.Enumerated),
            (_, o) => 4 * o.Error,
            "rounding of the enumeration, and of the d² + 10 operations of the closed form: at most three times that");
    }

    private double ClosedForm(CoordinateLaw law, ClosedFormOutcome o)
    {
        double square = law.SecondMoment * law.SecondMoment;
        double diagonal = HasDiagonalTerm ? (law.FourthMoment - DiagonalShift * square) * o.DiagonalSquare : 0;
        return square * (TraceCoefficient * o.TraceSquare + FrobeniusCoefficient * o.FrobeniusSquare) + diagonal;
    }
}
