namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// What the claim says, in words; what it does stands beside it.
public sealed partial record KernelAtInitialization
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/kernel-at-initialization",
        Title = "At initialization wide networks have a kernel near K∞, bounded below if no inputs are antipodal",
        Kind = ClaimKind.HighProbability,
        Source = OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, ②; Picture so far; the bounds are derived here"),
        Quotations =
        [
            """
            Standard initialization  $w_0 \stackrel{iid}{\sim} N(0,1)$ , for wide NN  $F(w)$ ,
            $\lambda_{\min}(K(w_0)) = O(1)$  w.h.p. assuming data is not degenerate
            """,
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            w_0\sim N(0,1) \text{ i.i.d., wide NN: } \lambda_{\min}(K(w_0))=O(1) \text{ w.h.p. assuming data is
            not degenerate}
            """)
        {
            Corrected =
                """
                \mathbb{E}\|K(w_0)-K_\infty\|_F^2=V/m \text{ and }
                \mathbb{P}(\lambda_{\min}(K(w_0))\ge\tfrac12\lambda_{\min}(K_\infty))\ge
                1-n\,\exp(-0.1534\,m\,\lambda_{\min}(K_\infty)/(L_\sigma^2\|X\|_2^2)),
                \quad \lambda_{\min}(K_\infty)>0 \text{ if } x_i\ne0 \text{ and } x_i\ne\pm x_j
                """,
            Reason =
                "O(1) bounds from above, which is trivial (λ_min ≤ K_11) and true; what slide 12 uses is a "
                + "lower bound in the width, Ω(1). \"Not degenerate\", which the talk does not define, has to "
                + "exclude more than zero and equal inputs: tanh and sigmoid have even slopes, so that x_j = "
                + "−x_i makes two rows of the Jacobian "
                + "proportional. The four distinct numbers ±½, ±1 give a singular kernel at every w and every width.",
        },
        Hypotheses =
        [
            "shallow network without biases, σ' analytic and no polynomial, even or without antipodal inputs, "
            + "first layer standard normal",
            "fixed inputs, x_i ≠ 0 and x_i ≠ ±x_j for i ≠ j",
            "L_σ = sup|σ'|",
        ],
        Method =
            "K∞ and V = Σ(x_i·x_j)²Var(σ'σ') are computed by the trapezoidal rule. ‖K − K∞‖_F has to fall like "
            + "m^(−1/2), its square times m to average V; λ_min(K) ≥ ½λ_min(K∞) is counted at a width where the "
            + "Chernoff bound says something, and has to be likelier there than at a narrow width by a tenth. "
            + "λ_min(K∞) has to exceed the bound of its error; below it nothing is decided, unless the inputs "
            + "name a null vector, e_i for x_i = 0, e_i ∓ e_j for x_i = ±x_j. So do the distinct numbers ±½, ±1.",
    };
}
