using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Optimization;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record DistinctInputs
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/distinct-inputs",
        Title = "Softplus networks without bias need inputs distinct up to sign: ±a, ±b, ±(a + b) leave a loss of 6",
        Kind = ClaimKind.Counterexample,
        Source = JacobianSpectraTalk.At("Theory for smooth activations", JacobianSpectraTalk.OptimizationPaper),
        Quotations =
        [
            @"Distinct data points ( $\mathbf{x}_i \neq \mathbf{x}_j$ )",
            @"Smooth activations e.g.  $\phi(z) = \log(1 + e^z)$",
            "Global optimization: With modest overparameterization neural networks can fit any data",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            x_i\ne x_j,\ k\ge\tfrac n2
            \Rightarrow \inf_{v,W}\mathcal{L}=0 \text{, reached by descent with high probability}
            """)
        {
            Corrected =
                """
                x_i\ne\pm x_j,\ k\ge n \Rightarrow \inf_{v,W}\mathcal{L}=0
                c^Tf=0 \text{ for all } v,W
                \Rightarrow \mathcal{L}\ge\frac{(c^Ty)^2}{\|c\|^2}:\ \inf\mathcal{L}=6 \text{ at } \pm a,\pm b,\pm(a+b),
                y=c=(1,-1,1,-1,-1,1)
                """,
            Reason =
                "φ(z) − φ(−z) = z makes f(x) − f(−x) linear in x at every width. Six distinct inputs ±a, ±b, ±(a + b) "
                    + "then satisfy [f(a) − f(−a)] + [f(b) − f(−b)] = f(a+b) − f(−a−b), and on the line 2[f(1) − "
                    + "f(−1)] = f(2) − f(−2), which leaves 2/5 of the labels (1, 0, 0, 0) at 1, −1, 2, −2. No descent "
                    + "from any start comes below. A bias, or inputs distinct up to sign, remove the relation.",
        },
        Hypotheses = ["softplus without bias", "k ≥ 3 for the six inputs, as k ≥ n/2 asks"],
        Method =
            "The relation in interval arithmetic at the start of the talk and behind descent, the loss bounded by it "
            + "from below; from above the weights v = 0, the best output layer on the neurons 0, 1, 2 on the line, and "
            + "on as many random neurons as random directions.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Six distinct inputs: ±(1, 0), ±(0, 1), ±(1, 1). With even parts e and odd parts ½·w·x of the outputs, "
            + "whatever they are, the sum with the signs c vanishes, and for the labels c the loss is 6 at least.",
        Data =
        [
            ("X", "1 0; -1 0; 0 1; 0 -1; 1 1; -1 -1"),
            ("c", "1; -1; 1; -1; -1; 1"),
        ],
        Each =
        [
            ("w1", ["0", "3"]),
            ("w2", ["1", "-1/2"]),
            ("even", ["0", "2", "-7"]),
        ],
        Where =
        [
            ("e", "matrix(6, 1, even, even, 1, 1, -even, -even)"),
            ("f", "X @ matrix(2, 1, w1, w2)/2 + e"),
            ("loss", "sum((f - c)**2)"),
        ],
        Holds =
        [
            new("opposite inputs have equal even parts", "entry(e, 1, 1) == entry(e, 2, 1)"),
            new("the relation", "sum(c*f) == 0"),
        ],
        Fails =
        [
            new("the loss comes below 6", "loss < 6"),
        ],
        Unchecked =
            "that every output of the network is such a sum: log(1 + e^z) = ½z + log(2 cosh ½z), the latter even; and "
            + "that cᵀ(f − c) = −6 bounds ‖f − c‖² by 36/6 (Cauchy–Schwarz) for all of them",
    };
}
