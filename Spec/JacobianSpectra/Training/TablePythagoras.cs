using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// I and N are orthogonal complements: ‖Π_I v‖² + ‖Π_N v‖² = ‖v‖². A printed digit stands for an interval of half a unit
// on both sides; a pair is consistent exactly where the interval of the sum of squares contains 1. It does for all
// twelve pairs, and for one of them only just, so that misprints of a single unit would be seen.

/// <summary>Shares on information and nuisance space in the printed tables.</summary>
public sealed record TablePythagoras : Claim<AlignmentTablesCell, AlignmentTables>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/table-pythagoras",
        Title = "In Tables 1–3 the shares on information and nuisance space are those of orthogonal complements",
        Kind = ClaimKind.Table,
        Source = JacobianSpectraTalk.At("No label corruption, No label corruption with ADAM, 50% label corruption"),
        Quotations =
        [
            @"$\mathbf{J}_{init}$	0.724	0.690	$5.44 \cdot 10^{-3}$	0.886	0.465	$4.10 \cdot 10^{-3}$",
            @"$\mathbf{J}_{final}$	0.997	0.078	$3.10 \cdot 10^{-3}$	0.991	0.136	$3.06 \cdot 10^{-3}$",
            "Table 3: Depiction of the alignment of the initial label/residual with the information/nuisance space "
                + "using 50% label corrupted data",
        ],
        Statement = new(
            @"\|\Pi_{\mathcal I}v\|^2+\|\Pi_{\mathcal N}v\|^2=\|v\|^2,\quad v\in\{y,r_0\},\ J=J_{init},J_{final}"),
        Hypotheses =
        [
            "digits are rounded to nearest: each stands for half a unit of its last place on both sides",
            "N is the orthogonal complement of I in ℝ^(nK): with the printed end index n of N it is not",
        ],
        Method =
            "The twelve pairs in rational arithmetic: the least and the largest sum of squares that the digits allow "
                + "have 1 between them. One unit more in the fifth column of any table would be refuted. The numbers "
                + "themselves are not redone: they need CIFAR-10 and ResNet20.",
    };

    [Parameter("tables", "how many tables, from the first", Minimum = 1, Maximum = 3)]
    public int Tables { get; init; } = 3;

    [Parameter("slack", "rounding on each side, in units of the last digit", Minimum = 0, Maximum = 10)]
    public double Slack { get; init; } = 0.5;

    [Parameter("exponent", "e of I^e + N^e = 1", Minimum = 1, Maximum = 4)]
    public int Exponent { get; init; } = 2;

    [Parameter("misprint", "units that are added to the fifth column", Minimum = -100, Maximum = 100)]
    public int Misprint { get; init; }

    [Parameter("exchange", "whether the columns of ‖Π_N y‖ and ‖Π_N r_0‖ are exchanged")]
    public bool IsExchanged { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("shares add up: I + N = 1", this with { Exponent = 1 }),
        new("one unit more in the fifth column", this with { Misprint = 1 }),
        new("digits that are right within 0.47 units", this with { Slack = 0.47 }),
        new("the nuisance shares of labels and residual exchanged", this with { IsExchanged = true }),
    ];

    protected override Experiment<AlignmentTablesCell, AlignmentTables> Experiment { get; } =
        new AlignmentTablesExperiment();

    protected override IReadOnlyList<AlignmentTablesCell> Cells => [new(Tables)];

    protected override Evidence Judge(Examination<AlignmentTablesCell, AlignmentTables> examination) =>
        examination.ForAll(
            "how far 1 lies outside of what the digits allow for I^e + N^e, at the worst of the pairs",
            (_, o) => o.Digits.Max(row => Math.Max(
                Outside(row[0], IsExchanged ? row[4] : row[1]),
                Outside(row[3], (IsExchanged ? row[1] : row[4]) + Misprint))),
            (_, _) => 0,
            "none: rational arithmetic; only the distance shown is rounded, and its sign is exact");

    private double Outside(double information, double nuisance)
    {
        Rational slack = Rational.Of(Slack);
        Rational least = Power(information, -slack) + Power(nuisance, -slack) - 1;
        Rational largest = Power(information, slack) + Power(nuisance, slack) - 1;
        return least.Sign > 0 ? least.Rounded().Value : (-largest).Rounded().Value;
    }

    // A share is not negative.
    private Rational Power(double digits, Rational slack)
    {
        Rational share = (Rational.Of(digits) + slack) / 1000;
        return share.Sign < 0 ? Rational.Zero : Rational.Power(share, Exponent);
    }
}
