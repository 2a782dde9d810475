using BenchmarkDotNet.Attributes;
using Verification.Implementation.ImplicitBias;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Benchmarks;

/// <summary>
/// The ends of the flow on the talk's sparse problem, d = 1000, m = 100, k = 5, at 21 scales of the start from 10 down
/// to 10⁻⁴, each started from the one before; NumPy's time for the same path comes from <c>peers.py</c>. A Newton step
/// takes m²d + m³/3 + 6md floating-point operations, 1.1·10⁷:
/// <c>dotnet run -c Release --project Benchmarks -- --filter '*SparsePath*'</c>
/// </summary>
public class SparsePathBenchmark
{
    private const int Points = 21;

    private SparseRegression _data = SparseRegression.Draw(
        new RandomStream(StreamKey.Of(1, "benchmark"), 0), dimension: 2, samples: 1, sparsity: 1, noise: 0);

    private Matrix _root = new(0, 0), _hessian = new(0, 0);

    [Params(2, 3, 4)]
    public int Depth { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _data = SparseRegression.Draw(
            new RandomStream(StreamKey.Of(1, "benchmark"), 0), dimension: 1000, samples: 100, sparsity: 5, noise: 0.1);
        _root = _data.Inputs.Transpose();
        _hessian = Gram.Of(_root);
    }

    [Benchmark(Baseline = true)]
    public double Path() => Follow(certify: false);

    [Benchmark]
    public double CertifiedPath() => Follow(certify: true);

    [Benchmark]
    public void HessianOfOneStep() => Gram.Of(_root, _hessian);

    [Benchmark]
    public bool FactorOfOneStep() => CholeskyFactor.TryFactor(_hessian, out _);

    private double Follow(bool certify)
    {
        double[]? multiplier = null;
        double error = 0;
        for (int i = 0; i < Points; i++)
        {
            double scale = Math.Pow(10, 2 - 10.0 * i / (Points - 1));
            PotentialMinimum end = PotentialMinimizer.Minimize(
                _data.Inputs, _data.Labels, DiagonalLink.Of(Depth), scale, multiplier, certify);
            multiplier = end.Multiplier;
            error = _data.ExcessError(end.Solution);
        }

        return error;
    }
}
