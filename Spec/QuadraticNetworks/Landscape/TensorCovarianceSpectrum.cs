using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Convergence of Gradient Descent"(c): "the spectrum of expected covariance matrices of tensorized data". E
// X^{⊗2}(X^{⊗2})ᵀ has the eigenvalues μ4 + (d−1)μ2² (once), κ (d − 1 times), 2μ2² and 0 (d(d−1)/2 times each); the
// matrix is formed moment by moment and diagonalized.

/// <summary>The spectrum of the expected covariance of tensorized data.</summary>
public sealed record TensorCovarianceSpectrum : Claim<TensorSpectrumCell, TensorSpectrumOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/tensor-covariance-spectrum",
        Title = "The expected covariance of X⊗X has three nonzero eigenvalues, the least of them the barrier's C",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: Convergence of Gradient Descent, (c); the eigenvalues are derived here") with
        {
            Reference = "M. Emschwiller, D. Gamarnik, E. C. Kızıldağ, I. Zadik, arXiv:2003.10523",
        },
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \mathrm{spec}\,\mathbb{E}X^{\otimes2}(X^{\otimes2})^T=\{\mu_4+(d-1)\mu_2^2,\ (\mu_4-\mu_2^2)\times(d-1),
            \ 2\mu_2^2\times\tfrac{d(d-1)}{2},\ 0\times\tfrac{d(d-1)}{2}\}
            """),
        Hypotheses = ["coordinates i.i.d., centered, with finite fourth moment"],
        Method =
            "The d² × d² matrix of fourth moments is formed from index multiplicities and diagonalized; its sorted "
            + "eigenvalues are compared with the closed form, within a proven bound of their errors: 10⁻⁶ shows. On "
            + "symmetric matrices (svec coordinates) the zeros disappear.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
        [
            CoordinateLaw.Gaussian,
            CoordinateLaw.Uniform,
            CoordinateLaw.Laplace,
            CoordinateLaw.Rademacher,
            CoordinateLaw.TwoPoint,
        ];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3, 4];

    [Parameter("top", "the k in μ4 + (d − k)μ2²", Minimum = -5, Maximum = 5)]
    public double TopShift { get; init; } = 1;

    [Parameter("off-diagonal", "eigenvalue of off-diagonal matrices over μ2²", Minimum = 0, Maximum = 5)]
    public double OffDiagonal { get; init; } = 2;

    [Parameter("diagonal-missing", "d minus the multiplicity of κ", Minimum = 0, Maximum = 1)]
    public int DiagonalMissing { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("top eigenvalue μ4 + (d − 0.9)μ2²", this with { TopShift = 0.9 }),
        new("off-diagonal eigenvalue μ2², as for monomials without √2", this with { OffDiagonal = 1 }),
        new("κ with multiplicity d, and no top eigenvalue", this with { DiagonalMissing = 0 }),
    ];

    protected override Experiment<TensorSpectrumCell, TensorSpectrumOutcome> Experiment { get; } =
        new TensorSpectrumExperiment();

    protected override IReadOnlyList<TensorSpectrumCell> Cells =>
        [.. from law in Laws from d in Dimensions select new TensorSpectrumCell(law, d)];

    // Nothing is random here.
    protected override Evidence Judge(Examination<TensorSpectrumCell, TensorSpectrumOutcome> examination)
    {
        return examination.ForAll(
            "the sorted eigenvalues are those of the closed form",
            (cell, o) => o.Eigenvalues.Zip(Expected(cell), (found, expected) => Math.Abs(found - expected)).Max(),
            (_, o) => o.Error,
            "proven bound of the symmetric eigenvalue routine, and the rounding of the closed form");
    }

    private IEnumerable<double> Expected(TensorSpectrumCell cell)
    {
        int d = cell.Dimension;
        double square = cell.Law.SecondMoment * cell.Law.SecondMoment;
        int pairs = d * (d - 1) / 2;
        IEnumerable<double> values = Enumerable.Repeat(0.0, pairs)
            .Concat(Enumerable.Repeat(OffDiagonal * square, pairs))
            .Concat(Enumerable.Repeat(cell.Law.VarianceOfSquare, d - DiagonalMissing));
        if (DiagonalMissing > 0)
            values = values.Append(cell.Law.FourthMoment + (d - TopShift) * square);
        return values.Order();
    }
}
