using Verification.Spec.Counterexamples;

namespace Verification.Spec.QuadraticNetworks.Model;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record SecondOrderActivations
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "The rectifier max(x, 0). A weighted sum of the values at h/2, 0, −h/2 and −h vanishes for "
            + "every quadratic, and is h/2 for the rectifier; the weights add up to 8 in absolute value, so "
            + "that every quadratic misses the rectifier on [−h, h] by at least h/16. Whatever C is, that "
            + "exceeds C·h³ at h = 1/(8√C).",
        Data =
        [
            ("weights", "1; -3; 3; -1"),
        ],
        Each =
        [
            ("root", ["1", "10", "1000"]),
        ],
        Where =
        [
            ("C", "root**2"),
            ("h", "1/(8*root)"),
            ("nodes", "matrix(4, 1, h/2, 0, -h/2, -h)"),
        ],
        Holds =
        [
            new("the weights annihilate constants", "sum(weights) == 0"),
            new("linear functions", "sum(weights*nodes) == 0"),
            new("and squares", "sum(weights*nodes**2) == 0"),
            new("what they leave of the rectifier", "abs(sum(weights*max(nodes, 0)))/sum(abs(weights)) == h/16"),
        ],
        Fails =
        [
            new("a quadratic is within C·h³ on [−h, h]", "h/16 <= C*h**3"),
        ],
    };
}
