using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

/// <summary>Bits of stream version "philox4x32-10/box-muller/1"; when one of these moves, so must the
/// version.</summary>
public sealed class StreamPins
{
    // Seed 1, id "test", trial 0, from block 0 on; computed by RandomTwin, which the test repeats.
    private static readonly StreamKey Key = StreamKey.Of(1, "test");

    public static TheoryData<string, ulong[]> Pins => new()
    {
        {
            "normals",
            [
                0x3FEC5822732DE026, 0x3FB2AD74583ABD54, 0x40023D637C6BE4C8, 0x3FE0442B1CF0D867,
                0x3FC825FBC5F45428, 0x3FEA63C754D41E20, 0xBFC42F2266A73B3F, 0x3FE31F5FEF32898A,
                0xBF808FB275D3ED2D, 0x3FDFA4A70D7FBD90, 0x3FB6A0C0884360A3, 0xBFED4291EA5F5807,
                0xBFC8408D278BA8E7, 0xBFD658F8393D2B40, 0xBFF2959BDF708940, 0xBFE454C273C99A70,
                0xBFCD72EA81258DB2,
            ]
        },
        {
            "uniforms",
            [
                0x3FE59D9D4CD99C43, 0x3FEC3E36EA75361D, 0x3FB2F4C5FFACB730, 0x3FE28372E47FA975,
                0x3FEEE05818337DD5, 0x3FE56DB51FFA0C45, 0x3FE0193DBFFBA610, 0x3FE5E00B5A060980,
                0x3FDFA0C727C0DB68, 0x3FDA07E1890B4442,
            ]
        },
        {
            "laplace",
            [
                0xBFD1C1157F742A26, 0x3FB69B7DE0291244, 0x3FFD733C62AF88B5, 0x3FD8C3DF8C972100,
                0x3F99E1EF595A5D35, 0x3FD225D1B479B036, 0x3FDF1719D225B4FD, 0xBFD136D573A16F3D,
                0x3FDFE5BA50FBD345, 0xBFE45B0EF1A9DFA4,
            ]
        },
    };

    [Fact]
    public void TheVersionIsTheOneThatIsPinned() => Assert.Equal("philox4x32-10/box-muller/1", RandomStream.Version);

    [Theory, MemberData(nameof(Pins))]
    public void TheFirstNumbersHaveTheirBits(string fill, ulong[] bits)
    {
        double[] numbers = new double[bits.Length];
        var stream = new RandomStream(Key, 0);
        switch (fill)
        {
            case "normals": stream.FillNormals(numbers); break;
            case "uniforms": stream.FillUniforms(numbers); break;
            default: stream.FillLaplace(numbers); break;
        }

        for (int i = 0; i < bits.Length; i++)
        {
            ulong word = RandomTwin.Word(Key.Value, 0, 0, i);
            double twin = fill switch
            {
                "normals" => RandomTwin.Normal(Key.Value, 0, 0, i),
                "uniforms" => RandomTwin.Uniform(word),
                _ => RandomTwin.Laplace(word),
            };
            Assert.Equal(bits[i], BitConverter.DoubleToUInt64Bits(twin));
            Assert.Equal(bits[i], BitConverter.DoubleToUInt64Bits(numbers[i]));
        }
    }

    /// <summary>One number for 100 000 normals: FNV-1a over their bits (Fowler, Noll and Vo; 64-bit offset and prime of
    /// RFC 9923).</summary>
    [Fact]
    public void AHundredThousandNormalsHaveTheirDigest()
    {
        double[] numbers = new double[100_000];
        new RandomStream(Key, 0).FillNormals(numbers);
        ulong digest = 0xCBF29CE484222325;
        foreach (double x in numbers)
            digest = unchecked((digest ^ BitConverter.DoubleToUInt64Bits(x)) * 0x100000001B3);
        Assert.Equal(0x80E98B4790BEDD11UL, digest);
    }
}
