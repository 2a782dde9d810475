using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// Slide 11 ②, "λ_min(K(w0)) = O(1)": a constant in the width, but not in the number of samples. On the line K∞ is an
// analytic kernel, and on grids of [0.2, 1] each further number up to nine divides λ_min(K∞) by between 20 and 100:
// nine samples have 8e-15. So m = Θ(1/λ²) of the later slides is no constant either. What happens beyond nine samples
// is not examined.

/// <summary>How fast the limit kernel's least eigenvalue falls with the number of samples on the line.</summary>
public sealed record KernelOnTheLine : Claim<LineKernelCell, LineKernelOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/kernel-on-the-line",
        Title =
            "On the line each of the samples 3 to 9 divides λ_min of the infinitely wide tanh network's kernel "
            + "by over 20",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, ②; dependence on the number of samples is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            x_i=0.2+0.8\tfrac{i-1}{n-1},\ \sigma=\tanh:
            \quad 20\le\lambda_{\min}(K_\infty\text{of }n-1\text{ samples})/\lambda_{\min}(K_\infty\text{of }
            n\text{ samples})\le 100,\ 3\le n\le 9
            """),
        Hypotheses = ["scalar inputs", "limit of infinite width at standard normal weights"],
        Method =
            "K∞ = AAᵀ for the weighted slopes A at the 193 nodes of a trapezoidal rule; λ_min is the square of "
            + "A's least singular value, which keeps its digits where those of K∞ are lost. Ratios of "
            + "successive n are compared with both bounds.",
    };

    [Parameter("n", "numbers of samples, each compared with one fewer", Minimum = 3, Maximum = 10, Size = true)]
    public Choices<int> Samples { get; init; } = [3, 4, 5, 6, 7, 8, 9];

    [Parameter("at-least", "each sample divides λ_min by at least this", Minimum = 0, Maximum = 1e6)]
    public double AtLeast { get; init; } = 20;

    [Parameter("at-most", "each sample divides λ_min by at most this", Minimum = 0, Maximum = 1e6)]
    public double AtMost { get; init; } = 100;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("λ_min does not depend on n, up to a factor 2", this with { AtMost = 2 }, "at-most"),
        new("each sample divides it by at least 24", this with { AtLeast = 24 }, "at-least"),
        new("each sample divides it by at most 60", this with { AtMost = 60 }, "at-most"),
    ];

    protected override Experiment<LineKernelCell, LineKernelOutcome> Experiment { get; } = new LineKernelExperiment();

    protected override IReadOnlyList<LineKernelCell> Cells =>
        [
            .. Samples
                .Concat(Samples.Select(n => n - 1))
                .Distinct()
                .Order()
                .Select(n => new LineKernelCell(Activation.Tanh, n)),
        ];

    // Nothing is random here.
    protected override Evidence Judge(Examination<LineKernelCell, LineKernelOutcome> examination)
    {
        Dictionary<int, LineKernelOutcome> at = examination.Observations
            .GroupBy(observation => observation.Cell.Samples)
            .ToDictionary(group => group.Key, group => group.First().Outcome);
        var grown = examination.Where(cell => Samples.Contains(cell.Samples));
        return Evidence.All(
            grown
                .ForAll(
                    "λ_min falls at least by the claimed factor",
                    (cell, o) => AtLeast * Ratio(cell, o) - 1,
                    Error,
                    Derivation,
                    resolution: 1e-2)
                .Named("at-least"),
            grown
                .ForAll(
                    "λ_min falls at most by the claimed factor",
                    (cell, o) => 1 - AtMost * Ratio(cell, o),
                    Error,
                    Derivation,
                    resolution: 1e-2)
                .Named("at-most"));

        double Ratio(LineKernelCell cell, LineKernelOutcome o) => o.Least / at[cell.Samples - 1].Least;

        // Residuals are at most 5 where they are near 0 or positive by a factor of 5; relative errors of both
        // eigenvalues add.
        double Error(LineKernelCell cell, LineKernelOutcome o) =>
            10 * (o.RelativeError + at[cell.Samples - 1].RelativeError);
    }

    private const string Derivation =
        "relative error of both eigenvalues, twice the measured error of the least singular value over it, times 10 "
        + "for the size of the residual";
}
