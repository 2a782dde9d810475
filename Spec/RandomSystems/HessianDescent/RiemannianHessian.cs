using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// Along a great circle of radius r the acceleration is −x‖v‖²/r²: the second derivative of R is v′∇²Rv −
// ⟨x, ∇R⟩‖v‖²/r². On the unit sphere that is the printed formula; Hessian descent moves inside the ball.

/// <summary>The Riemannian Hessian of the risk on spheres.</summary>
public sealed record RiemannianHessian : Claim<RiemannianHessianCell, RiemannianHessianOutcome>
{
    private const string Circle = "great circle", Euler = "homogeneous systems";

    // A form of degree p in d variables has C(d + p − 1, p) coefficients, each with a series along every curve.
    private const int LargestDegree = 8;

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/riemannian-hessian",
        Title = "The Riemannian Hessian is that of the ball less ⟨x, ∇R_n⟩/‖x‖²; for degree p that is 2pR_n/‖x‖²",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Problem with Hessian Descent"),
        Quotations =
        [
            @"\mathbf{D}^2\mathcal{R}_n(\mathbf{x}) = \nabla^2\mathcal{R}_n(\mathbf{x})|_{\mathbb{T}(\mathbf{x})} - "
                + @"\langle \mathbf{x}, \nabla\mathcal{R}_n(\mathbf{x}) \rangle \mathbf{I}",
        ],
        Statement = new(
            """
            D^2R_n(x)=\nabla^2R_n(x)|_{T(x)}-\frac{\langle x,\nabla R_n(x)\rangle}{\|x\|^2}I
            \text{ on the sphere of radius } \|x\|\text{, as printed for }\|x\|=1;
            \langle x,\nabla R_n(x)\rangle=2pR_n(x) \text{ for } \xi=q^p
            """),
        Hypotheses = ["x ≠ 0"],
        Method =
            "Random systems, points and tangents: Taylor coefficients of the risk along the great circle, its tangent "
            + "and the ray, each by arithmetic of truncated series in intervals. The great circle is the tangent put "
            + "back on the sphere: the series of (x + vs)‖x‖/‖x + vs‖, in which no acceleration is put in.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } = [Mixture.Parse("3:q3", null), Mixture.Parse("q4", null)];

    [Parameter("dimension", "d", Minimum = 2, Maximum = 20, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("equations", "n", Minimum = 1, Maximum = 20, Size = true)]
    public int Equations { get; init; } = 2;

    [Parameter("radius", "‖x‖", Minimum = 0.01, Maximum = 1)]
    public Choices<double> Radii { get; init; } = [0.5, 1];

    [Parameter("sign", "factor of ⟨x, ∇R⟩", Minimum = -2, Maximum = 2)]
    public double Sign { get; init; } = -1;

    [Parameter("radius-power", "power of ‖x‖ that divides it", Minimum = 0, Maximum = 4)]
    public int RadiusPower { get; init; } = 2;

    [Parameter("euler-factor", "⟨x, ∇R⟩ over pR for homogeneous systems", Minimum = 0, Maximum = 10)]
    public double EulerFactor { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("with the opposite sign", this with { Sign = 1 }, Circle),
        new("1/‖x‖ for 1/‖x‖² inside the ball", this with { RadiusPower = 1 }, Circle),
        new("⟨x, ∇R⟩ = pR, as for a function in place of its square", this with { EulerFactor = 1 }, Euler),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses =>
        Mixtures.Any(mixture => mixture.Degree > LargestDegree)
            ? [$"the degree is {LargestDegree} at most here"]
            : [];

    protected override Experiment<RiemannianHessianCell, RiemannianHessianOutcome> Experiment { get; } =
        new RiemannianHessianExperiment();

    protected override IReadOnlyList<RiemannianHessianCell> Cells =>
    [
        .. from mixture in Mixtures
           where mixture.Degree <= LargestDegree
           from radius in Radii
           select new RiemannianHessianCell(mixture, Dimension, Equations, radius),
    ];

    protected override Evidence Judge(
        Examination<RiemannianHessianCell, RiemannianHessianOutcome> examination) => Evidence.All(
    [
        examination.ForAllEnclosed(
            "|R″ along the circle − v′∇²Rv + ⟨x, ∇R⟩‖v‖²/‖x‖²|, over R + |v′∇²Rv|",
            (_, o) =>
            {
                Interval formula = o.Line
                    + Sign * o.Radial * o.Speed / Interval.Power(Interval.Sqrt(o.Square), RadiusPower);
                return Interval.Abs(o.Circle - formula) / (1 + Interval.Abs(o.Line));
            }).Named(Circle),
        examination.Where(IsHomogeneous).ForAllEnclosed(
            "|⟨x, ∇R⟩ − 2pR|, over R",
            (cell, o) => Interval.Abs(o.Radial - EulerFactor * cell.Mixture.Degree)).Named(Euler),
    ]);

    private static bool IsHomogeneous(RiemannianHessianCell cell) =>
        cell.Mixture.Coefficients.Take(cell.Mixture.Degree).All(coefficient => coefficient == 0);
}
