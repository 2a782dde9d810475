using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

/// <summary>The naive twin of <see cref="ConditionedSystem"/>: the joint covariance of everything that is known and of
/// what comes next, from the coefficients' variances, and Gaussian conditioning by a dense factorization.</summary>
public sealed class ConditionedSystemTests
{
    private const int Dimension = 4, Equations = 2, Moves = 2;

    private const double Step = 0.2;

    // Σ_l Weights_l ∂_{Directions}F_l at Point.
    private sealed record Functional(double[] Point, double[] Weights, double[][] Directions, double Value);

    [Theory]
    [InlineData("3:q3")]
    [InlineData("1:q:0.5q2:q3:0.3q4")]
    public void MeansAndCovariancesAreThoseOfDenseConditioning(string text)
    {
        var mixture = Mixture.Parse(text, null);
        double[] past = new RandomStream(StreamKey.Of(1, "conditioning"), 0).Normals(200);
        List<Functional> known = [];
        (ConditionedSystem system, int used) = Run(mixture, past, [], known, advances: Moves - 1);
        double[] direction = Direction(system.FreeDimension);

        ConditionedSystem mean = Next([]);
        List<Functional> next = [];
        Observe(mean, PointAfter(Moves), Frame(Moves), next, hessian: false);
        Matrix K = Covariances(mixture, known, known), C = Covariances(mixture, known, next);
        Assert.True(CholeskyFactor.TryFactor(K, out CholeskyFactor? factor));
        double[] coefficients = factor.Solve([.. known.Select(functional => functional.Value)]);
        double[] expected = MatrixVector.TransposeMultiply(C, coefficients);
        Assert.All(next.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Value, 1e-9));

        // The columns of a root of the covariance: what one normal moves.
        var root = new Matrix(next.Count, next.Count);
        for (int i = 0; i < next.Count; i++)
        {
            var unit = new double[next.Count];
            unit[i] = 1;
            List<Functional> moved = [];
            Observe(Next(unit), PointAfter(Moves), Frame(Moves), moved, hessian: false);
            for (int j = 0; j < next.Count; j++)
                root[j, i] = moved[j].Value - next[j].Value;
        }

        Matrix actual = MatrixProduct.MultiplyTranspose(root, root);
        Matrix reduction = MatrixProduct.TransposeMultiply(C, factor.Solve(C));
        Matrix prior = Covariances(mixture, next, next);
        for (int i = 0; i < next.Count; i++)
        {
            for (int j = 0; j < next.Count; j++)
                Assert.Equal(prior[i, j] - reduction[i, j], actual[i, j], 1e-9);
        }

