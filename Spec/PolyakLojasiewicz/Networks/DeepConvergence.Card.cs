namespace Verification.Spec.PolyakLojasiewicz.Networks;

// What the claim says, in words; what it does stands beside it.
public sealed partial record DeepConvergence
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/deep-convergence",
        Title = "Wide deep networks, all layers trained, keep μ-PL* along the path and converge within 2‖r_0‖/√μ",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Theorem 3 (16/23), Theorem 4 (18/23), along the path of gradient descent; “with high probability” is "
            + "ours"),
        Quotations =
        [
            @"Consider the neural net and random initialization  $W_0$  as described in Theorem 3. For large enough "
                + @" $m$ , then with an appropriate step size",
            @"GD converges to a global minimizer in  $B(W_0, R)$  with  $R = O(\frac{1}{\mu})$",
            @"with exponential rate:  $L(W_t) \leq (1 - \eta\mu)^t L(W_0)$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mu=0.85\,\lambda_{\min}(K(W_0)),\ \eta=\tfrac{1}{2\lambda_{\max}(K(W_0))}:
            \quad \text{with a probability that grows with } m \text{ and is at least } 0.9 \text{ at } m=64,
            \tfrac12\|\nabla L(W_t)\|^2\ge\mu L(W_t),\quad L(W_t)\le(1-\eta\mu)^tL(W_0) \text{ for all } t,
            \sum_t\|W_{t+1}-W_t\|\le\frac{2\|r_0\|}{\sqrt\mu}\le\frac{2\sqrt{\lambda_{\max}(K(W_0))}\,\|r_0\|}{\mu},
            \quad L(W_t)\to0
            """),
        Hypotheses =
        [
            "two hidden tanh layers of width m, linear output, every layer trained from standard normal weights",
            "n = 3 inputs of dimension 3, ‖x‖² = 3, x_i·x_j = 0.2‖x‖²; labels uniform on the unit sphere, drawn before "
            + "the weights",
        ],
        Method =
            "The step and μ are fixed at W_0, λ_min(K(W_0)) bounded below. Networks of one width are trained to a "
            + "residual of 10⁻⁸ of its start, and it is counted how many satisfy each part at all iterates; a run that "
            + "the cap of steps ends is open. The share that satisfies all parts has to rise from a narrow width. The "
            + "balls are not certified: between the iterates, and off the path, nothing is examined. Errors are seen "
            + "from a factor 1.2 for μ in the PL* inequality, 2.5 in the rate, which descent along the weakest "
            + "direction beats by nearly 2, and 0.4 in the length of the path.",
    };
}
