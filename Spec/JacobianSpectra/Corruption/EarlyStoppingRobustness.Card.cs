using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Corruption;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record EarlyStoppingRobustness
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/early-stopping-robustness",
        Title = "With its kernel kept, early stopping finds true labels where less than half of a cluster is corrupted",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At("Robustness to corruption", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            @"Clean data points  $\{(\mathbf{x}_i, \bar{y}_i)\}_{i=1}^n$ , corrupt  $s := \rho n$  to get "
                + "corrupted data",
            @"Corruption level  $\rho < \frac{1}{16}$",
            @"Starting from random initialization, after  $\tau \sim L \log(1/\rho)$  iterations, gradient descent "
                + @"finds a model with perfect accuracy",
            @"closest label to  $f(\mathbf{W}_\tau, \mathbf{x}_i) = \text{true label } \bar{y}_i$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            s=\rho n,\ \rho<\tfrac1{16},\ \tau\sim L\log(1/\rho)
            \Rightarrow \text{closest label to } f(W_\tau,x_i)=\bar y_i \text{ for all } i
            """)
        {
            Corrected =
                """
                \text{kernel of the start kept},\quad s_\ell<\tfrac12n_\ell \text{ in each cluster},
                \tau\ge\frac{\log(\sqrt2\|f_0-M\|_F/\Delta)}{-\log(1-\lambda_{\min}/\lambda_{\max})}
                \Rightarrow \text{closest label to } f(W_\tau,x_i)=\bar y_i \text{ for all } i;
                \Delta=1-2\max_\ell\frac{s_\ell}{n_\ell},\quad M: \text{ mean labels of the clusters},
                \eta=1/\lambda_{\max}
                """,
            Reason =
                "Where the samples of a cluster coincide, they have one output, which goes to the mean of their "
                    + "labels. Just over half of one of L ≥ 9 clusters is less than n/16 labels, and no time of "
                    + "stopping gives this cluster its true label back. The paper bounds the share in each cluster "
                    + "(from memory, by an eighth of the separation of the labels). Here 1/16 in each is enough, ½ is "
                    + "sharp.",
        },
        Hypotheses =
        [
            "the kernel of the start is kept; of networks, whose kernel moves, it is counted and not proven",
            "all samples of a cluster at its center, one class a cluster, one-hot labels (ε₀ = 0)",
            "clusters of equal size; of others f₀ − M is to be taken over all samples",
            "the tangent kernel of the centers has full rank, kd ≥ 8LK and k ≥ 8K, the time within 4000 steps",
        ],
        Method =
            "Random centers; the same share of each cluster moved to the next class, or 0.55 of one cluster alone. The "
            + "linear recursion with the kernel of the start, and beside it descent of the network, both stopped at "
            + "the time of the corrected form; the least margin of the true label over the clusters. The network, "
            + "whose kernel moves, has to do so in nine draws of ten.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Nine clusters of nine samples at orthonormal centers, K = 2, five labels of the first one corrupted: ρ = "
                + "5/81 < 1/16. With f = VWx, VVᵀ = I, clusters do not interact, and one step η = 1/9 takes f from "
                + "anywhere to the mean label (4/9, 5/9), where it stays.",
        Data =
        [
            ("clusters", "9"),
            ("size", "9"),
            ("moved", "5"),
            ("Y", "1 0; 1 0; 1 0; 1 0; 0 1; 0 1; 0 1; 0 1; 0 1"),
            ("ones", "1; 1; 1; 1; 1; 1; 1; 1; 1"),
            ("true", "1; 0"),
            ("wrong", "0; 1"),
        ],
        Each =
        [
            ("f1", ["0", "1", "-3"]),
            ("f2", ["0", "7/2"]),
        ],
        Where =
        [
            ("start", "matrix(2, 1, f1, f2)"),
            ("after", "start - (size*start - transpose(Y) @ ones)/size"),
            ("later", "after - (size*after - transpose(Y) @ ones)/size"),
        ],
        Holds =
        [
            new("less than 1/16 of all labels is corrupted", "moved/(clusters*size) < 1/16"),
            new("descent stays where it is", "later == after"),
        ],
        Fails =
        [
            new("the closest label is the true one", "sum((after - true)**2) < sum((after - wrong)**2)"),
        ],
        Unchecked = "that the gradient by W moves f at a center by V·Vᵀ = I times the sum of its residuals alone",
    };
}
