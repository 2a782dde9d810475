using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Model;

// The chain rule for ξ(Σx_jy_j): a derivative in x_a brings a factor y_a, one in y_b a factor x_b, and a pair that
// meets brings 1{a = b} with one order of ξ less.

/// <summary>The covariance ξ(⟨x, y⟩) and those of the derivatives up to the second order.</summary>
public sealed record DerivativeCovariances : Claim<DerivativeCovarianceCell, DerivativeCovarianceOutcome>
{
    private const string Values = "values", Gradients = "gradients", Hessians = "Hessians";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/derivative-covariances",
        Title = "Kostlan's variances of the coefficients give the covariance ξ(⟨x, y⟩), and these of the derivatives",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Gaussian model"),
        Quotations =
        [
            @"\mathbb{E}[F_i(\mathbf{x}^1)F_j(\mathbf{x}^2)] = \delta_{ij}\xi(\langle \mathbf{x}^1, \mathbf{x}^2 "
                + @"\rangle).",
        ],
        Statement = new(
            """
            \mathbb{E}F(x)F(y)=\xi(q),\ q=\langle x,y\rangle;\quad
            \mathbb{E}F(x)\,\partial_bF(y)=\xi'x_b;\quad
            \mathbb{E}\,\partial_aF(x)\,\partial_bF(y)=\xi'1_{a=b}+\xi''y_ax_b;
            \mathbb{E}\,\partial_{ab}F(x)\,\partial_{ce}F(y)=\xi''(1_{ac}1_{be}+1_{ae}1_{bc})
            +\xi'''(1_{ac}y_bx_e+1_{ae}y_bx_c+1_{bc}y_ax_e+1_{be}y_ax_c)+\xi''''y_ay_bx_cx_e
            """),
        Hypotheses = ["ξ has no negative coefficient", "x and y anywhere in R^d"],
        Method =
            "The process is the sum over monomials with independent normal coefficients of variance "
            + "ξ_k·k!/(e_1!⋯e_d!). Covariances of all derivatives up to the second order are summed over the monomials "
            + "at two points of R³, in interval arithmetic, and compared with the formulas. δ_ij is not examined: the "
            + "equations are independent by construction.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } =
        [Mixture.Parse("3:q3", null), Mixture.Parse("1:q:0.5q2:2q5", null)];

    [Parameter("diagonal", "what ξ″ is multiplied with where both Hessian entries lie on the diagonal, over 2")]
    public double Diagonal { get; init; } = 1;

    [Parameter("swapped", "whether E F(x)∂F(y) is ξ′ times y")]
    public bool IsSwapped { get; init; }

    [Parameter("value-order", "order of the derivative of ξ that is the covariance", Minimum = 0, Maximum = 1)]
    public int ValueOrder { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("E F(x)∂_bF(y) = ξ′y_b", this with { IsSwapped = true }, Gradients),
        new("ξ″ on the diagonal of the Hessian, in place of 2ξ″", this with { Diagonal = 0.5 }, Hessians),
        new("the covariance is ξ′", this with { ValueOrder = 1 }, Values),
    ];

    protected override Experiment<DerivativeCovarianceCell, DerivativeCovarianceOutcome> Experiment { get; } =
        new DerivativeCovarianceExperiment();

    protected override IReadOnlyList<DerivativeCovarianceCell> Cells =>
    [
        .. from mixture in Mixtures
           from isOnePoint in (bool[])[false, true]
           from left in Enumerable.Range(0, 3)
           from right in Enumerable.Range(left, 3 - left)
           select new DerivativeCovarianceCell(mixture, left, right, isOnePoint),
    ];

    protected override Evidence Judge(
        Examination<DerivativeCovarianceCell, DerivativeCovarianceOutcome> examination) => Evidence.All(
    [
        Part(examination, Values, "E F(x)F(y)", cell => cell.Right == 0),
        Part(examination, Gradients, "E of values and gradients", cell => cell.Right == 1),
        Part(examination, Hessians, "E of all with second derivatives", cell => cell.Right == 2),
    ]);

    private Evidence Part(
        Examination<DerivativeCovarianceCell, DerivativeCovarianceOutcome> examination, string name, string what,
        Func<DerivativeCovarianceCell, bool> selects) => examination.Where(selects).ForAllEnclosed(
            $"|{what} − formula|", (cell, o) => Worst(cell, o), resolution: 1e-9).Named(name);

    private Interval Worst(DerivativeCovarianceCell cell, DerivativeCovarianceOutcome o)
    {
        IReadOnlyList<double> x = DerivativeCovarianceExperiment.X;
        IReadOnlyList<double> y = DerivativeCovarianceExperiment.Y(cell.IsOnePoint);
        Interval q = 0;
        for (int j = 0; j < x.Count; j++)
            q += x[j] * Interval.Of(y[j]);
        Interval[] ξ = [.. Enumerable.Range(0, 5).Select(order => cell.Mixture.Derivative(q, order))];
        Interval worst = 0;
        int i = 0;
        foreach ((int[] a, int[] b) in DerivativeCovarianceExperiment.Derivatives(cell.Left, cell.Right))
        {
            // Intervals that overlap differ by nothing that could be told.
            worst = Interval.Max(worst, Interval.Abs(o.At(i++) - Formula(ξ, x, y, a, b)));
        }

        return worst;
    }

    private Interval Formula(
        Interval[] ξ, IReadOnlyList<double> x, IReadOnlyList<double> y, int[] a, int[] b)
    {
        // Factors of the left derivative are coordinates of y, of the right one of x.
        Interval left = a.Aggregate(Interval.Of(1), (product, j) => product * y[j]);
        Interval right = b.Aggregate(
            Interval.Of(1), (product, j) => product * (IsSwapped && a.Length == 0 && b.Length == 1 ? y[j] : x[j]));
        Interval sum = ξ[a.Length + b.Length + (a.Length + b.Length == 0 ? ValueOrder : 0)] * left * right;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                if (a[i] == b[j])
                    sum += ξ[a.Length + b.Length - 1] * Without(a, i, y) * Without(b, j, x);
            }
        }

        if (a.Length == 2 && b.Length == 2)
        {
            int pairs = (a[0] == b[0] && a[1] == b[1] ? 1 : 0) + (a[0] == b[1] && a[1] == b[0] ? 1 : 0);
            sum += (pairs == 2 ? 2 * Diagonal : pairs) * ξ[2];
        }

        return sum;
    }

    private static Interval Without(int[] variables, int left, IReadOnlyList<double> point)
    {
        Interval product = 1;
        for (int i = 0; i < variables.Length; i++)
            product *= i == left ? 1 : point[variables[i]];
        return product;
    }
}
