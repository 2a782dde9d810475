using System.Numerics;
using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Classes;

/// <summary>Cell of <see cref="BatchExperiment"/>; n·m is at most 12, so that all batches can be listed.</summary>
/// <param name="Family">The class.</param>
/// <param name="Variables">n, from 1 to 4.</param>
/// <param name="Number">k of the family.</param>
/// <param name="Size">m, from 1 to 12.</param>
public sealed record BatchCell(FunctionFamily Family, int Variables, int Number, int Size);

/// <summary>Cross-predictability over batches, as exact integers.</summary>
/// <param name="Batch">Σ over batches and pairs of functions, with their weights, of (Σ_i F(X_i)F′(X_i))².</param>
/// <param name="BatchTotal">2^(nm)·U²m²: times 1/this it is E(mean over the batch of FF′)².</param>
/// <param name="Population">Σ over pairs, with their weights, of (Σ_x F(x)F′(x))².</param>
/// <param name="PopulationTotal">U²4^n: times 1/this it is CP.</param>
public sealed record BatchOutcome(double Batch, double BatchTotal, double Population, double PopulationTotal)
{
    /// <summary>E over batches, F and F′ of (mean over the batch of FF′)².</summary>
    [JsonIgnore]
    public Rational OfBatch => Rational.Of(Batch) / Rational.Of(BatchTotal);

    /// <summary>CP.</summary>
    [JsonIgnore]
    public Rational OfPopulation => Rational.Of(Population) / Rational.Of(PopulationTotal);
}

/// <summary>All batches of m independent uniform inputs, all pairs of functions.</summary>
public sealed class BatchExperiment : Experiment<BatchCell, BatchOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/batch";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override BatchOutcome Run(BatchCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int n, int m) = (cell.Variables, cell.Size);
        if (n is < 1 or > 4 || m is < 1 or > 12 || n * m > 12)
            throw new ArgumentException("n lies between 1 and 4, m is positive, and n·m is 12 at most.", nameof(cell));
        var functions = FunctionClass.Of(cell.Family, n, cell.Number);
        int N = 1 << n;
        (BigInteger batches, BigInteger population) = (0, 0);
        foreach ((sbyte[] f, long u) in functions.Functions)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach ((sbyte[] g, long v) in functions.Functions)
            {
                long all = f.Zip(g, (a, b) => a * b).Sum();
                population += (BigInteger)u * v * all * all;
                long squares = 0;
                for (int batch = 0; batch < 1 << (n * m); batch++)
                {
                    int sum = 0;
                    for (int i = 0; i < m; i++)
                    {
                        int x = batch >> (n * i) & (N - 1);
                        sum += f[x] * g[x];
                    }

                    squares += sum * sum;
                }

                batches += (BigInteger)u * v * squares;
            }
        }

        var total = BigInteger.Pow(functions.Weight, 2);
        return new(
            Exact(batches), Exact(total * m * m * (1 << (n * m))), Exact(population), Exact(total * N * N));
    }

    private static double Exact(BigInteger value) => ((Rational)value).Exactly();
}
