using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record InformationAndNuisance
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "n = 1 sample, K = 2 outputs, J = diag(2, 1), u₁ = (1, 0), r = 1. The printed nuisance space is the span "
            + "of no vector, from s = 2 to 1. y = (0, 1) has no part in either space.",
        Data = [("jacobian", "2 0; 0 1"), ("first", "1; 0"), ("y", "0; 1")],
        Where = [("information", "first @ transpose(first)"), ("nuisance", "0*information")],
        Holds =
        [
            new("u₁ is a left singular vector", "jacobian@transpose(jacobian)@first == 4*first"),
            new("J has nK = 2 singular values", "rank(jacobian) == 2"),
        ],
        Fails =
        [
            new(
                "the squared projections add up",
                "transpose(y)@information@y + transpose(y)@nuisance@y == transpose(y)@y"),
        ],
    };
}
