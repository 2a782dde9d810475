using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

/// <summary>A claim about population gradients, examined on networks with integer weights.</summary>
public abstract record GradientClaim : Claim<GradientCell, GradientOutcome>
{
    private protected const string Heading = "CP: information-theoretic argument";

    [Parameter("n", "number of variables of parities", Minimum = 1, Maximum = 6, Size = true)]
    public Choices<int> Variables { get; init; } = [2, 4];

    [Parameter("width", "hidden units", Minimum = 1, Maximum = 4, Size = true)]
    public int Width { get; init; } = 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Variables = [1, 3, 5], Width = 4 };

    protected override Experiment<GradientCell, GradientOutcome> Experiment { get; } = new GradientExperiment();

    // All losses on parities; a class that is not orthonormal; one function, for which inequalities are equalities.
    protected override IReadOnlyList<GradientCell> Cells =>
    [
        .. from n in Variables
           from loss in Enum.GetValues<NetworkLoss>()
           select new GradientCell(FunctionFamily.Parities, n, 0, Width, loss),
        new(FunctionFamily.Monomials, 4, 2, Width, NetworkLoss.Square),
        new(FunctionFamily.NoisyCopies, 3, 3, 0, NetworkLoss.Correlation),
        new(FunctionFamily.NoisyCopies, 2, 3, Width, NetworkLoss.Hinge),
        new(FunctionFamily.Single, 1, 0, 0, NetworkLoss.Correlation),
    ];

    // Each part is about two cells at least.
    protected override int TrialsNeeded(double level) => (TrialDesign.TrialsToSee(0.05, level) + 1) / 2;

    /// <summary>The largest |a_e − b_e| over the edges, rounded; 0 exactly where all are equal.</summary>
    private protected static double Largest(GradientOutcome o, Func<int, Rational> distance) =>
        Enumerable.Range(0, o.Junk.Length).Max(e => Math.Abs(distance(e).Rounded().Value));

    /// <summary>E_F(E_{D_F}∇_e − E_{D_⋆}∇_e)².</summary>
    private protected static Rational Difference(GradientOutcome o, int e) => Whole(o.Difference[e])
        / (4 * Whole(o.Points) * Whole(o.Points) * Whole(o.FunctionWeight));

    /// <summary>E_{D_⋆}∇_e².</summary>
    private protected static Rational Second(GradientOutcome o, int e) =>
        Whole(o.Second[e]) / (2 * Whole(o.Points));

    /// <summary>A whole number held by a double.</summary>
    private protected static Rational Whole(double value) => Rational.Of(value);
}
