using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Properties.Numerics.Random;

/// <summary>The stream written a second time, number by number, from its documentation: no vectors, no groups, integers
/// of any size for products.</summary>
internal static class RandomTwin
{
    public static (ulong First, ulong Second) Block(ulong counterLow, ulong counterHigh, ulong key)
    {
        BigInteger word = BigInteger.One << 32;
        BigInteger[] c = [counterLow % word, counterLow / word, counterHigh % word, counterHigh / word];
        BigInteger[] k = [key % word, key / word];
        for (int round = 0; round < 10; round++)
        {
            BigInteger product0 = 0xD2511F53 * c[0];
            BigInteger product1 = 0xCD9E8D57 * c[2];
            c = [(product1 / word) ^ c[1] ^ k[0], product1 % word, (product0 / word) ^ c[3] ^ k[1], product0 % word];
            k = [(k[0] + 0x9E3779B9) % word, (k[1] + 0xBB67AE85) % word];
        }

        return ((ulong)(c[0] + c[1] * word), (ulong)(c[2] + c[3] * word));
    }

    public static ulong Key(ulong seed, string id)
    {
        List<byte> message = [];
        for (int i = 0; i < 8; i++)
            message.Add((byte)(seed >> (8 * i)));
        message.AddRange(Encoding.UTF8.GetBytes(id));
        byte[] hash = SHA256.HashData(message.ToArray());
        ulong key = 0;
        for (int i = 7; i >= 0; i--)
            key = key * 256 + hash[i];
        return key;
    }

    /// <summary>Word j of the fill that starts at a block.</summary>
    public static ulong Word(ulong key, ulong trial, ulong position, int j)
    {
        (ulong first, ulong second) = Block(unchecked(position + (ulong)(j / 16 * 8 + j % 8)), trial, key);
        return j % 16 < 8 ? first : second;
    }

    public static double Uniform(ulong word) => (word >> 11) / 9007199254740992.0;

    public static double Laplace(ulong word)
    {
        double magnitude = -ElementaryFunctions.Log(OpenUniform(word)) * 0.7071067811865476;
        return (word & 1) == 0 ? magnitude : -magnitude;
    }

    public static double Sign(ulong key, ulong trial, ulong position, int i)
    {
        int group = i / 1024, half = i / 512 % 2, bit = i / 8 % 64, lane = i % 8;
        ulong word = Word(key, trial, position, 16 * group + 8 * half + lane);
        return ((word >> (63 - bit)) & 1) == 0 ? 1 : -1;
    }

    /// <summary>Number j of a fill with normals: scalar arithmetic, polynomials in the pairing of the kernel.</summary>
    public static double Normal(ulong key, ulong trial, ulong position, int j)
    {
        (ulong first, ulong second) = Block(unchecked(position + (ulong)(j / 16 * 8 + j % 8)), trial, key);
        double radius = Math.Sqrt(MinusTwoLog(OpenUniform(first)));
        double t = (second >> 12) / 4503599627370496.0 - 0.5;
        double z = t * t;
        double z2 = z * z;
        double sine =
            t
            * Pairs(
                z2,
                Linear(z, 1.5707963267948966, -0.6459640975062443),
                Linear(z, 0.07969262624603957, -0.004681754132282457),
                Math.FusedMultiplyAdd(
                    z2, 5.633721100202825e-08, Linear(z, 0.00016044115029191622, -3.598641755244711e-06)));
        double cosine = Math.FusedMultiplyAdd(
            z,
            Pairs(
                z2,
                Linear(z, -1.2337005501361553, 0.25366950789995935),
                Linear(z, -0.020863480735867183, 0.000919259954146137),
                Linear(z, -2.5200143053959496e-05, 4.6553371878822096e-07)),
            1);
        bool keeps = (second & 4) == 0;
        double x = radius * (keeps ? cosine : sine);
        double y = radius * (keeps ? sine : cosine);
        return j % 16 < 8
            ? (second & 1) == 0 ? x : -x
            : (second & 2) == 0 ? y : -y;
    }

    private static double OpenUniform(ulong word) => ((word >> 12) + 0.5) / 4503599627370496.0;

    private static double MinusTwoLog(double u)
    {
        // u = 2^k·m with m from √½ (rounded up to 21 bits) to twice that.
        const double Root = 0.70710706710815429688;
        int k = 0;
        double m = u;
        for (; m < Root; m *= 2)
            k--;
        double s = (m - 1) / (m + 1);
        double w = s * s;
        double w2 = w * w;
        double q = Pairs(w2,
            Linear(w, -1.3333333333333468, -0.7999999999882936), Linear(w, -0.5714285748477469, -0.44444397146363657),
            Math.FusedMultiplyAdd(w2, -0.2959190077126475, Linear(w, -0.3636712865439928, -0.30628101008342545)));
        return Math.FusedMultiplyAdd(k, -1.3862943611198906, s * Math.FusedMultiplyAdd(w, q, -4));
    }

    private static double Linear(double x, double intercept, double slope) =>
        Math.FusedMultiplyAdd(x, slope, intercept);

    private static double Pairs(double square, double first, double second, double third) =>
        Math.FusedMultiplyAdd(square, Math.FusedMultiplyAdd(square, third, second), first);
}
