using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Zeros;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class ZeroTests
{
    private static RandomStream Stream(string purpose, ulong trial = 0) => new(StreamKey.Of(13, purpose), trial);

    // In the chart x = 1 a form Σ c_k x^(p−k) y^k is the polynomial Σ c_k y^k.
    private static SquareSystem Binary(params double[] coefficients) =>
        new([new HomogeneousForm(coefficients.Length - 1, 2, coefficients)], [1, 0]);

    private static ZeroCertificate Certify(SquareSystem system, double re, double im, out (double Re, double Im) zero)
    {
        (double Re, double Im)[] z = [(1, 0), (re, im)];
        ZeroCertificate certificate = new ZeroCertifier(system).Certify(z);
        zero = z[1];
        return certificate;
    }

    [Fact]
    public void ASimpleRealZeroIsCertifiedReal()
    {
        ZeroCertificate certificate = Certify(Binary(-2, 0, 1), 1.41, 1e-9, out (double Re, double Im) zero);
        Assert.True(certificate.Exists && certificate.IsReal && !certificate.IsNonreal);
        Assert.Equal(0, zero.Im);
        Assert.InRange(zero.Re, Math.Sqrt(2) - certificate.Radius - 1e-15, Math.Sqrt(2) + certificate.Radius + 1e-15);
        Assert.True(certificate.Radius <= certificate.Uniqueness);
    }

    /// <summary>y² + ε² has the zeros ±iε: as close to the real axis as they are, they must not be called
    /// real.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-3)]
    [InlineData(1e-7)]
    [InlineData(1e-12)]
    public void AZeroThatIsNotRealIsNotCalledReal(double epsilon)
    {
        ZeroCertificate certificate = Certify(Binary(epsilon * epsilon, 0, 1), 0, epsilon, out _);
        Assert.True(certificate.Exists && certificate.IsNonreal && !certificate.IsReal);
        ZeroCertificate between = Certify(Binary(epsilon * epsilon, 0, 1), 0.001 * epsilon, 0.001 * epsilon, out _);
        Assert.False(between.Exists && between.IsReal);
    }

    /// <summary>(y − 1)² and its neighbors whose zeros lie nearer to each other than rounding resolves.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e-32)]
    [InlineData(-1e-34)]
    public void ADoubleZeroIsNotCertified(double gap) =>
        Assert.False(Certify(Binary(1 + gap, -2, 1), 1 + 1e-9, 0, out _).Exists);

    [Fact]
    public void ZerosNextToEachOtherAreToldApart()
    {
        // (y − 1)² − 2⁻⁴⁰, with coefficients that are doubles: zeros 1 ± 2⁻²⁰.
        SquareSystem system = Binary(1 - 1 / 1099511627776.0, -2, 1);
        double offset = 1 / 1048576.0;
        (double Re, double Im)[] points = [(1, 0), (1 + offset, 0), (1, 0), (1 - offset, 0)];
        SystemZeros zeros = SystemZeros.Certify(system, points);
        Assert.Equal((2, 2), (zeros.Distinct, zeros.Real));
        // The same zero twice is one.
        (double Re, double Im)[] twice = [(1, 0), (1 + offset, 0), (1, 0), (1 + 1.0001 * offset, 0)];
        Assert.Equal((1, 1), (SystemZeros.Certify(system, twice).Distinct, SystemZeros.Certify(system, twice).Open));
    }

    /// <summary>The zero of F = y is 0: squares that underflow must not prove that it lies within 10⁻¹⁸⁶ of
    /// 10⁻¹⁷⁰.</summary>
    [Fact]
    public void ADiscThatIsTooSmallForSquaresIsNoSmallerProof()
    {
        Assert.True(new ComplexDisc(1e-170, 0, 1e-186).Magnitude >= 1e-170);
        ZeroCertificate certificate = new ZeroCertifier(Binary(0, 1)).CertifyAt([(1, 0), (1e-170, 0)]);
        Assert.False(certificate.Exists && certificate.Radius < 1e-170);
    }

    /// <summary>What is no approximate zero is not certified where it stands.</summary>
    [Theory]
    [InlineData(2.0, 0.0)]
    [InlineData(1.8, 0.3)]
    [InlineData(double.NaN, 0.0)]
    [InlineData(1e200, 0.0)]
    public void APointThatIsNoZeroIsNotCertified(double re, double im) =>
        Assert.False(new ZeroCertifier(Binary(-2, 0, 1)).CertifyAt([(1, 0), (re, im)]).Exists);

    /// <summary>Exact zeros: (y − 1)(y − 2)(y² + 1).</summary>
    [Fact]
    public void AllZerosOfAFormAreFound()
    {
        SquareSystem system = new(
            [new HomogeneousForm(4, 2, 2, -3, 3, -3, 1)], [0.75, 0.5]);
        SystemZeros zeros = SystemZeros.Find(system, Stream("form"), default);
        Assert.True(zeros.IsComplete);
        Assert.Equal((4, 2, 2), (zeros.Distinct, zeros.Real, zeros.Nonreal));
    }

    /// <summary>A form with a double zero has fewer than its degree; the paths that end there are open.</summary>
    [Fact]
    public void PathsToADoubleZeroAreOpen()
    {
        SystemZeros zeros = SystemZeros.Find(
            new([new HomogeneousForm(3, 2, -2, 5, -4, 1)], [0.75, 0.5]), Stream("double"), default);
        Assert.Equal(1, zeros.Distinct);
        Assert.Equal(2, zeros.Open);
        Assert.False(zeros.IsComplete);
    }

    [Theory]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(2, 4, 3)]
    [InlineData(8, 2, 2)]
    public void ABezoutNumberOfZerosIsFound(int equations, int degree, int last)
    {
        RandomStream stream = Stream("bezout");
        IReadOnlyList<int> degrees = BezoutExperiment.Degrees(equations, degree, last);
        SystemZeros zeros = SystemZeros.Find(SquareSystem.Kostlan(degrees, stream), stream, default);
        Assert.True(zeros.IsComplete);
        Assert.Equal(degrees.Aggregate(1, (product, p) => product * p), zeros.Distinct);
        // Zeros that are not real come in pairs of conjugates.
        Assert.Equal(0, zeros.Nonreal % 2);
    }

    /// <summary>What becomes of a path does not depend on the other lanes, to the last bit.</summary>
    [Fact]
    public void APathDoesNotDependOnItsNeighbors()
    {
        SquareSystem system = SquareSystem.Kostlan([2, 3, 2], Stream("lanes"));
        var all = new (double Re, double Im)[12 * 4];
        new HomotopyPaths(system, 1, 1e-3).Follow(0, 12, all, default);
        for (int path = 0; path < 12; path++)
        {
            var alone = new (double Re, double Im)[4];
            new HomotopyPaths(system, 1, 1e-3).Follow(path, path + 1, alone, default);
            Assert.Equal(all[(4 * path)..(4 * path + 4)], alone);
        }
    }

    [Fact]
    public void EliminationSolvesEveryLane()
    {
        const int n = 5;
        double[] normals = Stream("matrix").Normals(16 * n * (n + 1));
        var augmented = new ComplexLanes[n * (n + 1)];
        for (int k = 0; k < augmented.Length; k++)
            augmented[k] = new(
                Vector512.Create<double>(normals.AsSpan(16 * k, 8)),
                Vector512.Create<double>(normals.AsSpan(16 * k + 8, 8)));
        ComplexLanes[] copy = [.. augmented], x = new ComplexLanes[n];
        LaneElimination.Solve(augmented, x);
        for (int i = 0; i < n; i++)
        {
            ComplexLanes sum = new(-copy[i * (n + 1) + n].Re, -copy[i * (n + 1) + n].Im);
            for (int j = 0; j < n; j++)
                sum = ComplexLanes.AddProduct(sum, copy[i * (n + 1) + j], x[j]);
            Assert.True(Vector512.LessThanAll(sum.SquaredModulus, Vector512.Create(1e-20)));
        }
    }

    /// <summary>Two ways to count the real zeros of one form: on arcs of the circle, and among all complex
    /// ones.</summary>
    [Property(MaxTest = 30)]
    public bool ZerosOnTheCircleAreTheRealOnes(PositiveInt degree, PositiveInt seed)
    {
        int p = 1 + degree.Get % 9;
        double[] g = Stream("circle", (ulong)seed.Get).Normals(p + 1);
        double[] coefficients = [.. g];
        double binomial = 1;
        for (int k = 0; k <= p; k++)
        {
            coefficients[k] *= Math.Sqrt(binomial);
            binomial *= (double)(p - k) / (k + 1);
        }

        (int onCircle, bool isCertain) = new CircleZeros(p).OfHalfCircle(g);
        RandomStream stream = Stream("homotopy", (ulong)seed.Get);
        SystemZeros zeros = SystemZeros.Find(
            new([new HomogeneousForm(p, 2, coefficients)], stream.Normals(2)), stream, default);
        return isCertain && zeros.IsComplete && zeros.Real == onCircle && (p - onCircle) % 2 == 0;
    }

    /// <summary>Re (x + iy)^p = cos(pθ) on the circle: p zeros in the half circle, all real.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12)]
    public void CosinesHaveAllTheirZerosOnTheCircle(int p)
    {
        double[] coefficients = new double[p + 1];
        double binomial = 1;
        for (int k = 0; k <= p; k++)
        {
            coefficients[k] = k % 4 == 0 ? binomial : k % 4 == 2 ? -binomial : 0;
            binomial *= (double)(p - k) / (k + 1);
        }

        var counter = new CircleZeros(p);
        counter.Unweigh(coefficients);
        Assert.Equal((p, true), counter.OfHalfCircle(coefficients));
    }

    /// <summary>(x − y)² touches 0 and (x − y)² + δ²x² does not: what cannot be told is not certain.</summary>
    [Fact]
    public void ATouchedZeroOnTheCircleIsNotCertain()
    {
        var counter = new CircleZeros(2);
        double[] touching = [1, -2, 1], apart = [1 + 1e-6, -2, 1], crossing = [1 - 1e-6, -2, 1];
        counter.Unweigh(touching);
        counter.Unweigh(apart);
        counter.Unweigh(crossing);
        Assert.False(counter.OfHalfCircle(touching).IsCertain);
        Assert.Equal((0, true), counter.OfHalfCircle(apart));
        Assert.Equal((2, true), counter.OfHalfCircle(crossing));
    }

    [Fact]
    public void DistinctZerosOfBinaryFormsAreCountedExactly()
    {
        Assert.Equal(1, BinaryFormZeros.Distinct([1, 0, 0, 0]));
        Assert.Equal(1, BinaryFormZeros.Distinct([0, 0, 0, 2]));
        // (y − 1)²(y − 2), x²y and (y² + x²)².
        Assert.Equal(2, BinaryFormZeros.Distinct([-2, 5, -4, 1]));
        Assert.Equal(2, BinaryFormZeros.Distinct([0, 1, 0, 0]));
        Assert.Equal(2, BinaryFormZeros.Distinct([1, 0, 2, 0, 1]));
        Assert.Equal(5, BinaryFormZeros.Distinct(HomogeneousForm.Kostlan(5, 2, Stream("exact")).Coefficients));
        Assert.Throws<ArgumentException>(() => BinaryFormZeros.Distinct([0, 0]));
    }

    /// <summary>x²y(x − y), x³, 2y³, (y − x)²(y − 2x), (y² + x²)², (x/2 − y)⁵ and (x − y)⁵, by
    /// hand.</summary>
    [Theory]
    [InlineData(new double[] { 0, 1, -1, 0, 0 }, 0, 1, 2)]
    [InlineData(new double[] { 0, 1, -1, 0, 0 }, 1, 0, 1)]
    [InlineData(new double[] { 0, 1, -1, 0, 0 }, 1, 1, 1)]
    [InlineData(new double[] { 0, 1, -1, 0, 0 }, 1, 2, 0)]
    [InlineData(new double[] { 1, 0, 0, 0 }, 0, 1, 3)]
    [InlineData(new double[] { 0, 0, 0, 2 }, 1, 0, 3)]
    [InlineData(new double[] { 0, 0, 0, 2 }, 0, 1, 0)]
    [InlineData(new double[] { -2, 5, -4, 1 }, 1, 1, 2)]
    [InlineData(new double[] { -2, 5, -4, 1 }, 1, 2, 1)]
    [InlineData(new double[] { 1, 0, 2, 0, 1 }, 1, 1, 0)]
    [InlineData(new double[] { 0.03125, -0.3125, 1.25, -2.5, 2.5, -1 }, 1, 0, 0)]
    [InlineData(new double[] { 1, -5, 10, -10, 5, -1 }, 1, 1, 5)]
    public void AFormVanishesToTheOrderOfItsZero(double[] coefficients, int x, int y, int order) =>
        Assert.Equal(order, BinaryFormZeros.Order(coefficients, x, y));

    [Fact]
    public void TheOrderOfNothingIsRefused()
    {
        Assert.Throws<ArgumentException>(() => BinaryFormZeros.Order([0, 0], 1, 0));
        Assert.Throws<ArgumentException>(() => BinaryFormZeros.Order([1, 0], 2, 1));
    }
}
