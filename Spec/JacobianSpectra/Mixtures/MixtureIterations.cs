using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Mixtures;

// A step 1/(nK) multiplies the residual of the components by I − Σ(M)/(K²C): e^(−Γ) needs ΓK²C/λ_M steps. λ_M falls
// like the squared angle between centers, while K²C stays. Of three centers close together the odd one out has the
// label of the others after ΓK²C steps, whatever multiple of them.

/// <summary>The number of iterations for a mixture.</summary>
public sealed partial record MixtureIterations : Claim<CloseCentersCell, CloseCentersOutcome>
{
    private const string Residual = "residual", Errors = "misclassification";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/mixture-iterations",
        Title = "A mixture needs ΓK²C/λ_M iterations: the eigenvalue λ_M of the centers' kernel is no constant",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At(
            "Concrete example: Gaussian Mixture Model (GMM)", JacobianSpectraTalk.JacobianPaper + ", Theorem 2.5"),
        Quotations =
        [
            @"*If  $k \gtrsim \Gamma^4 K^8 C^4$  after  $T \propto \Gamma K^2 C$  iterations,*",
            @"\text{misclass}(f(\mathbf{W}_T)) \lesssim \Gamma \sqrt{\frac{K^2 C}{n}} + e^{-\Gamma}",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            T\propto\Gamma K^2C:\ \mathrm{misclass}(f(W_T))\lesssim\Gamma\sqrt{K^2C/n}+e^{-\Gamma}
            """)
        {
            Corrected =
                """
                \lambda_M=\lambda_{\min}(\Sigma(M))>0,\ T=\lceil\Gamma K^2C/\lambda_M\rceil,\ \eta=1/(nK),\ f(W_0)=0:
                \ \|r_T\|\le e^{-\Gamma}\|y\| \text{ at } \sigma=0, \text{ and no component is misclassified for } \Gamma>\tfrac12\log(2KC)
                """,
            Reason =
                "Three centers at a small angle, two of one class and one of the other, and a fourth: after "
                + "$c\\,\\Gamma K^2C$ steps the three have nearly the mean $(\\frac23,\\frac13)$ of their labels, and "
                + "a quarter of the samples is misclassified, for every c where the angle is small enough, while "
                + "n → ∞ and Γ make the bound as small as one likes. The paper has $T=2\\Gamma K^2C/\\lambda_M$ and "
                + "$k\\gtrsim\\Gamma^4K^8C^4/\\lambda_M^4$.",
        },
        Hypotheses = ["σ = 0, equal counts, infinite width, gaussian softplus", "the step is 1/(nK)",
            "Γ > ½ log(2KC): the residual of a component is at most e^(−Γ)√(KC), and 1/√2 misclassifies it"],
        Method =
            "Four centers in closed form, with K = C = 2, at falling angles. The error is compared with the bound at "
            + "n = 10⁶, and the constant behind ≲ is taken to be 1.",
    };

    [Parameter("angle", "angle between centers", Minimum = 0.0001, Maximum = 1.5708, Size = true)]
    public Choices<double> Angles { get; init; } = [1.5, 0.25, 0.015625];

    [Parameter("gamma", "Γ", Minimum = 1, Maximum = 30)]
    public double Gamma { get; init; } = 5;

    [Parameter("divisor", "what ΓK²C is divided by")]
    public EigenvaluePower Divisor { get; init; } = EigenvaluePower.Whole;

    [Parameter("factor", "what the number of iterations is multiplied with", Minimum = 0.01, Maximum = 100)]
    public double Factor { get; init; } = 1;

    public override Claim AsPrinted => this with { Divisor = EigenvaluePower.None };

    public override string PrintedPart => Errors;

    // ½ log 8 = 1.0397: K = C = 2.
    public override IEnumerable<string> UnmetHypotheses =>
        Gamma < 1.04 ? ["Γ > ½ log(2KC), which is 1.04 here"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("ΓK²C/√λ_M", this with { Divisor = EigenvaluePower.Root }, Errors),
        new("ΓKC/λ_M", this with { Factor = 0.5 }, Residual),
        new("30 times ΓK²C", this with { Divisor = EigenvaluePower.None, Factor = 30 }, Errors),
    ];

    protected override Experiment<CloseCentersCell, CloseCentersOutcome> Experiment { get; } =
        new CloseCentersExperiment();

    protected override IReadOnlyList<CloseCentersCell> Cells =>
        [.. Angles.Select(δ => new CloseCentersCell(δ, Gamma, Divisor, Factor))];

    protected override Evidence Judge(Examination<CloseCentersCell, CloseCentersOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "what is left of the residual less e^(−Γ)",
            (cell, o) => o.Remaining - Decay(cell).Midpoint,
            (cell, o) => o.Error + Decay(cell).Width,
            "4/λ_M times 80u and the bound of the eigenvalues' errors").Named(Residual),
        examination.ForAll(
            "share of misclassified components less Γ√(K²C/n) + e^(−Γ)",
            (cell, o) => o.Wrong - Bound(cell).Midpoint,
            (cell, _) => Bound(cell).Width,
            "rounding of the bound; components whose outputs are within their error are not counted as wrong")
            .Named(Errors),
    ]);

    private const double Samples = 1e6;

    private static Interval Bound(CloseCentersCell cell) =>
        Interval.Of(cell.Gamma) * Interval.Sqrt(CloseCentersExperiment.Rank / Interval.Of(Samples)) + Decay(cell);

    private static Interval Decay(CloseCentersCell cell) => IntervalFunctions.Exp(-Interval.Of(cell.Gamma));
}
