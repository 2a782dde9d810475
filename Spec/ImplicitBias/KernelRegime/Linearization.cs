using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.KernelRegime;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// "1st order approximation about w⁽⁰⁾: f(w, x) ≈ h_{w⁽⁰⁾}(x) + ⟨w, φ_0(x)⟩". To first order it is h + ⟨w − w₀, φ_0⟩.
// For a D-homogeneous model ⟨w₀, φ_0⟩ = D·h (Euler), so that the two agree exactly where h_{w₀} = 0, the unbiased start
// on which the talk focuses; else the printed form is off by D·h even at w = w₀.

/// <summary>The first-order approximation of a homogeneous model about a start.</summary>
public sealed partial record Linearization : Claim<TangentCell, TangentOutcome>
{
    private const string FirstOrder = "first order";
    private const string Euler = "Euler's identity";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/linearization",
        Title = "About w₀ a model is h_{w₀} + ⟨w − w₀, φ_0⟩ to first order; ⟨w, φ_0⟩ will do where h_{w₀} = 0",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = ImplicitBiasTalk.At("Is it all just a Kernel?", ImplicitBiasTalk.LazyTraining),
        Quotations =
        [
            @"In kernel regime, training behaves according to 1<sup>st</sup> order approximation about $w^{(0)}$: "
                + @"$$f(\mathbf{w}, \mathbf{x}) \approx \mathbf{h}_{w^{(0)}}(\mathbf{x}) + \langle \mathbf{w}, "
                + @"\boldsymbol{\phi}_0(\mathbf{x}) \rangle$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"f(w,x)=h_{w_0}(x)+\langle w,\phi_0(x)\rangle+O(\|w-w_0\|^2), \quad \phi_0(x)=\nabla_wf(w_0,x)")
        {
            Corrected =
                @"f(w,x)=h_{w_0}(x)+\langle w-w_0,\phi_0(x)\rangle+O(\|w-w_0\|^2); \quad f \ D\text{-homogeneous}: \ "
                    + @"\langle w_0,\phi_0\rangle=D\,h_{w_0}",
            Reason =
                "At w = w₀ the printed form is (1 + D)·h_{w₀}. For a homogeneous model with the unbiased start h_{w₀} "
                    + "= 0, on which the talk focuses one line below, nothing is lost; but there the printed h_{w₀} "
                    + "has no place.",
        },
        Hypotheses = ["f is twice differentiable in w"],
        Method =
            "Diagonal networks of depth D at biased starts, gradients by differences of values; the remainder against "
            + "½Σ sup|∂²f|(w − w₀)², at two distances.",
    };

    [Parameter("d", "dimension", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 5;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("step", "distances ‖w − w₀‖/‖w₀‖", Minimum = 1e-6, Maximum = 1)]
    public Choices<double> Steps { get; init; } = [0.001, 0.1];

    [Parameter("biased", "whether w₊ and w₋ differ at the start")]
    public bool IsBiased { get; init; } = true;

    [Parameter("share", "share of w₀ that is taken off w in the product", Minimum = 0, Maximum = 2)]
    public double Share { get; init; } = 1;

    [Parameter("order", "extra order of the remainder in the distance", Minimum = 0, Maximum = 2)]
    public int ExtraOrder { get; init; }

    [Parameter("degree", "⟨w₀, φ_0⟩/h_{w₀}, less D", Minimum = -4, Maximum = 4)]
    public double ExtraDegree { get; init; }

    public override Claim AsPrinted => this with { Share = 0 };

    public override string PrintedPart => FirstOrder;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("⟨w − 0.99w₀, φ_0⟩", this with { Share = 0.99 }, FirstOrder),
        new("the remainder is of third order", this with { ExtraOrder = 1 }, FirstOrder),
        new("⟨w₀, φ_0⟩ = (D + 1)h", this with { ExtraDegree = 1 }, Euler),
        new("⟨w₀, φ_0⟩ = (D − 1)h", this with { ExtraDegree = -1 }, Euler),
    ];

    public override int Decisions => 2;

    protected override Experiment<TangentCell, TangentOutcome> Experiment { get; } = new TangentExperiment();

    protected override IReadOnlyList<TangentCell> Cells =>
        [.. from depth in Depths from step in Steps select new TangentCell(Dimension, depth, 1, IsBiased, step)];

    protected override Evidence Judge(Examination<TangentCell, TangentOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the remainder is of second order",
                (cell, o) =>
                    Math.Abs(o.Value - o.StartValue - (o.Product - Share * o.StartProduct))
                    - (
                        ExtraOrder == 0 ? 1
                        : ExtraOrder == 1 ? cell.Step
                        : cell.Step * cell.Step) * o.Remainder,
                (_, o) => 4 * o.Error,
                "rounding of values and differences, in units of α^D‖x‖").Named(FirstOrder),
            examination.ForAll(
                "⟨w₀, φ_0⟩ = D·h_{w₀}",
                (cell, o) => Math.Abs(o.StartProduct - (cell.Depth + ExtraDegree) * o.StartValue),
                (cell, o) => (cell.Depth + 4) * o.Error,
                "rounding of values and differences, in units of α^D‖x‖").Named(Euler));
    }
}
