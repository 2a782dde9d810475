using System.Numerics;
using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>Cell of <see cref="GradientExperiment"/>.</summary>
/// <param name="Family">The class.</param>
/// <param name="Variables">n, from 1 to 6.</param>
/// <param name="Number">k of the family.</param>
/// <param name="Width">Hidden units, from 0 to 4; 0 for a weight before x_1.</param>
/// <param name="Loss">The loss.</param>
public sealed record GradientCell(FunctionFamily Family, int Variables, int Number, int Width, NetworkLoss Loss);

/// <summary>Population gradients on true and junk data, edge by edge, as integers: N = 2^n inputs, U the weight of the
/// class, G_y(x) the gradient at (x, y).</summary>
/// <param name="Points">N.</param>
/// <param name="FunctionWeight">U.</param>
/// <param name="Difference">Σ_F u_F(Σ_x 2G_{F(x)}(x) − G_+(x) − G_−(x))²: times 1/(4N²U) it is E_F(E_{D_F}∇_e −
/// E_{D_⋆}∇_e)².</param>
/// <param name="MeanDifference">Σ_F u_F(Σ_x 2G_{F(x)} − G_+ − G_−).</param>
/// <param name="Junk">M = Σ_x G_+ + G_−: times 1/(2N) it is E_{D_⋆}∇_e.</param>
/// <param name="True">Σ_F u_F B_F, B_F the sum of G over the samples whose density dD_F/dD_⋆ is not 0.</param>
/// <param name="TrueSquare">Σ_F u_F B_F².</param>
/// <param name="Tensor">Σ_{z,z′} G(z)G(z′)Σ_F u_F r_F(z)r_F(z′) over pairs of samples z = (x, y), r_F = 1 − dD_F/dD_⋆:
/// times 1/(4N²U) it is the mean over two junk samples.</param>
/// <param name="SameSample">Σ_z G(z)²Σ_F u_F r_F(z)²: times 1/(2NU) the mean over one junk sample.</param>
/// <param name="Second">Σ_z G(z)²: times 1/(2N) it is E_{D_⋆}∇_e².</param>
/// <param name="HalfDifference">Σ_x (G_+ − G_−)²: times 1/(4N) it is E_X δ_e².</param>
/// <param name="AtOnes">(G_+ − G_−)² at x = (1, …, 1): 4δ_e(1, …, 1)².</param>
/// <param name="Replica">Σ_{F,F′} u_F u_F′(Σ_z r_F(z)r_F′(z))²: times 1/(4N²U²) the bracket of two replicas.</param>
public sealed record GradientOutcome(
    double Points,
    double FunctionWeight,
    double[] Difference,
    double[] MeanDifference,
    double[] Junk,
    double[] True,
    double[] TrueSquare,
    double[] Tensor,
    double[] SameSample,
    double[] Second,
    double[] HalfDifference,
    double[] AtOnes,
    double Replica);

