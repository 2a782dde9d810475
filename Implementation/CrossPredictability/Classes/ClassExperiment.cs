using System.Numerics;
using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Classes;

/// <summary>Cell of <see cref="ClassExperiment"/>.</summary>
/// <param name="Family">The family.</param>
/// <param name="Variables">n, from 1 to 10; at most 3 for families of all functions.</param>
/// <param name="Number">k of the family.</param>
/// <param name="Plus">Weight of x_i = +1 beside 1 for −1, from 1 to 4; 1 for uniform inputs.</param>
public sealed record ClassCell(FunctionFamily Family, int Variables, int Number, int Plus);

/// <summary>Cross-predictability in exact arithmetic, each rational number as two integers.</summary>
/// <param name="Numerator">Numerator of CP = E_{F,F′}(E_X F(X)F′(X))².</param>
/// <param name="Denominator">Its denominator.</param>
/// <param name="DualNumerator">Numerator of E_{X,X′}(E_F F(X)F(X′))².</param>
/// <param name="DualDenominator">Its denominator.</param>
/// <param name="PositiveNumerator">Numerator of P(F(X) = 1).</param>
/// <param name="PositiveDenominator">Its denominator.</param>
/// <param name="ConstantNumerator">Numerator of E_F(E_X F(X))⁴.</param>
/// <param name="ConstantDenominator">Its denominator.</param>
/// <param name="BiasNumerator">Numerator of E_X|E_F F(X)|.</param>
/// <param name="BiasDenominator">Its denominator.</param>
/// <param name="BestNumerator">Numerator of the largest accuracy of a predictor {±1}^n → {±1} that is the same for all
/// F, over all of them; 0 for n > 3, where they are not listed.</param>
/// <param name="BestDenominator">Its denominator.</param>
/// <param name="Collision">The larger of Σ_x P(x)² and Σ_F P(F)², equal functions counted together; rounded
/// down.</param>
public sealed record ClassOutcome(
    double Numerator,
    double Denominator,
    double DualNumerator,
    double DualDenominator,
    double PositiveNumerator,
    double PositiveDenominator,
    double ConstantNumerator,
    double ConstantDenominator,
    double BiasNumerator,
    double BiasDenominator,
    double BestNumerator,
    double BestDenominator,
    double Collision)
{
    /// <summary>CP.</summary>
    [JsonIgnore]
    public Rational CrossPredictability => Rational.Of(Numerator) / Rational.Of(Denominator);

    /// <summary>E_{X,X′}(E_F F(X)F(X′))².</summary>
    [JsonIgnore]
    public Rational Dual => Rational.Of(DualNumerator) / Rational.Of(DualDenominator);

    /// <summary>P(F(X) = 1).</summary>
    [JsonIgnore]
    public Rational Positive => Rational.Of(PositiveNumerator) / Rational.Of(PositiveDenominator);

    /// <summary>E_X|E_F F(X)|.</summary>
    [JsonIgnore]
    public Rational Bias => Rational.Of(BiasNumerator) / Rational.Of(BiasDenominator);

    /// <summary>The largest accuracy of a predictor that is the same for all F.</summary>
    [JsonIgnore]
    public Rational Best => Rational.Of(BestNumerator) / Rational.Of(BestDenominator);

    /// <summary>E_F(E_X F(X))⁴.</summary>
    [JsonIgnore]
    public Rational Constant => Rational.Of(ConstantNumerator) / Rational.Of(ConstantDenominator);
}

/// <summary>Cross-predictability of classes by enumeration of all pairs of functions and of inputs.</summary>
public sealed class ClassExperiment : Experiment<ClassCell, ClassOutcome>
{
    private const int ListedInputs = 8;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/class";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ClassOutcome Run(ClassCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Plus is < 1 or > 4)
            throw new ArgumentException("The weight of +1 lies between 1 and 4.", nameof(cell));
        var functions = FunctionClass.Of(cell.Family, cell.Variables, cell.Number);
        long[] inputs = InputWeights(cell.Variables, cell.Plus);
        (BigInteger u, BigInteger w) = (functions.Weight, inputs.Sum());
        BigInteger squares = u * u * w * w;
        (BigInteger primal, BigInteger constant, BigInteger positive) = (0, 0, 0);
        foreach ((sbyte[] f, long weight) in functions.Functions)
        {
            cancellation.ThrowIfCancellationRequested();
            BigInteger sum = 0;
            foreach ((sbyte[] g, long other) in functions.Functions)
                sum += other * BigInteger.Pow(Correlation(f, g, inputs), 2);
            primal += weight * sum;
            BigInteger mean = 0;
            for (int x = 0; x < inputs.Length; x++)
                mean += f[x] * inputs[x];
            constant += weight * BigInteger.Pow(mean, 4);
            positive += weight * (w + mean);
        }

