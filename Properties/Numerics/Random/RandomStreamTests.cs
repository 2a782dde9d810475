using Verification.Implementation.Numerics.Random;
using Verification.Properties.Numerics.Elementary;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties.Numerics.Random;

/// <summary>Layout, addressing and bits of the stream.</summary>
public sealed class RandomStreamTests(ITestOutputHelper output)
{
    private const ulong Trial = 0x1_0000_0005;

    private static readonly StreamKey Key = StreamKey.Of(1, "test");

    public static TheoryData<string> Fills => ["normals", "uniforms", "laplace", "signs"];

    /// <summary>Lengths around every boundary: a vector, a group, four groups, a stretch of 512, a group of 1024
    /// signs.</summary>
    private static IEnumerable<int> Lengths =>
        Enumerable
            .Range(0, 41)
            .Concat([63, 64, 65, 127, 511, 512, 513, 527, 528, 529, 1023, 1024, 1025, 1600, 2047, 2050]);

    [Theory, MemberData(nameof(Fills))]
    public void FillsHaveTheBitsOfTheNaiveTwin(string fill)
    {
        foreach (ulong position in new ulong[] { 0, 3, 0xFFFFFFFE, ulong.MaxValue - 20 })
        {
            double[] numbers = Draw(fill, position, 2050);
            for (int i = 0; i < numbers.Length; i++)
                Assert.Equal(Bits(Twin(fill, position, i)), Bits(numbers[i]));
        }
    }

    [Theory, MemberData(nameof(Fills))]
    public void AShorterFillIsAPrefixOfALongerOne(string fill)
    {
        double[] longest = Draw(fill, 5, 2050);
        foreach (int length in Lengths)
            Assert.Equal(longest[..length].Select(Bits), Draw(fill, 5, length).Select(Bits));
    }

    [Theory, MemberData(nameof(Fills))]
    public void AFillConsumesWholeGroups(string fill)
    {
        int numbersPerGroup = fill == "signs" ? 1024 : 16;
        foreach (int length in Lengths)
        {
            var stream = new RandomStream(Key, Trial) { Position = 7 };
            Fill(fill, stream, new double[length]);
            Assert.Equal(7 + 8 * (ulong)((length + numbersPerGroup - 1) / numbersPerGroup), stream.Position);
        }
    }

    [Theory, MemberData(nameof(Fills))]
    public void PositionAddressesEveryGroup(string fill)
    {
        int numbersPerGroup = fill == "signs" ? 1024 : 16;
        double[] all = Draw(fill, 0, 4 * numbersPerGroup);
        for (int group = 3; group >= 0; group--)
        {
            Assert.Equal(
                all.AsSpan(group * numbersPerGroup, numbersPerGroup).ToArray(),
                Draw(fill, 8 * (ulong)group, numbersPerGroup));
        }
    }

    [Fact]
    public void SingleDrawsAreTheFirstNumbersOfFillsAndConsumeOneBlock()
    {
        var stream = new RandomStream(Key, Trial);
        for (ulong position = 0; position < 100; position++)
        {
            stream.Position = position;
            Assert.Equal(Draw("normals", position, 1)[0], stream.NextNormal());
            Assert.Equal(position + 1, stream.Position);
            stream.Position = position;
            Assert.Equal(Draw("uniforms", position, 1)[0], stream.NextUniform());
            stream.Position = position;
            Assert.Equal(RandomTwin.Block(position, Trial, Key.Value).First, stream.NextBits());
            Assert.Equal(position + 1, stream.Position);
        }
    }

