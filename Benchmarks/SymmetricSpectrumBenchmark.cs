using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Benchmarks;

/// <summary>Eigenvalues, with and without vectors, of a symmetric n × n matrix; LAPACK's figures for the same sizes
/// come from <c>peers.py</c>.</summary>
public class SymmetricSpectrumBenchmark
{
    private Matrix _a = new(0, 0);

    [Params(128, 512, 1500)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _a = new Matrix(Size, Size);
        for (int i = 0; i < Size; i++)
            for (int j = 0; j <= i; j++)
                _a[i, j] = _a[j, i] = ((i * (long)Size + j) * 7919 % 1009) / 1009.0 - 0.5;
    }

    [Benchmark]
    public double[] Values() => SymmetricSpectrum.ValuesOf(_a);

    [Benchmark]
    public SymmetricSpectrum ValuesAndVectors() => SymmetricSpectrum.Of(_a);
}
