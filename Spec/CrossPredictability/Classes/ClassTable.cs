using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Classes;

// E_X χ_S χ_S′ = μ^|S Δ S′|, so that CP is a mean over the symmetric difference. Functions with independent values
// have E_F F(x)F(x′) = product of means off the diagonal.

/// <summary>The cross-predictability of ten classes.</summary>
public sealed record ClassTable : Claim<ClassCell, ClassOutcome>
{
    private const string Sets = "laws on all parities", Degrees = "monomials of one degree", Others = "other classes";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/class-table",
        Title = "Cross-predictability of parities, monomials and eight other classes in closed form",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Results"),
        Quotations =
        [
            @"$$\text{CP}(P_{\mathcal{X}}, P_{\mathcal{F}}) = \mathbb{E}_{F, F'}(\mathbb{E}_X F(X) F'(X))^2$$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \text{parities: } 2^{-n},\ \text{of mean } \mu:\ ((1+\mu^2)/2)^n;\quad
            \text{without } \emptyset:\ 1/(2^n-1);\quad \text{degree } k:\ 1/C(n,k);\quad
            i\in S \text{ with probability } p:\ (p^2+(1-p)^2)^n;\quad
            \pm x_i:\ 1/n;\quad \text{one function: } 1;\quad \text{all functions: } 2^{-n};\quad
            f_0\varepsilon,\ \mathbb{E}\varepsilon=b:\ b^4+(1-b^4)2^{-n};\quad
            \text{with probability } \epsilon \text{ one parity, else any: } \epsilon^2+(1-\epsilon^2)2^{-n};\quad
            k\text{-conjunctions: } \mathbb{E}_j\,(1-2^{2-k}+2^{2-2k+j})^2,\
            P(j)=C(k,j)\,C(n-k,k-j)/C(n,k)
            """),
        Hypotheses = [
            "uniform inputs, or independent coordinates of mean μ for all parities",
            "conjunctions of k variables, none of them negated",
        ],
        Method = "All pairs of functions and all inputs are enumerated in integer arithmetic.",
    };

    [Parameter("n", "number of variables; families of all functions stop at 3", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 2, 3, 6];

    [Parameter("plus", "weight of x_i = +1, beside 1 for −1, of biased inputs", Minimum = 2, Maximum = 3)]
    public int Plus { get; init; } = 3;

    [Parameter("replacement", "whether C(n + k − 1, k) stands for C(n, k)")]
    public bool WithReplacement { get; init; }

    [Parameter("empty", "what is taken from 2^n for the empty set", Minimum = -4, Maximum = 1)]
    public int Empty { get; init; } = 1;

    [Parameter("power", "e of b^e + (1 − b^e)/2^n", Minimum = 1, Maximum = 8)]
    public int Power { get; init; } = 4;

    [Parameter("mean-power", "e of ((1 + μ^e)/2)^n", Minimum = 1, Maximum = 8)]
    public int MeanPower { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without ∅: 2^(−n)", this with { Empty = 0 }, Sets),
        new("degree k: 1/C(n + k − 1, k)", this with { WithReplacement = true }, Degrees),
        new("mean μ: ((1 + μ)/2)^n", this with { MeanPower = 1 }, Sets),
        new("f₀ε: b² + (1 − b²)/2^n", this with { Power = 2 }, Others),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Variables = [1, 2, 3, 5, 7, 8] };

    protected override Experiment<ClassCell, ClassOutcome> Experiment { get; } = new ClassExperiment();

    protected override IReadOnlyList<ClassCell> Cells =>
    [
        .. from n in Variables
           from cell in (ClassCell[])
           [
               new(FunctionFamily.Parities, n, 0, 1),
               .. n > 6 ? [] : (ClassCell[])[new(FunctionFamily.Parities, n, 0, Plus)],
               new(FunctionFamily.NonemptyParities, n, 0, 1),
               .. Enumerable.Range(0, n + 1).Select(k => new ClassCell(FunctionFamily.Monomials, n, k, 1)),
               .. n > 6 ? [] : (ClassCell[])[new(FunctionFamily.SparseParities, n, 3, 1)],
               new(FunctionFamily.SignedDictators, n, 0, 1),
               new(FunctionFamily.Single, n, 0, 1),
               .. n > 3 ? [] : (ClassCell[])
               [
                   new(FunctionFamily.All, n, 0, 1), new(FunctionFamily.NoisyCopies, n, 3, 1),
               ],
               new(FunctionFamily.Mixture, n, 3, 1),
               .. Enumerable.Range(1, n).Select(k => new ClassCell(FunctionFamily.Conjunctions, n, k, 1)),
           ]
           select cell,
    ];

    protected override Evidence Judge(Examination<ClassCell, ClassOutcome> examination) => Evidence.All(
    [
        Compared(examination, Sets, FunctionFamily.Parities, FunctionFamily.NonemptyParities,
            FunctionFamily.SparseParities, FunctionFamily.Mixture),
        Compared(examination, Degrees, FunctionFamily.Monomials),
        Compared(examination, Others, FunctionFamily.SignedDictators, FunctionFamily.Single, FunctionFamily.All,
            FunctionFamily.NoisyCopies, FunctionFamily.Conjunctions),
    ]);

    private Evidence Compared(
        Examination<ClassCell, ClassOutcome> examination, string part, params FunctionFamily[] families) =>
        examination.Where(cell => families.Contains(cell.Family)).ForAll(
            "distance of CP from the closed form",
            (cell, o) => Math.Abs((o.CrossPredictability - Claimed(cell)).Rounded().Value),
            (_, _) => 0,
            "none: rational numbers").Named(part);

    private Rational Claimed(ClassCell cell)
    {
        (int n, int k) = (cell.Variables, cell.Number);
        var points = (Rational)(1 << n);
        // Means of independent signs of weights k and 1, and of Plus and 1.
        var b = new Rational(k - 1, k + 1);
        var μ = new Rational(cell.Plus - 1, cell.Plus + 1);
        return cell.Family switch
        {
            FunctionFamily.Parities => Rational.Power((1 + Rational.Power(μ, μ.Sign == 0 ? 2 : MeanPower)) / 2, n),
            FunctionFamily.NonemptyParities => 1 / (points - Empty),
            FunctionFamily.Monomials => 1 / Rational.Binomial(WithReplacement && k > 0 ? n + k - 1 : n, k),
            FunctionFamily.SparseParities => Rational.Power(new(k * k + 1, (k + 1) * (k + 1)), n),
            FunctionFamily.SignedDictators => new(1, n),
            FunctionFamily.Single => 1,
            FunctionFamily.All => 1 / points,
            FunctionFamily.NoisyCopies => Rational.Power(b, Power) + (1 - Rational.Power(b, Power)) / points,
            FunctionFamily.Mixture => new Rational(1, k * k) + (1 - new Rational(1, k * k)) / points,
            _ => Conjunctions(n, k),
        };
    }

    // Two conjunctions that share j variables: E FF′ = 1 − 4(2^−k − 2^−(2k − j)).
    private static Rational Conjunctions(int n, int k)
    {
        Rational sum = 0;
        for (int j = 0; j <= k; j++)
        {
            Rational correlation = 1 - 4 * (Half(k) - Half(2 * k - j));
            sum += Rational.Binomial(k, j) * Rational.Binomial(n - k, k - j) * correlation * correlation;
        }

        return sum / Rational.Binomial(n, k);
    }

    private static Rational Half(int power) => Rational.Power(new(1, 2), power);
}