/// <summary>The gradients of networks with integer weights under all functions of a class, summed exactly.</summary>
public sealed class GradientExperiment : Experiment<GradientCell, GradientOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/gradient";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override GradientOutcome Run(GradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Variables is < 1 or > 6 || cell.Width is < 0 or > 4)
            throw new ArgumentException("n lies between 1 and 6, the width between 0 and 4.", nameof(cell));
        int N = 1 << cell.Variables;
        var functions = FunctionClass.Of(cell.Family, cell.Variables, cell.Number);
        var network = new IntegerNetwork(cell.Variables, cell.Width, stream);
        // Sample z = 2x + (1 where y = −1).
        long[][] G =
        [
            .. Enumerable.Range(0, 2 * N).Select(z => network.Gradient(z / 2, z % 2 == 0 ? 1 : -1, cell.Loss)),
        ];
        long[,] kernel = Kernel(functions, N);
        BigInteger replica = Replica(functions, 2 * N, cancellation);
        EdgeSums[] sums = [.. Enumerable.Range(0, network.Edges).Select(e => Sums(functions, G, kernel, e))];
        return new(
            N,
            functions.Weight,
            [.. sums.Select(s => Exact(s.Difference))],
            [.. sums.Select(s => Exact(s.MeanDifference))],
            [.. sums.Select(s => Exact(s.Junk))],
            [.. sums.Select(s => Exact(s.True))],
            [.. sums.Select(s => Exact(s.TrueSquare))],
            [.. sums.Select(s => Exact(s.Tensor))],
            [.. sums.Select(s => Exact(s.SameSample))],
            [.. sums.Select(s => Exact(s.Second))],
            [.. sums.Select(s => Exact(s.HalfDifference))],
            [.. sums.Select(s => Exact(s.AtOnes))],
            Exact(replica));
    }

    // 1 − dD_F/dD_⋆ at z = (x, y): the density is 2·1{y = F(x)}.
    private static int R(sbyte[] f, int z) => f[z / 2] == (z % 2 == 0 ? 1 : -1) ? -1 : 1;

    private static BigInteger Replica(FunctionClass functions, int samples, CancellationToken cancellation)
    {
        int[][] r =
        [
            .. functions.Functions.Select(f => Enumerable.Range(0, samples).Select(z => R(f.Table, z)).ToArray()),
        ];
        BigInteger sum = 0;
        for (int i = 0; i < r.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            long row = 0;
            for (int j = 0; j < r.Length; j++)
            {
                long product = 0;
                for (int z = 0; z < samples; z++)
                    product += r[i][z] * r[j][z];
                row = checked(row + functions.Functions[j].Weight * product * product);
            }

            sum += (BigInteger)functions.Functions[i].Weight * row;
        }

        return sum;
    }

    private static long[,] Kernel(FunctionClass functions, int N)
    {
        long[,] kernel = new long[2 * N, 2 * N];
        foreach ((sbyte[] f, long u) in functions.Functions)
        {
            for (int z = 0; z < 2 * N; z++)
            {
                for (int t = 0; t < 2 * N; t++)
                    kernel[z, t] += u * R(f, z) * R(f, t);
            }
        }

        return kernel;
    }

    private static EdgeSums Sums(FunctionClass functions, long[][] G, long[,] kernel, int e)
    {
        var s = new EdgeSums();
        for (int z = 0; z < G.Length; z++)
        {
            s.Junk += G[z][e];
            s.Second += G[z][e] * G[z][e];
            s.SameSample = checked(s.SameSample + kernel[z, z] * G[z][e] * G[z][e]);
            for (int t = 0; t < G.Length; t++)
                s.Tensor = checked(s.Tensor + G[z][e] * G[t][e] * kernel[z, t]);
        }

        for (int x = 0; x < G.Length / 2; x++)
            s.HalfDifference += (G[2 * x][e] - G[2 * x + 1][e]) * (G[2 * x][e] - G[2 * x + 1][e]);
        s.AtOnes = (G[0][e] - G[1][e]) * (G[0][e] - G[1][e]);
        foreach ((sbyte[] f, long u) in functions.Functions)
        {
            long A = 0;
            for (int x = 0; x < f.Length; x++)
                A += G[2 * x + (f[x] == 1 ? 0 : 1)][e];
            long difference = 2 * A - s.Junk;
            s.Difference += (BigInteger)u * difference * difference;
            s.MeanDifference += (BigInteger)u * difference;
            long B = 0;
            for (int z = 0; z < G.Length; z++)
                B += R(f, z) < 0 ? G[z][e] : 0;
            s.True += (BigInteger)u * B;
            s.TrueSquare += (BigInteger)u * B * B;
        }

        return s;
    }

    private static double Exact(BigInteger value) => ((Rational)value).Exactly();

    private sealed class EdgeSums
    {
        public BigInteger Difference { get; set; }

        public BigInteger MeanDifference { get; set; }

        public long Junk { get; set; }

        public BigInteger True { get; set; }

        public BigInteger TrueSquare { get; set; }

        public long Tensor { get; set; }

        public long SameSample { get; set; }

        public long Second { get; set; }

        public long HalfDifference { get; set; }

        public long AtOnes { get; set; }
    }
}
