using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record WishartSemicircle
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "At a fixed ratio m/d the spectrum tends to the law of Marchenko and Pastur, which is not the "
            + "semicircle.",
        Unchecked =
            "a limit of random spectra, refuted by many trials; eigenvalues of random matrices are not a "
            + "matter of a few exact numbers",
    };
}
