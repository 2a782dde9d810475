using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Corruption;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record CorruptionOnInformationSpace
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/corruption-on-information-space",
        Title = "A share ρ of the energy of a corruption lies in the information space where each cluster has ρ of it",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At("Key Intuition", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            @"Diffuseness  $\Rightarrow$  corruption  $\mathbf{y} - \bar{\mathbf{y}}$  falls mostly onto  "
                + @"$\mathcal{N}$",
            @"Clean data points  $\{(\mathbf{x}_i, \bar{y}_i)\}_{i=1}^n$ , corrupt  $s := \rho n$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \|u\|_\infty\le\sqrt{\gamma/n}\,\|u\|_2\ \forall u\in\mathcal{I},\quad s=\rho n
            \Rightarrow \|\Pi_{\mathcal{I}}(y-\bar y)\|^2\le\rho\,\|y-\bar y\|^2
            """)
        {
            Corrected =
                """
                s_\ell\le\rho n_\ell \text{ in each cluster }
                \Rightarrow \|\Pi_{\mathcal{I}}(y-\bar y)\|^2\le\rho\,\|y-\bar y\|^2;
                \text{uniform other labels, } s=\rho n \text{ anywhere}:
                \mathbb{E}\frac{\|\Pi_{\mathcal{I}}(y-\bar y)\|^2}{\|y-\bar y\|^2}
                =\frac{K\left(\rho+(1-\rho)\frac{L-1}{n-1}\right)+(K-2)\frac Ln}{2(K-1)}
                """,
            Reason =
                "A whole cluster that is moved to one other class is a corruption inside I, although the indicator of "
                    + "a cluster of n/L samples is as diffuse as any of I. What counts is the share in each cluster. "
                    + "For random labels at ρ = ½ and K = 3, ⅜ of the energy lies in I: mostly onto N is right for "
                    + "sparse corruption alone.",
        },
        Hypotheses =
        [
            "I: the functions that are constant on clusters, for each of K outputs", "one-hot labels, one class a "
                + "cluster",
            "clusters of equal size in the mean over placements of each",
        ],
        Method =
            "Counts of labels give both energies as integers: one target in each cluster, where the bound is attained; "
            + "one cluster alone; uniform other labels, whose mean is compared with a rational number by an empirical "
            + "Bernstein interval.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Seventeen clusters of two samples, two classes, both samples of the first cluster corrupted: ρ = 1/17 < "
                + "1/16. The corruption is constant on clusters, so that all of it lies in I, not 1/17.",
        Data =
        [
            ("e", "-1 1; -1 1"),
            ("clusters", "17"),
            ("size", "2"),
            ("moved", "2"),
        ],
        Where =
        [
            ("rho", "moved/(clusters*size)"),
            ("projected", "matrix(2, 2, 1, 1, 1, 1) @ e/size"),
        ],
        Holds =
        [
            new("a sparse corruption", "rho < 1/16"),
            new("the corruption is its own projection", "projected == e"),
        ],
        Fails =
        [
            new("‖Π_I e‖² ≤ ρ‖e‖²", "sum(projected**2) <= rho*sum(e**2)"),
            new("at least half of the energy lies in N", "sum(projected**2) <= sum(e**2)/2"),
        ],
    };
}