    [Fact]
    public void TrialsAndKeysHaveStreamsOfTheirOwn()
    {
        HashSet<ulong> words = [];
        foreach (string id in new[] { "a", "b" })
            for (ulong trial = 0; trial < 50; trial++)
            {
                var stream = new RandomStream(StreamKey.Of(1, id), trial);
                for (int i = 0; i < 50; i++)
                    Assert.True(words.Add(stream.NextBits()));
            }
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "test")]
    [InlineData(ulong.MaxValue, "quadratic-networks/energy-barrier")]
    [InlineData(7, "σ_min ≥ λ₀")]
    public void KeysAreTheHashThatIsDocumented(ulong seed, string id) =>
        Assert.Equal(RandomTwin.Key(seed, id), StreamKey.Of(seed, id).Value);

    [Fact]
    public void AnIdIsNeeded() => Assert.Throws<ArgumentNullException>("id", () => StreamKey.Of(0, null!));

    [Fact]
    public void IndicesAreWithinTheirBoundAndUnbiased()
    {
        var stream = new RandomStream(Key, 2);
        int[] counts = new int[7];
        const int N = 70_000;
        for (int i = 0; i < N; i++)
            counts[stream.NextIndex(7)]++;

        // Hoeffding: P(|count/N − 1/7| > ε) ≤ 2·exp(−2Nε²), seven times, at most 10⁻⁶ together.
        double ε = Math.Sqrt(Math.Log(2 * 7 / 1e-6) / (2 * N));
        Assert.All(counts, count => Assert.InRange(count / (double)N, 1 / 7.0 - ε, 1 / 7.0 + ε));
        Assert.Equal(0, stream.NextIndex(1));
        Assert.InRange(stream.NextInt64(long.MaxValue), 0, long.MaxValue - 1);
    }

    /// <summary>The bound 3·2⁶¹ leaves 2⁶⁴ mod 3·2⁶¹ = 2⁶², so that a quarter of all words is rejected.</summary>
    [Fact]
    public void RejectedWordsAreSkippedNotReused()
    {
        const long Bound = 0x6000_0000_0000_0000;
        var stream = new RandomStream(Key, 3);
        ulong position = 0;
        for (int i = 0; i < 200; i++)
        {
            long drawn = stream.NextInt64(Bound);
            System.Numerics.BigInteger product;
            do
            {
                product = (System.Numerics.BigInteger)RandomTwin.Block(position++, 3, Key.Value).First * Bound;
            }
            while ((product & ulong.MaxValue) < (System.Numerics.BigInteger.One << 64) % Bound);
            Assert.Equal((long)(product >> 64), drawn);
            Assert.Equal(position, stream.Position);
        }

        Assert.True(position > 210, "The bound was chosen for frequent rejections.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void BoundsBelowOneAreRefused(int bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(Key, 0).NextIndex(bound));

    /// <summary>The documented 4 ULP, as a relative error of at most 4·2⁻⁵³ (a last place is between 2⁻⁵³ and 2⁻⁵² of
    /// its number).</summary>
    [Fact]
    public void NormalsAreBoxAndMullersToFourUlp()
    {
        double worst = 0;
        double[] normals = Draw("normals", 0, 16 * 200);
        for (int j = 0; j < normals.Length; j++)
        {
            (ulong first, ulong second) = RandomTwin.Block((ulong)(j / 16 * 8 + j % 8), Trial, Key.Value);
            FixedPointReference.Value log = FixedPointReference.Log(((first >> 12) + 0.5) / 4503599627370496.0);
            double t = (second >> 12) / 4503599627370496.0 - 0.5;
            bool cosine = (second & 4) == 0 == (j % 16 < 8);
            System.Numerics.BigInteger trigonometric = QuarterTurn(t, cosine);

            // x² = −2 log u·trig², squared so that no root is needed; a relative error ε of x is 2ε there.
            System.Numerics.BigInteger square =
                (-2 * log.Mantissa * trigonometric * trigonometric) >> (-log.Exponent + 2 * 200 - 400);
            FixedPointReference.Value x = FixedPointReference.Exact(normals[j]);
            System.Numerics.BigInteger computed = (x.Mantissa * x.Mantissa) << (400 + 2 * x.Exponent);
            double relative = FixedPointReference.ToDouble(
                new(System.Numerics.BigInteger.Abs(computed - square) * (1L << 60) / square, -60));
            worst = Math.Max(worst, relative / 2);
        }

        output.WriteLine($"Largest relative error {Math.ScaleB(worst, 53):F3} times 2^-53");
        Assert.True(worst <= 4 * Math.ScaleB(1, -53), $"Relative error {Math.ScaleB(worst, 53)}·2⁻⁵³.");
        Assert.True(worst > 0, "No rounding at all would mean that the comparison is blind.");
    }

    private static System.Numerics.BigInteger QuarterTurn(double t, bool cosine)
    {
        // sin and cos of t·π/2 in units of 2⁻²⁰⁰.
        FixedPointReference.Value v = FixedPointReference.Exact(t);
        System.Numerics.BigInteger θ = (v.Mantissa * FixedPointReference.Pi(264)) >> (1 - v.Exponent + 64);
        System.Numerics.BigInteger term = cosine ? System.Numerics.BigInteger.One << 200 : θ;
        System.Numerics.BigInteger sum = term;
        System.Numerics.BigInteger square = (θ * θ) >> 200;
        for (int k = cosine ? 1 : 2; !term.IsZero; k += 2)
        {
            term = -((term * square) >> 200) / (k * (k + 1));
            sum += term;
        }

        return sum;
    }

    private static double[] Draw(string fill, ulong position, int length)
    {
        double[] numbers = new double[length];
        Fill(fill, new RandomStream(Key, Trial) { Position = position }, numbers);
        return numbers;
    }

    private static void Fill(string fill, RandomStream stream, Span<double> numbers)
    {
        switch (fill)
        {
            case "normals": stream.FillNormals(numbers); break;
            case "uniforms": stream.FillUniforms(numbers); break;
            case "laplace": stream.FillLaplace(numbers); break;
            default: stream.FillSigns(numbers); break;
        }
    }

    private static double Twin(string fill, ulong position, int i) => fill switch
    {
        "normals" => RandomTwin.Normal(Key.Value, Trial, position, i),
        "uniforms" => RandomTwin.Uniform(RandomTwin.Word(Key.Value, Trial, position, i)),
        "laplace" => RandomTwin.Laplace(RandomTwin.Word(Key.Value, Trial, position, i)),
        _ => RandomTwin.Sign(Key.Value, Trial, position, i),
    };

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
