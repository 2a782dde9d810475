using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Benchmarks;

// dotnet run --project Benchmarks -c Release -- --filter '*TensorBenchmark*'

/// <summary>One pass over 50 cubics in 100 variables, 8.6 million coefficients: F and DF, and these with Σ F_l∇²F_l;
/// the coefficients stored, or drawn again.</summary>
public class TensorBenchmark
{
    private const int D = 100, N = 50;

    private readonly TensorSystem _stored = Draw(isStored: true), _drawn = Draw(isStored: false);

    private readonly double[] _x = new double[D], _values = new double[N];

    private readonly Matrix _slopes = new(N, D), _curvature = new(D, D);

    public TensorBenchmark() => UniformSphere.Fill(new RandomStream(StreamKey.Of(1, "point"), 0), _x);

    [Benchmark(Baseline = true)]
    public void Slopes() => _stored.Evaluate(_x, _values, _slopes);

    [Benchmark]
    public void Curvature() => _stored.Evaluate(_x, _values, _slopes, _curvature);

    [Benchmark]
    public void CurvatureDrawnAgain() => _drawn.Evaluate(_x, _values, _slopes, _curvature);

    private static TensorSystem Draw(bool isStored) => TensorSystem.Draw(
        new RandomStream(StreamKey.Of(1, "cubics"), 0), Mixture.ConstantAndPower(0, 3), D, N, isStored);
}
