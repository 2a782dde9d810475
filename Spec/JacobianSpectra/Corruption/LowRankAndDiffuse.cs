using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Corruption;

// "Jacobian is low-rank. Prominent eigenvects of Jacobian are diffused": where the samples of a cluster coincide, J has
// equal rows on it, so that its rank is at most LK and its left singular vectors are constant on clusters. If it is LK,
// they span all such functions, whose projection has 1/n_ℓ on the diagonal: diffuse as far as clusters are large.

/// <summary>Rank and leverages of the Jacobian on clusters.</summary>
public sealed record LowRankAndDiffuse : Claim<ClusterSpectrumCell, ClusterSpectrumOutcome>
{
    private const string Rank = "rank", Leverage = "leverage";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/low-rank-and-diffuse",
        Title = "On L clusters the Jacobian has the rank LK, and a sample of a cluster of n_ℓ has the leverage 1/n_ℓ",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Key Intuition", JacobianSpectraTalk.RobustnessPaper),
        Quotations = ["Jacobian is low-rank", "Prominent eigenvects of Jacobian are diffused"],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            \operatorname{rank}(\mathcal{J})\ll nK,\quad \|u\|_\infty\ll\|u\|_2 \text{ for prominent } u
            """)
        {
            Corrected =
                """
                \operatorname{rank}(\mathcal{J})=LK,
                \|\Pi_{\mathcal{I}}e_{ia}\|^2=\frac1{n_\ell} \text{ for a sample } i \text{ of cluster } \ell;
                u\in\mathcal{I} \Rightarrow \|u\|_\infty^2\le\frac{\|u\|_2^2}{\min_\ell n_\ell}
                """,
            Reason =
                "With the samples of each cluster at its center the projection is the mean over the cluster. A cluster "
                    + "of one sample has an eigenvector of its own: clusterable data are diffuse as far as no cluster "
                    + "is small.",
        },
        Hypotheses =
        [
            "all samples of a cluster at its center (ε₀ = 0)", "the tangent kernel of the centers has full rank",
        ],
        Method =
            "Eigenvalues and eigenvectors of JJᵀ on clusters of different sizes, random centers, with proven errors; "
                + "the diagonal of the projection on the LK prominent ones.",
    };

    [Parameter("clusters", "L", Minimum = 1, Maximum = 6, Size = true)]
    public int Clusters { get; init; } = 3;

    [Parameter(
        "size", "samples of the smallest cluster; the next has one more", Minimum = 1, Maximum = 6, Size = true)]
    public int ClusterSize { get; init; } = 2;

    [Parameter("classes", "K", Minimum = 1, Maximum = 3)]
    public int Classes { get; init; } = 2;

    [Parameter("d", "dimension of the centers", Minimum = 2, Maximum = 50)]
    public int Dimension { get; init; } = 6;

    [Parameter("k", "width", Minimum = 1, Maximum = 200)]
    public int Width { get; init; } = 16;

    [Parameter("of-clusters", "whether the claimed rank is L, for any K")]
    public bool IsOfClusters { get; init; }

    [Parameter("balanced", "whether the claimed leverage is L/n, for any sizes")]
    public bool IsBalanced { get; init; }

    [Parameter("leverage", "c in the leverage c/n_ℓ", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the rank L, for any K", this with { IsOfClusters = true }, Rank),
        new("the leverage L/n, for any sizes", this with { IsBalanced = true }, Leverage),
        new("leverages smaller by a hundredth", this with { Factor = 0.99 }, Leverage),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Clusters * Classes <= Width * Dimension && Classes <= Width
            ? []
            : ["the tangent kernel of the centers has full rank: LK ≤ kd and K ≤ k"];

    public override int Decisions => 2;

    protected override Experiment<ClusterSpectrumCell, ClusterSpectrumOutcome> Experiment { get; } =
        new ClusterSpectrumExperiment();

    protected override IReadOnlyList<ClusterSpectrumCell> Cells =>
        [new(Clusters, ClusterSize, Classes, Dimension, Width)];

    protected override Evidence Judge(Examination<ClusterSpectrumCell, ClusterSpectrumOutcome> examination) =>
        Evidence.All(
            examination.ForAll(
                "the eigenvalues behind the rank vanish",
                (_, o) => IsOfClusters ? o.AfterClusters : o.Next,
                (_, o) => o.SpectrumError,
                "a proven bound of the error of an eigenvalue, and of the kernel, over the largest",
                resolution: 1e-8).Named(Rank),
            examination.Given((_, o) => o.Last > 10 * o.SpectrumError).ForAll(
                "the leverages are c/n_ℓ",
                Worst,
                (_, o) => o.LeverageError,
                "Davis and Kahan: the error of the kernel over its least positive eigenvalue").Named(Leverage));

    private double Worst(ClusterSpectrumCell cell, ClusterSpectrumOutcome o)
    {
        double mean = cell.Size + (cell.Clusters - 1) / 2.0;
        return Enumerable.Range(0, cell.Clusters).Max(cluster =>
        {
            double claimed = Factor / (IsBalanced ? mean : cell.Size + cluster);
            return Math.Max(o.Leverages[cluster] - claimed, claimed - o.LeastLeverages[cluster]);
        });
    }
}