        // The Hessian, given value and derivative as well.
        known.AddRange(next);
        List<Functional> all = [];
        Observe(mean, PointAfter(Moves), Frame(Moves), all, hessian: true);
        Functional[] hessian = [.. all.Skip(next.Count)];
        Assert.True(CholeskyFactor.TryFactor(Covariances(mixture, known, known), out factor));
        Matrix B = Covariances(mixture, known, hessian);
        expected = MatrixVector.TransposeMultiply(
            B, factor.Solve([.. known.Select(functional => functional.Value)]));
        Assert.All(hessian.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Value, 1e-9));
        reduction = MatrixProduct.TransposeMultiply(B, factor.Solve(B));
        prior = Covariances(mixture, hessian, hessian);
        var normals = new double[next.Count + 1];
        normals[^1] = 1;
        double jump = Next(normals).HessianPart[0, 0] - mean.HessianPart[0, 0];
        Assert.Equal(prior[0, 0] - reduction[0, 0], jump * jump, 1e-9);

        ConditionedSystem Next(double[] future) =>
            Run(mixture, [.. past.Take(used)], future, [], advances: Moves).System;
    }

    // A homogeneous quadratic form has the same Hessian everywhere: nothing new comes after n points.
    [Fact]
    public void DeterminedHessiansBringNothingNew()
    {
        var stream = new RandomStream(StreamKey.Of(1, "determined"), 0);
        var system = new ConditionedSystem(Mixture.Parse("q2", null), 8, 1, 0.2, stream.FillNormals);
        double square = system.Risk;
        system.Advance(Direction(7));
        Matrix first = system.HessianPart;
        Assert.True(double.IsFinite(square) && first.Values.ToArray().All(double.IsFinite));
    }

    // Values of the finite recursion by the prototype discr3.py (scipy's brentq), as the dossier prints them.
    [Theory]
    [InlineData(20, 5, 3.652)]
    [InlineData(20, 10, 3.091)]
    [InlineData(20, 20, 2.838)]
    [InlineData(20, 100, 2.651)]
    [InlineData(6, 5, 0.364)]
    [InlineData(6, 50, 0.089)]
    public void NamedEndsOfTheRecursion(int constant, int steps, double end) => Assert.Equal(
        end, new DescentRecursion(Mixture.ConstantAndPower(constant, 3), steps).Risks(0.5)[^1], 6e-4);

    // Second derivatives of cubics are differences of gradients, without a remainder.
    [Fact]
    public void HessiansAreDifferencesOfGradients()
    {
        var stream = new RandomStream(StreamKey.Of(1, "hessian"), 0);
        var system = GaussianSystem.Draw(stream, Mixture.Parse("1:q:q2:q3", null), 5, 3);
        double[] x = stream.Normals(5), w = stream.Normals(3);
        Matrix H = system.Hessian(x, w);
        for (int j = 0; j < 5; j++)
        {
            double[] right = [.. x], left = [.. x];
            right[j] += 0.5;
            left[j] -= 0.5;
            double[] after = MatrixVector.TransposeMultiply(system.Derivative(right), w);
            double[] before = MatrixVector.TransposeMultiply(system.Derivative(left), w);
            for (int i = 0; i < 5; i++)
                Assert.Equal(after[i] - before[i], H[i, j], 1e-12);
        }
    }

    // All normals beyond the given ones are 0.
    private static (ConditionedSystem System, int Used) Run(
        Mixture mixture, double[] past, double[] future, List<Functional> known, int advances)
    {
        double[] normals = [.. past, .. future, .. new double[200]];
        int used = 0;
        var system = new ConditionedSystem(mixture, Dimension, Equations, Step, Fill);
        Observe(system, PointAfter(0), Frame(0), known, hessian: true);
        for (int move = 1; move <= advances; move++)
        {
            system.Advance(Direction(system.FreeDimension));
            Observe(system, PointAfter(move), Frame(move), known, hessian: true);
        }

        return (system, used);

        void Fill(Span<double> target)
        {
            normals.AsSpan(used, target.Length).CopyTo(target);
            used += target.Length;
        }
    }

    private static double[] Direction(int free)
    {
        double[] e = [.. Enumerable.Range(1, free).Select(i => i % 2 == 0 ? -0.5 * i : 1.0 * i)];
        double length = Math.Sqrt(e.Sum(entry => entry * entry));
        return [.. e.Select(entry => entry / length)];
    }

    // The basis of V after some moves, d × m; x_0 is along the first axis.
    private static Matrix Frame(int moves)
    {
        var frame = new Matrix(Dimension, Dimension - 1);
        for (int i = 0; i + 1 < Dimension; i++)
            frame[i + 1, i] = 1;
        for (int move = 0; move < moves; move++)
            frame = new Reflection(Direction(frame.Columns)).FromRight(frame);
        return frame;
    }

    private static double[] PointAfter(int moves)
    {
        var x = new double[Dimension];
        x[0] = Math.Sqrt(Step);
        for (int move = 0; move < moves; move++)
        {
            Matrix frame = Frame(move);
            Lanes.Axpy(Math.Sqrt(Step), MatrixVector.Multiply(frame, Direction(frame.Columns)), x);
        }

        return x;
    }

    private static void Observe(
        ConditionedSystem system, double[] x, Matrix frame, List<Functional> list, bool hessian)
    {
        double[] F = [.. system.Value];
        for (int l = 0; l < Equations; l++)
        {
            var weights = new double[Equations];
            weights[l] = 1;
            list.Add(new(x, weights, [], F[l]));
        }

        for (int l = 0; l < Equations; l++)
        {
            var weights = new double[Equations];
            weights[l] = 1;
            for (int a = 0; a < frame.Columns; a++)
                list.Add(new(x, weights, [frame.Column(a)], system.Gradient[l, a]));
        }

        for (int a = 0; hessian && a < frame.Columns; a++)
        {
            for (int b = a; b < frame.Columns; b++)
                list.Add(new(x, F, [frame.Column(a), frame.Column(b)], system.HessianPart[a, b]));
        }
    }

    private static Matrix Covariances(
        Mixture mixture, IReadOnlyList<Functional> rows, IReadOnlyList<Functional> columns)
    {
        var K = new Matrix(rows.Count, columns.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < columns.Count; j++)
                K[i, j] = Covariance(mixture, rows[i], columns[j]);
        }

        return K;
    }

    // Multilinear in the directions.
    private static double Covariance(Mixture mixture, Functional f, Functional g)
    {
        double weight = Lanes.Dot(f.Weights, g.Weights);
        Interval[] x = [.. f.Point.Select(Interval.Of)], y = [.. g.Point.Select(Interval.Of)];
        return weight == 0 ? 0 : weight * Along([], [], 1);

        double Along(int[] a, int[] b, double factor) =>
            factor == 0 ? 0
            : a.Length < f.Directions.Length
                ? Enumerable.Range(0, Dimension).Sum(i => Along([.. a, i], b, factor * f.Directions[a.Length][i]))
            : b.Length < g.Directions.Length
                ? Enumerable.Range(0, Dimension).Sum(i => Along(a, [.. b, i], factor * g.Directions[b.Length][i]))
            : factor * DerivativeCovariance.Of(mixture, x, y, a, b).Midpoint;
    }
}