        (BigInteger dual, BigInteger bias) = (0, 0);
        for (int x = 0; x < inputs.Length; x++)
        {
            cancellation.ThrowIfCancellationRequested();
            bias += inputs[x] * BigInteger.Abs(functions.Functions.Sum(f => f.Table[x] * f.Weight));
            for (int y = 0; y < inputs.Length; y++)
            {
                long kernel = 0;
                foreach ((sbyte[] f, long weight) in functions.Functions)
                    kernel += f[x] * f[y] * weight;
                dual += (BigInteger)(inputs[x] * inputs[y]) * kernel * kernel;
            }
        }

        (double, double)[] ratios =
        [
            Parts(primal, squares), Parts(dual, squares), Parts(positive, 2 * u * w),
            Parts(constant, u * BigInteger.Pow(w, 4)), Parts(bias, u * w), Parts(Best(functions, inputs), u * w),
        ];
        return new(
            ratios[0].Item1, ratios[0].Item2, ratios[1].Item1, ratios[1].Item2, ratios[2].Item1, ratios[2].Item2,
            ratios[3].Item1, ratios[3].Item2, ratios[4].Item1, ratios[4].Item2, ratios[5].Item1, ratios[5].Item2,
            Collision(functions, inputs));
    }

    // Each of the 2^(2^n) predictors against each function and input.
    private static BigInteger Best(FunctionClass functions, long[] inputs)
    {
        long best = 0;
        for (int g = 0; inputs.Length <= ListedInputs && g < 1 << inputs.Length; g++)
        {
            long right = 0;
            foreach ((sbyte[] f, long weight) in functions.Functions)
            {
                for (int x = 0; x < inputs.Length; x++)
                    right += f[x] == 1 - 2 * (g >> x & 1) ? weight * inputs[x] : 0;
            }

            best = Math.Max(best, right);
        }

        return best;
    }

    private static double Collision(FunctionClass functions, long[] inputs)
    {
        BigInteger ofFunctions = functions.Functions
            .GroupBy(f => string.Join(',', f.Table), f => f.Weight, StringComparer.Ordinal)
            .Aggregate(BigInteger.Zero, (sum, same) => sum + BigInteger.Pow(same.Sum(), 2));
        BigInteger ofInputs = inputs.Aggregate(BigInteger.Zero, (sum, w) => sum + (BigInteger)w * w);
        return Math.Max(
            new Rational(ofFunctions, BigInteger.Pow(functions.Weight, 2)).Enclosure().Lower,
            new Rational(ofInputs, BigInteger.Pow(inputs.Sum(), 2)).Enclosure().Lower);
    }

    private static long Correlation(sbyte[] f, sbyte[] g, long[] weights)
    {
        long sum = 0;
        for (int x = 0; x < f.Length; x++)
            sum += f[x] * g[x] * weights[x];
        return sum;
    }

    private static long[] InputWeights(int n, int plus) =>
    [
        .. Enumerable.Range(0, 1 << n)
            .Select(x => (long)BigInteger.Pow(plus, n - BitOperations.PopCount((uint)x))),
    ];

    // Numbers of a power of a small base over another: in lowest terms they are doubles at the sizes allowed, or
    // refused.
    private static (double Numerator, double Denominator) Parts(BigInteger numerator, BigInteger denominator)
    {
        var ratio = new Rational(numerator, denominator);
        return (((Rational)ratio.Numerator).Exactly(), ((Rational)ratio.Denominator).Exactly());
    }
}
