using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.GradientDescent;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Implementation.RandomSystems.Zeros;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class TensorSystemTests
{
    private static readonly string[] Laws = ["q3", "3:q3", "1:q:q2:q3:q4", "2q4", "0.5q2", "q", "7"];

    private static RandomStream Stream(int trial) => new(StreamKey.Of(29, "tensors"), (ulong)trial);

    private static Gen<(Mixture Law, int D, int N, int Trial)> Sizes =>
        from law in Gen.Elements(Laws)
        from d in Gen.Choose(1, 19)
        from n in Gen.Choose(1, 5)
        from trial in Gen.Choose(0, 1_000_000)
        select (Mixture.Parse(law, null), d, n, trial);

    private static (double[] F, Matrix D, Matrix B) At(TensorSystem system, double[] x)
    {
        var F = new double[system.Equations];
        Matrix D = new(system.Equations, system.Dimension), B = new(system.Dimension, system.Dimension);
        system.Evaluate(x, F, D, B);
        return (F, D, B);
    }

    /// <summary>Stored or drawn again, with curvature or without: the same bits.</summary>
    [Property(MaxTest = 60)]
    public Property BothWaysOfKeepingTheNumbersAgreeToTheLastBit() => Prop.ForAll(Sizes.ToArbitrary(), size =>
    {
        double[] x = Stream(size.Trial + 1).Normals(size.D);
        var stored = TensorSystem.Draw(Stream(size.Trial), size.Law, size.D, size.N);
        var drawn = TensorSystem.Draw(Stream(size.Trial), size.Law, size.D, size.N, isStored: false);
        (double[] F, Matrix D, Matrix B) = At(stored, x);
        (double[] G, Matrix E, Matrix C) = At(drawn, x);
        var plain = new double[size.N];
        var slopes = new Matrix(size.N, size.D);
        drawn.Evaluate(x, plain, slopes);
        return stored.IsStored && !drawn.IsStored && stored.SecondDerivativeBound == drawn.SecondDerivativeBound
            && F.SequenceEqual(G) && D.Values.SequenceEqual(E.Values) && B.Values.SequenceEqual(C.Values)
            && F.SequenceEqual(plain) && D.Values.SequenceEqual(slopes.Values);
    });

    /// <summary>The twin of <see cref="GaussianSystem"/>, monomial by monomial, from the same stream; second
    /// derivatives by central differences of its gradient, exact up to degree 3 and within h² beyond.</summary>
    [Property(MaxTest = 60)]
    public Property PassesAgreeWithTheSumOverMonomials() => Prop.ForAll(Sizes.ToArbitrary(), size =>
    {
        double[] x = new double[size.D];
        UniformSphere.Fill(Stream(size.Trial + 1), x);
        RandomStream first = Stream(size.Trial), second = Stream(size.Trial);
        var system = TensorSystem.Draw(first, size.Law, size.D, size.N);
        var twin = GaussianSystem.Draw(second, size.Law, size.D, size.N);
        (double[] F, Matrix D, Matrix B) = At(system, x);
        double[] G = twin.Value(x);
        bool agree = first.Position == second.Position && F.Zip(G).All(pair => Near(pair.First, pair.Second, 1e-11))
            && D.Values.ToArray().Zip(twin.Derivative(x).Values.ToArray())
                .All(pair => Near(pair.First, pair.Second, 1e-11));
        for (int b = 0; b < size.D; b++)
        {
            double[] right = [.. x], left = [.. x];
            right[b] += 1e-3;
            left[b] -= 1e-3;
            Matrix up = twin.Derivative(right), down = twin.Derivative(left);
            for (int a = 0; a < size.D; a++)
            {
                double sum = 0;
                for (int l = 0; l < size.N; l++)
                    sum += G[l] * (up[l, a] - down[l, a]) / 2e-3;
                agree &= Near(B[a, b], sum, 1e-3);
            }
        }

        return agree;
    });

    /// <summary>‖D²F(x)u‖ at random points and directions.</summary>
    [Property(MaxTest = 40)]
    public Property TheBoundOfTheSecondDerivativeIsOne() => Prop.ForAll(Sizes.ToArbitrary(), size =>
    {
        double[] x = new double[size.D], u = new double[size.D];
        UniformSphere.Fill(Stream(size.Trial + 1), x);
        UniformSphere.Fill(Stream(size.Trial + 2), u);
        var system = TensorSystem.Draw(Stream(size.Trial), size.Law, size.D, size.N);
        double[] near = [.. x];
        Lanes.Axpy(1e-6, u, near);
        Matrix D = At(system, x).D, E = At(system, near).D;
        Lanes.Axpy(-1, D.Values, E.Values);
        double[] second = MatrixVector.Multiply(E, u);
        return Lanes.Norm(second) / 1e-6 <= system.SecondDerivativeBound * (1 + 1e-3) + 1e-6;
    });

    [Fact]
    public void TooLargeSystemsAreRefused()
    {
        Mixture cubic = Mixture.Parse("q3", null);
        Assert.Throws<ArgumentException>(() => TensorSystem.Draw(Stream(0), cubic, 1000, 1));
        Assert.Throws<ArgumentException>(() => TensorSystem.Draw(Stream(0), cubic, 200, 100));
        Assert.Throws<ArgumentException>(() => TensorSystem.Draw(Stream(0), Mixture.Parse("q5", null), 3, 1));
    }

    /// <summary>‖x^k‖² = kδ, and each step is orthogonal to the point: the risk of the sphere's point is that of the
    /// last entry.</summary>
    [Fact]
    public void HessianDescentEndsOnTheSphere()
    {
        var system = TensorSystem.Draw(Stream(5), Mixture.Parse("3:q3", null), 12, 6);
        var start = new double[12];
        start[3] = 1;
        var risks = new double[25];
        double[] x = TensorDescent.Run(system, start, 25, risks, CancellationToken.None);
        Assert.Equal(1, Lanes.Norm(x), 1e-13);
        double[] F = At(system, x).F;
        Assert.Equal(Lanes.Dot(F, F) / 2, risks[^1], 1e-12);
        Assert.True(risks[^1] < 0.2 * risks[0]);
    }

    /// <summary>The gradient against differences of the risk along the sphere.</summary>
    [Fact]
    public void TheProjectedGradientIsTheSlopeOfTheRiskOnTheSphere()
    {
        var system = TensorSystem.Draw(Stream(6), Mixture.Parse("3:q3", null), 7, 4);
        double[] x = new double[7], v = Stream(7).Normals(7);
        UniformSphere.Fill(Stream(8), x);
        Lanes.Axpy(-Lanes.Dot(x, v), x, v);
        var method = new ProjectedGradient(system);
        method.Evaluate(x);
        double slope = Lanes.Dot(method.Gradient, v);
        Assert.Equal(0, Lanes.Dot(method.Gradient, x), 1e-12);
        double[] up = [.. x], down = [.. x];
        Lanes.Axpy(1e-5, v, up);
        Lanes.Axpy(-1e-5, v, down);
        double difference = (method.Evaluate(up) - method.Evaluate(down)) / 4e-5;
        Assert.Equal(slope, difference, 1e-5 * (1 + Math.Abs(slope)));
    }

    /// <summary>Where h ≤ 1/8 is proven, Newton's method gains 2^(2^k − 1) in k steps, until rounding.</summary>
    [Fact]
    public void PointsThatAreProvenAreApproximateSolutions()
    {
        int proven = 0;
        for (int trial = 0; trial < 20; trial++)
        {
            var system = TensorSystem.Draw(Stream(100 + trial), Mixture.Parse("q3", null), 10, 6);
            var newton = new SphereNewton(system);
            var x = new double[10];
            UniformSphere.Fill(Stream(200 + trial), x);
            for (int step = 0; step < 12; step++)
            {
                double norm = newton.Evaluate(x), σ = newton.LeastSingularValue(system.SecondDerivativeBound);
                double h = σ > 0 ? system.SecondDerivativeBound * norm / (σ * σ) : double.PositiveInfinity;
                if (h <= ExactSolutionExperiment.LargestContraction)
                {
                    proven++;
                    for (int k = 1, power = 1; k <= 3; k++, power = 2 * power + 1)
                    {
                        Assert.True(newton.TryStep(x, out _));
                        Assert.True(newton.Evaluate(x) <= norm * Math.ScaleB(1, -power) + 1e-12);
                    }

                    break;
                }

                if (!newton.TryStep(x, out _))
                    break;
            }
        }

        Assert.True(proven >= 10);
    }

    private static bool Near(double a, double b, double tolerance) =>
        Math.Abs(a - b) <= tolerance * (1 + Math.Abs(a) + Math.Abs(b));
}
