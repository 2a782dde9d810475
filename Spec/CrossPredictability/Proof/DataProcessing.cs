using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// Q_F K_F against Q_⋆ K_⋆: the kernel K_F does not increase the distance of Q_F and Q_⋆, and Q_⋆K_F against Q_⋆K_⋆ is
// the mean over w ~ Q_⋆ of one step's distance. So T steps cost the sum along the junk path, not T times the first.

/// <summary>From T steps to single ones.</summary>
public sealed partial record DataProcessing : Claim<HybridCell, HybridOutcome>
{
    private const string Chains = "chains", Descent = "gradient descent";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/data-processing",
        Title = "T steps change the law by the sum of single steps along the junk path, not by T times the first",
        Kind = ClaimKind.Inequality,
        Source = CrossPredictabilityTalk.At("CP: information-theoretic argument"),
        Quotations =
        [
            @"$$\mathbb{E}_F d(Q_F^{(T)}, Q_\star^{(T)})_{TV} \leq T \cdot \mathbb{E}_F d(Q_F^{(1)}, "
                + @"Q_\star^{(1)})_{TV} \quad (\text{Data-processing + triangular inequality})$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"\mathbb{E}_F\,d(Q_F^{(T)},Q_\star^{(T)})_{TV}\le T\cdot\mathbb{E}_F\,d(Q_F^{(1)},Q_\star^{(1)})_{TV}")
        {
            Corrected =
                """
                \mathbb{E}_F\,d(Q_F^{(T)},Q_\star^{(T)})_{TV}
                \le\sum_{t=1}^T\mathbb{E}_F\,\mathbb{E}_{w\sim Q_\star^{(t-1)}}\,d(K_F(w),K_\star(w))_{TV},
                \ K_H(w)=\mathcal{N}(w-\gamma\,\mathbb{E}_{D_H}\nabla(w),\sigma^2I)
                """,
            Reason =
                "The first step may start where the gradient vanishes. For $u\\,v\\,f_0(x)$ from $u=v=0$ and "
                + "$L=-y\\cdot\\text{output}$ both laws are $\\mathcal{N}(0,\\sigma^2I)$ after one step; after two the "
                + "covariance of $u$ and $v$ is $2\\gamma\\sigma^2$ under the labels $f_0$ and 0 under junk.",
        },
        Hypotheses =
        [
            "the same start, the same noise law at each step", "W^(t) a Markov chain under true and junk data",
        ],
        Method =
            "Pairs of chains on five states, drawn and slow, in exact dyadic arithmetic. The network u·v·f₀(x) after "
            + "two steps: its distance enclosed by those of the independent u + v and u − v, the sum in closed form. "
            + "The lower end refutes the printed form, the upper one stays below the sum.",
    };

    [Parameter("steps", "T of the chains", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Steps { get; init; } = [1, 2, 6];

    [Parameter("rate", "γ of the network", Minimum = 0.0625, Maximum = 10)]
    public Choices<double> Rates { get; init; } = [0.25, 1, 4];

    [Parameter("form", "what bounds the distance")]
    public HybridBound Form { get; init; } = HybridBound.AlongJunk;

    [Parameter("factor", "what the bound is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    public override Claim AsPrinted => this with { Form = HybridBound.FirstStep };

    public override string PrintedPart => Descent;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the largest step in place of the sum", this with { Form = HybridBound.LargestStep }, Chains),
        new("0.99 of the sum", this with { Factor = 0.99 }, Chains),
        new("half of the sum", this with { Factor = 0.5 }, Descent),
    ];

    public override int Decisions => 2;

    protected override Experiment<HybridCell, HybridOutcome> Experiment { get; } = new HybridExperiment();

    protected override IReadOnlyList<HybridCell> Cells =>
    [
        .. from T in Steps
           from process in (HybridProcess[])[HybridProcess.RandomChains, HybridProcess.SlowChains]
           select new HybridCell(process, T, 1),
        .. Rates.Select(γ => new HybridCell(HybridProcess.ProductNetwork, 2, γ)),
    ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToSee(0.05, level);

    protected override Evidence Judge(Examination<HybridCell, HybridOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Process != HybridProcess.ProductNetwork).ForAllCertainly(
            "distance after T steps less its bound", (cell, o) => Excess(cell, o)).Named(Chains),
        examination.Where(cell => cell.Process == HybridProcess.ProductNetwork).ForAllCertainly(
            "distance after two steps less its bound", (cell, o) => Excess(cell, o)).Named(Descent),
    ]);

    private Interval Excess(HybridCell cell, HybridOutcome o) => o.Distance - Interval.Of(Factor) * (Form switch
    {
        HybridBound.FirstStep => Interval.Of(cell.Steps) * o.First,
        HybridBound.LargestStep => o.Largest,
        _ => o.Sum,
    });
}
