using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace Verification.Benchmarks;

/// <summary>
/// The peak of one core: twelve independent chains of eight-lane fused multiply-adds, more than the latency (4 cycles)
/// times the two units of any current core needs. <see cref="Steps"/> · 12 · 8 · 2 floating-point operations per
/// invocation, so with
/// <c>OperationsPerInvoke</c> the mean is the time of one floating-point operation and its reciprocal the peak: 0.0125
/// ns are 80 GFLOP/s. Where hardware is narrower than 512 bits the twelve chains become 24 or 48, and registers spill:
/// there the number is a lower bound.
/// </summary>
public class FmaPeakBenchmark
{
    private const int Steps = 100_000;

    [Benchmark(OperationsPerInvoke = Steps * 12 * Lanes * 2)]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double FusedMultiplyAdds()
    {
        Vector512<double> factor = Vector512.Create(0.5), summand = Vector512.Create(1.0);
        Vector512<double> s0 = summand, s1 = summand, s2 = summand, s3 = summand, s4 = summand, s5 = summand;
        Vector512<double> s6 = summand, s7 = summand, s8 = summand, s9 = summand, s10 = summand, s11 = summand;
        for (int i = 0; i < Steps; i++)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, factor, summand);
            s1 = Vector512.FusedMultiplyAdd(s1, factor, summand);
            s2 = Vector512.FusedMultiplyAdd(s2, factor, summand);
            s3 = Vector512.FusedMultiplyAdd(s3, factor, summand);
            s4 = Vector512.FusedMultiplyAdd(s4, factor, summand);
            s5 = Vector512.FusedMultiplyAdd(s5, factor, summand);
            s6 = Vector512.FusedMultiplyAdd(s6, factor, summand);
            s7 = Vector512.FusedMultiplyAdd(s7, factor, summand);
            s8 = Vector512.FusedMultiplyAdd(s8, factor, summand);
            s9 = Vector512.FusedMultiplyAdd(s9, factor, summand);
            s10 = Vector512.FusedMultiplyAdd(s10, factor, summand);
            s11 = Vector512.FusedMultiplyAdd(s11, factor, summand);
        }
        return (s0 + s1 + (s2 + s3) + (s4 + s5) + (s6 + s7) + (s8 + s9) + (s10 + s11)).GetElement(0);
    }

    private const int Lanes = 8;
}
