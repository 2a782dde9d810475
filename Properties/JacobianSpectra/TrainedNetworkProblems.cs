using FsCheck;
using FsCheck.Fluent;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Generates small networks of every smooth activation; shrinks to fewer samples, neurons, blocks.</summary>
public static class TrainedNetworkProblems
{
    private static readonly string[] Laws = ["tanh", "softplus", "sine", "identity"];

    public static Arbitrary<TrainedNetworkProblem> Problem() => Arb.From(
        from samples in Gen.Choose(1, 6)
        from dimension in Gen.Choose(1, 5)
        from width in Gen.Choose(1, 6)
        from blocks in Gen.Choose(0, 3)
        from outputs in Gen.Choose(1, 4)
        from law in Gen.Elements(Laws)
        from seed in Gen.Choose(0, 1_000_000)
        select new TrainedNetworkProblem(samples, dimension, width, blocks, outputs, law, (ulong)seed),
        Shrink);

    private static IEnumerable<TrainedNetworkProblem> Shrink(TrainedNetworkProblem problem) =>
    [
        .. Shrinking.Down(problem.Samples, 1, n => problem with { Samples = n }),
        .. Shrinking.Down(problem.Blocks, 0, blocks => problem with { Blocks = blocks }),
        .. Shrinking.Down(problem.Width, 1, m => problem with { Width = m }),
        .. Shrinking.Down(problem.Dimension, 1, d => problem with { Dimension = d }),
        .. Shrinking.Down(problem.Outputs, 1, K => problem with { Outputs = K }),
    ];
}
