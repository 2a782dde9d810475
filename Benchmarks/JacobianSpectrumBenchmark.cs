using BenchmarkDotNet.Attributes;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

/// <summary>All singular values of the Jacobian of a network with K = 3 outputs on n inputs: the tangent kernel without
/// the Jacobian, then 3n eigenvalues.</summary>
public class JacobianSpectrumBenchmark
{
    private const int Outputs = 3, Width = 100, Dimension = 20;

    private MulticlassPoint? _point;

    [Params(100, 500)]
    public int Samples { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var stream = new RandomStream(StreamKey.Of(1, "benchmark/jacobian-spectrum"), 0);
        Matrix X = UniformSphere.Rows(stream, Samples, Dimension);
        Matrix V = NetworkWeights.Signs(stream, Outputs, Width, 1 / Math.Sqrt(Width));
        _point = new MulticlassNetwork(Activation.Softplus, X, V)
            .At(NetworkWeights.Gaussian(stream, Width, Dimension));
    }

    [Benchmark]
    public Matrix TangentKernel() => _point!.TangentKernel();

    [Benchmark]
    public double[] SquaredSingularValues() => SymmetricSpectrum.ValuesOf(_point!.TangentKernel());
}
