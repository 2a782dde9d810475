using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Corruption;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record ResidualTerms
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/residual-terms",
        Title =
            "On clusters the corruption never leaves the residual, and f − ȳ goes to its part on the information space",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Key Intuition", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            @"Residual w.r.t. true labels falls mostly onto  $\mathcal{I}$  and **quickly** goes to zero",
            @"Diffuseness  $\Rightarrow$  corruption  $\mathbf{y} - \bar{\mathbf{y}}$  falls mostly onto  "
                + @"$\mathcal{N}$  and "
                + "**slowly** goes to zero",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            r_\tau=(f_\tau-\bar y)+(\bar y-y):\quad f_\tau-\bar y\to0 \text{ quickly},\quad y-\bar y\to0 \text{ slowly}
            """)
        {
            Corrected =
                """
                \bar y-y \text{ does not depend on } \tau,\quad \varepsilon_0=0:\ f_\tau-\bar y\in\mathcal{I},
                \Pi_{\mathcal{N}}r_\tau=\Pi_{\mathcal{N}}(\bar y-y)\ \forall\tau;
                f_\tau-\bar y\to\Pi_{\mathcal{I}}(y-\bar y),
                \|\Pi_{\mathcal{I}}(y-\bar y)\|\le\sqrt{\max_\ell s_\ell/n_\ell}\;\|y-\bar y\|
                """,
            Reason =
                "What the residual with respect to the true labels goes to is the mean corruption of the clusters, "
                    + "small but not zero: one of twenty labels of each cluster leaves a norm of 0.22‖y − ȳ‖. Later, "
                    + "where noise is fitted, it goes to all of it. And y − ȳ is data, the same at all τ. Read of "
                    + "Π_N r it is right where the samples of a cluster can be told apart; where they coincide that "
                    + "never decays.",
        },
        Hypotheses =
        [
            "all samples of a cluster at its center (ε₀ = 0)", "some, and not all, labels of a cluster corrupted",
            "the tangent kernel of the centers has full rank, kd ≥ 8LK and k ≥ 8K",
        ],
        Method =
            "Descent of a network on all samples, repeated one by one; both terms of the residual projected by means "
            + "over the clusters, before and behind descent.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "A cluster of seventeen samples at one unit input, K = 1, clean labels 1, one of them corrupted to −1: ρ = "
            + "1/17 < 1/16. With f = wx one step η = 1/17 takes f from anywhere to the mean label 15/17, where it "
            + "stays.",
        Data =
        [
            ("size", "17"),
            ("moved", "1"),
            ("clean", "1"),
            ("total", "15"),
        ],
        Each =
        [
            ("f", ["0", "1", "1/3", "-5"]),
        ],
        Where =
        [
            ("after", "f - (size*f - total)/size"),
            ("later", "after - (size*after - total)/size"),
        ],
        Holds =
        [
            new("a sparse corruption", "moved/size < 1/16"),
            new("descent stays where it is", "later == after"),
        ],
        Fails =
        [
            new("f has come to within a tenth of ȳ", "abs(after - clean) < 1/10"),
        ],
    };
}
