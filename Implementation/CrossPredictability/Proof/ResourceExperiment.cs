using System.Numerics;
using System.Text.Json.Serialization;
using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>Cell of <see cref="ResourceExperiment"/>.</summary>
/// <param name="Case">What is measured.</param>
/// <param name="Variables">n, from 1; at most 4096 for all parities, 1000 for copies.</param>
/// <param name="Power">The power of n beside the class's cross-predictability, from 0 to 64; of 2^n, 0 or 1, in the
/// number of copies.</param>
/// <param name="Number">k of a given degree, from 0 to 64, where 0 stands for ⌈log₂ n⌉ in place of a bounded one; the c
/// of c²·2^(pn) copies, from 1.</param>
public sealed record ResourceCell(ResourceCase Case, int Variables, int Power, int Number);

/// <summary>n^p·CP, or the accuracy of the copies; enclosed.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record ResourceOutcome(double Lower, double Upper)
{
    /// <summary>The number.</summary>
    [JsonIgnore]
    public Interval Value => new(Lower, Upper);
}

/// <summary>Powers of n against cross-predictabilities 1/C(n, k) and 2^(−n), and what a network of exponential size
/// reaches.</summary>
/// <remarks>Copies: out = Σ_c Σ_S w_cS χ_S with m copies of every monomial, square loss, from 0. The population
/// gradient at the start is −1 at the copies of the target and 0 elsewhere; one step with γ = σ = 1 makes the output
/// times the label normal with mean m and variance m·2^n: right with probability Φ(√(m/2^n)). Source of the comparison:
/// first talk, "Theorem 1".</remarks>
public sealed class ResourceExperiment : Experiment<ResourceCell, ResourceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/resource";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ResourceOutcome Run(ResourceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int n, int p, int k) = (cell.Variables, cell.Power, cell.Number);
        if (
            n < 1 || p is < 0 or > 64 || k is < 0 or > 64 || cell.Case == ResourceCase.Parities && n > 4096
            || cell.Case == ResourceCase.ManyCopies && (n > 1000 || p > 1 || k < 1)
            || cell.Case != ResourceCase.ManyCopies && k > n)
            throw new ArgumentException(
                "n is 1 at least, 4096 at most for parities and 1000 for copies; the power lies between 0 and 64, 0 "
                    + "and 1 for copies, the number between 0 and 64, from 1 on for copies and up to n for degrees.",
                nameof(cell));
        Interval value = cell.Case switch
        {
            ResourceCase.Parities => (Rational.Power(n, p) / Rational.Power(2, n)).Enclosure(),
            ResourceCase.GrowingDegree => OverMonomials(n, p, k > 0 ? k : CeilingOfLogarithm(n)),
            ResourceCase.BoundedDegree => OverMonomials(n, p, k),
            ResourceCase.ManyCopies => MonomialAccuracy.Of(
                (Rational.Power(2, n - p * n) / (k * k)).Enclosure(), rate: 1, noise: 1, steps: 1),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell.Case, "No such case."),
        };
        return new(value.Lower, value.Upper);
    }

    private static Interval OverMonomials(int n, int power, int degree) =>
        (Rational.Power(n, power) / Rational.Binomial(n, degree)).Enclosure();

    private static int CeilingOfLogarithm(int n) => n == 1 ? 0 : 1 + BitOperations.Log2((uint)n - 1);
}
