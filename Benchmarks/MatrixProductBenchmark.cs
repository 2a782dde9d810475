using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.LinearAlgebra;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace Verification.Benchmarks;

/// <summary>
/// The product of two n × n matrices, 2n³ floating-point operations, ours against MathNet's managed provider on one
/// thread. The column Ratio compares them; divided by <see cref="FmaPeakBenchmark"/> from the same run it gives the
/// share of the machine's peak:
/// <c>dotnet run -c Release --project Benchmarks -- --filter '*MatrixProduct*' '*FmaPeak*' --join</c>
/// </summary>
public class MatrixProductBenchmark
{
    private Matrix _a = new(0, 0), _b = new(0, 0), _c = new(0, 0);
    private DenseMatrix _mathNetA = new(1), _mathNetB = new(1), _mathNetC = new(1);

    [Params(128, 512, 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        MathNet.Numerics.Control.UseManaged();
        MathNet.Numerics.Control.UseSingleThread();
        _a = new Matrix(Size, Size);
        _b = new Matrix(Size, Size);
        _c = new Matrix(Size, Size);
        // Any values without structure do: the time of a fused multiply-add does not depend on them (no subnormals
        // arise).
        for (int i = 0; i < Size * Size; i++)
        {
            _a.Values[i] = (i * 7919L % 1009) / 1009.0 - 0.5;
            _b.Values[i] = (i * 104729L % 2003) / 2003.0 - 0.5;
        }
        _mathNetA = _a.ToMathNet();
        _mathNetB = _b.ToMathNet();
        _mathNetC = _c.ToMathNet();
    }

    [Benchmark(Baseline = true)]
    public void Ours() => MatrixProduct.Multiply(_a, _b, _c);

    [Benchmark]
    public void MathNetManaged() => _mathNetA.Multiply(_mathNetB, _mathNetC);
}
