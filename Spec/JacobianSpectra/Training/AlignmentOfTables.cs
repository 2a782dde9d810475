using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// What can be read off the printed numbers, whatever their rounding. A row has two quotients ‖Π_I v‖/‖J_I^†v‖ between
// λ_r and λ_1 (pseudo-inverse-sandwich): the larger over the smaller bounds λ_1/λ_r, by 1.618 in the first row.

/// <summary>Alignment before and after training in the printed tables.</summary>
public sealed record AlignmentOfTables : Claim<AlignmentTablesCell, AlignmentTables>
{
    private const string Increase = "increase", Corruption = "corruption", Inverse = "pseudo-inverse",
        Condition = "condition number";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/alignment-of-tables",
        Title = "In Tables 1–3 training aligns labels and residual with the information space, less so with corruption",
        Kind = ClaimKind.Table,
        Source = JacobianSpectraTalk.At("No label corruption, No label corruption with ADAM, 50% label corruption"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            I_{final}(v)\ge I_{init}(v)+0.089,\ v\in\{y,r_0\},\quad I(v)=\|\Pi_{\mathcal I}v\|/\|v\|
            I_{final}(y)-I_{init}(y):\ \text{Tables 1, 2}\ge 0.097+\text{Table 3}
            \text{Table 3: } \|J_{\mathcal I}^{\dagger}y\| \text{ rises},
            \text{Table 1, } J_{init}:\ \lambda_1/\lambda_{50}\ge 1.6
            """),
        Hypotheses =
        [
            "digits are rounded to nearest",
            "the third and sixth column are pseudo-inverses, as the heads of Table 2 have it: the heads of Tables 1 "
                + "and 3 have transposes or a 1 there",
        ],
        Method =
            "Differences and quotients of the printed digits in rational arithmetic, with half a unit of the last "
                + "place against the statement. These are facts about the tables; that networks behave so is "
                + "alignment-with-training.",
    };

    [Parameter("gain", "least increase of a share, in thousandths", Minimum = 0, Maximum = 1000)]
    public int Gain { get; init; } = 89;

    [Parameter("rises", "whether ‖J_I^†v‖ rises in some row; else that it falls in all")]
    public bool InverseRises { get; init; } = true;

    [Parameter("margin", "by how much corruption lowers the gain of the labels, in thousandths", Minimum = -1000,
        Maximum = 1000)]
    public int Margin { get; init; } = 97;

    [Parameter("condition", "least λ_1/λ_50 of the first row", Minimum = 1, Maximum = 100)]
    public double LeastCondition { get; init; } = 1.6;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("all shares rise by a tenth", this with { Gain = 100 }, Increase),
        new("corruption lowers the gain of the labels by 0.102", this with { Margin = 102 }, Corruption),
        new("the norms of pseudo-inverses fall in all rows", this with { InverseRises = false }, Inverse),
        new("the first row needs λ_1/λ_50 ≥ 1.63", this with { LeastCondition = 1.63 }, Condition),
    ];

    protected override Experiment<AlignmentTablesCell, AlignmentTables> Experiment { get; } =
        new AlignmentTablesExperiment();

    protected override IReadOnlyList<AlignmentTablesCell> Cells => [new(3)];

    protected override Evidence Judge(Examination<AlignmentTablesCell, AlignmentTables> examination) => Evidence.All(
    [
        Part(
            examination,
            "the claimed increase less the least that the digits allow, in thousandths, at the worst of six",
            o => Pairs(o).Max(pair => Gain + 1 - Math.Min(
                pair.Final[0] - pair.Initial[0], pair.Final[3] - pair.Initial[3]))).Named(Increase),
        Part(
            examination,
            "the claimed margin less the least that the digits allow between the gains of the labels, in thousandths",
            o => Margin + 2 - (Math.Min(LabelGain(o, 0), LabelGain(o, 1)) - LabelGain(o, 2))).Named(Corruption),
        Part(
            examination,
            InverseRises
                ? "1 less the largest rise of a norm, in units of the last digit"
                : "the largest rise of a norm less 1, in units of the last digit",
            o => (InverseRises ? 1 : -1) * (1 - Pairs(o).Max(pair => Math.Max(
                pair.Final[2] - pair.Initial[2], pair.Final[5] - pair.Initial[5])))).Named(Inverse),
        Part(
            examination,
            "the claimed quotient less the least that the digits of the first row allow",
            o => (Rational.Of(LeastCondition) - Quotient(o.Digits[0])).Rounded().Value).Named(Condition),
    ]);

    private static Evidence Part(
        Examination<AlignmentTablesCell, AlignmentTables> examination, string statement,
        Func<AlignmentTables, double> residual) =>
        examination.ForAll(
            statement, (_, o) => residual(o), (_, _) => 0,
            "none: whole numbers of units, or rational arithmetic of which the sign is exact");

    private static IEnumerable<(double[] Initial, double[] Final)> Pairs(AlignmentTables tables) =>
        tables.Digits.Chunk(2).Select(rows => (rows[0], rows[1]));

    private static double LabelGain(AlignmentTables tables, int table) =>
        tables.Digits[2 * table + 1][0] - tables.Digits[2 * table][0];

    // (I(r_0)/J^†(r_0)) / (I(y)/J^†(y)), rounded against the statement; thousandths and hundred-thousandths cancel.
    private static Rational Quotient(double[] row) =>
        Half(row[3], -1) / Half(row[5], 1) / (Half(row[0], 1) / Half(row[2], -1));

    private static Rational Half(double digits, int sign) => Rational.Of(digits) + new Rational(sign, 2);
}
