using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Which system of forms.</summary>
public enum FormFamily
{
    /// <summary>Independent forms of the Kostlan law.</summary>
    Kostlan,

    /// <summary>The one form x₁^p in two variables.</summary>
    Power,

    /// <summary>The one form x₁²x₂(x₁ − x₂) in two variables: zeros of the multiplicities 2, 1, 1.</summary>
    Mixed,

    /// <summary>x₁x₂ and x₁x₃ in three variables.</summary>
    SharedFactor,
}

/// <summary>Cell of <see cref="BezoutExperiment"/>.</summary>
/// <param name="Family">The system.</param>
/// <param name="Equations">n ≥ 1, in n + 1 variables.</param>
/// <param name="Degree">Degree of all forms but the last.</param>
/// <param name="LastDegree">Degree of the last form.</param>
public sealed record BezoutCell(FormFamily Family, int Equations, int Degree, int LastDegree);

/// <summary>Zeros in the complex projective space.</summary>
/// <param name="Product">∏p_i.</param>
/// <param name="Sum">Σp_i.</param>
/// <param name="Distinct">Zeros that are proven to be there and to differ from each other.</param>
/// <param name="IsAll">Whether it is proven without Bezout's theorem that there are no others.</param>
/// <param name="WithMultiplicity">Of the named forms in two variables, the sum of the orders to which they vanish at
/// their zeros, one by one; of other systems, the number of zeros again, each of which is simple where it is
/// certified.</param>
/// <param name="IsFinite">Whether the set of zeros is known to be finite.</param>
/// <param name="Attempts">Homotopies followed.</param>
public sealed record BezoutOutcome(
    int Product, int Sum, int Distinct, bool IsAll, int WithMultiplicity, bool IsFinite, int Attempts);

/// <summary>Counts zeros of systems of n forms in n + 1 variables, with proof.</summary>
/// <remarks>n ≥ 2: by homotopy continuation; what is certified is there, each zero being simple, and Bezout's theorem
/// says that ∏p_i are all. n = 1: the number of distinct zeros in exact arithmetic. The system x₁x₂, x₁x₃ has the zeros
/// (0 : 1 : t), of which more than ∏p_i are tried.</remarks>
public sealed class BezoutExperiment : Experiment<BezoutCell, BezoutOutcome>
{
    /// <summary>Most paths that are followed for one system.</summary>
    public const int PathsAtMost = 1 << 14;

    /// <inheritdoc/>
    public override string Id => "random-systems/bezout";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <summary>The degrees of a cell, p_1, …, p_n.</summary>
    public static IReadOnlyList<int> Degrees(int equations, int degree, int lastDegree) =>
        [.. Enumerable.Repeat(degree, equations - 1), lastDegree];

    /// <summary>Whether ∏p_i is <see cref="PathsAtMost"/> at most.</summary>
    public static bool IsFeasible(int equations, int degree, int lastDegree) =>
        Degrees(equations, degree, lastDegree).Aggregate(1.0, (product, p) => product * p) <= PathsAtMost;

    /// <inheritdoc/>
    public override BezoutOutcome Run(BezoutCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Equations is < 1 or > 14 || cell.Degree is < 1 or > 40 || cell.LastDegree is < 1 or > 40)
            throw new ArgumentException("n lies between 1 and 14, degrees between 1 and 40.", nameof(cell));
        IReadOnlyList<int> degrees = Degrees(cell.Equations, cell.Degree, cell.LastDegree);
        return cell.Family switch
        {
            FormFamily.Power => Binary([1, .. new double[cell.LastDegree]], (0, 1)),
            FormFamily.Mixed => Binary([0, 1, -1, 0, 0], (0, 1), (1, 0), (1, 1)),
            FormFamily.SharedFactor => SharedFactor(),
            _ when cell.Equations == 1 =>
                Binary(HomogeneousForm.Kostlan(cell.LastDegree, 2, stream).Coefficients),
            _ when !IsFeasible(cell.Equations, cell.Degree, cell.LastDegree) =>
                throw new ArgumentException($"At most {PathsAtMost} paths are followed.", nameof(cell)),
            _ => Follow(degrees, stream, cancellation),
        };
    }

    // The orders are those at known zeros, and know nothing of the degree; the number of distinct zeros, from the
    // greatest common divisor with the derivative, says that the known ones are all.
    private static BezoutOutcome Binary(ReadOnlySpan<double> coefficients, params ReadOnlySpan<(int X, int Y)> known)
    {
        int p = coefficients.Length - 1, distinct = BinaryFormZeros.Distinct(coefficients), orders = 0, zeros = 0;
        foreach ((int x, int y) in known)
        {
            int order = BinaryFormZeros.Order(coefficients, x, y);
            orders += order;
            zeros += order > 0 ? 1 : 0;
        }

        return new(p, p, distinct, true, zeros == distinct ? orders : distinct, true, 0);
    }

    private static BezoutOutcome Follow(
        IReadOnlyList<int> degrees, RandomStream stream, CancellationToken cancellation)
    {
        SystemZeros zeros = SystemZeros.Find(SquareSystem.Kostlan(degrees, stream), stream, cancellation);
        return new(
            zeros.BezoutNumber, degrees.Sum(), zeros.Distinct, false, zeros.Distinct,
            zeros.Distinct == zeros.BezoutNumber, zeros.Attempts);
    }

    // The monomials in lexicographic order: 11, 12, 13, 22, 23, 33. Products and sums of integers are exact.
    private static BezoutOutcome SharedFactor()
    {
        HomogeneousForm[] forms = [new(2, 3, 0, 1, 0, 0, 0, 0), new(2, 3, 0, 0, 1, 0, 0, 0)];
        const int tried = 9;
        int zeros = 0;
        for (int t = 0; t < tried; t++)
        {
            RealNumber[] z = [default, new(1), new(t)];
            RealNumber[] gradient = new RealNumber[3];
            zeros += forms.All(form => form.Evaluate<RealNumber>(z, gradient).Value == 0) ? 1 : 0;
        }

        return new(4, 4, zeros, false, zeros, false, 0);
    }
}
