using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record StoppingTime
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "ᾱ = 1/2, Γ = 1, and steps 1/(nK), as the mixtures of the talk presuppose: the printed number of "
            + "iterations is 2⁸ = 256. A nuisance direction of singular value √(nK)/16 keeps (1 − 1/256)^256 of its "
            + "residual, and moves the weights by 16 times the rest, over √(nK). The bound is Γ/ᾱ = 2 over √(nK), and "
            + "9/4 where T is rounded up.",
        Data = [("cutoff", "1/2"), ("gamma", "1"), ("value", "1/16"), ("steps", "256")],
        Where =
        [
            ("keep", "1 - value*value"),
            ("kept4", "keep*keep*keep*keep"),
            ("kept16", "kept4*kept4*kept4*kept4"),
            ("kept64", "kept16*kept16*kept16*kept16"),
            ("kept256", "kept64*kept64*kept64*kept64"),
        ],
        Holds =
        [
            new("the direction is below the cutoff", "value < cutoff"),
            new("T = Γ/ᾱ⁸", "steps*cutoff*cutoff*cutoff*cutoff*cutoff*cutoff*cutoff*cutoff == gamma"),
        ],
        Fails =
        [
            new("the distance is within its bound", "(1 - kept256)/value <= (gamma + cutoff*cutoff)/cutoff"),
        ],
        Unchecked = "that the error of classification follows the distance",
    };
}
