using BenchmarkDotNet.Attributes;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;

namespace Verification.Benchmarks;

/// <summary>
/// One gradient step of a student with d = 32 on N = 64D = 33 792 samples, D = 528, through the covariance and over the
/// samples. Through the covariance the product with Ĝ costs 2D² = 557 568 operations and reads D²/2 numbers (1.1 MB);
/// the same product over the full matrix stands beside it. Divided by
/// <see cref="FmaPeakBenchmark"/> from the same run the operations per time give the share of the machine's peak:
/// <c>dotnet run -c Release --project Benchmarks -- --filter '*GradientStep*' '*FmaPeak*' --join</c>
/// </summary>
public class GradientStepBenchmark
{
    private const int Dimension = 32;

    private Matrix _covariance = new(0, 0);
    private double[] _vector = [];
    private double[] _product = [];
    private SymmetricTiles _tiles = new(Matrix.Identity(1));
    private GradientDescent? _throughCovariance, _onWeights, _overSamples;

    [GlobalSetup]
    public void Fill()
    {
        var stream = new RandomStream(StreamKey.Of(1, "benchmark"), 0);
        Teacher teacher = Teacher.Gaussian(stream, 2 * Dimension, Dimension);
        Student start = Student.Gaussian(stream, 2 * Dimension, Dimension);
        var X = new Matrix(64 * SymmetricVectorization.Dimension(Dimension), Dimension);
        stream.FillNormals(X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        _covariance = risk.Covariance;
        _tiles = new SymmetricTiles(risk.Covariance);
        _vector = new double[risk.Covariance.Rows];
        _product = new double[risk.Covariance.Rows];
        stream.FillNormals(_vector);
        _throughCovariance = GradientDescent.OnGram(ResidualMap.Of(risk), teacher, start.Gram);
        _onWeights = GradientDescent.OnWeights(ResidualMap.Of(risk), teacher, start);
        _overSamples = GradientDescent.OnGram(ResidualMap.Over(X), teacher, start.Gram);
    }

    // Steps of size 0 keep the student where it is: all steps then cost the same, and no entry leaves the normal range.
    [Benchmark(Baseline = true)]
    public void StepOnGramThroughCovariance() => _throughCovariance!.Advance(0);

    [Benchmark]
    public void StepOnWeightsThroughCovariance() => _onWeights!.Advance(0);

    [Benchmark]
    public void StepOnGramOverSamples() => _overSamples!.Advance(0);

    [Benchmark]
    public void SymmetricProduct() => _tiles.Multiply(_vector, _product);

    [Benchmark]
    public void FullProduct() => MatrixVector.Multiply(_covariance, _vector, _product);
}
