using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Descent;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record DescentNeedsSamples
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Two samples in two dimensions and the teacher T = I. The start W of rank 1 interpolates: its "
            + "risk is 0 < ½C5·σ⁴, its gradient 0, so that descent with any step stays there.",
        Data =
        [
            ("X", "3 4; 1 0"),
            ("T", "1 0; 0 1"),
            ("W", "1 1/2; 0 0"),
            ("C5", "2"),
            ("sigma", "1"),
        ],
        Where =
        [
            ("A", "transpose(W) @ W - transpose(T) @ T"),
            ("residuals", "diag(X @ A @ transpose(X))"),
            ("gradient", "4/2*W @ transpose(X) @ (residuals @ matrix(1, 2, 1, 1)*X)"),
        ],
        Holds =
        [
            new("the start lies below the barrier", "mean(residuals**2) < C5/2*sigma**4"),
            new("descent stays at the start", "gradient == 0"),
            new(
                "the population risk of Gaussian data, (tr A)² + 2‖A‖², is at least C·σ⁴",
                "trace(A)**2 + 2*sum(A**2) >= C5*sigma**4"),
        ],
        Fails =
        [
            new("descent is at full rank", "rank(W) == 2"),
        ],
        Unchecked =
            "that such a start exists at every draw of the data: the equations ⟨w, X_i⟩ = ‖T·X_i‖, i = 1, "
            + "2, have a solution w whenever X_1 and X_2 are independent",
    };
}
