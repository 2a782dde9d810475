using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="DescentStepExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, more than <paramref name="Steps"/>.</param>
/// <param name="Equations">n, more than <paramref name="Move"/>.</param>
/// <param name="Steps">1/δ, from 2.</param>
/// <param name="Move">The step that is looked at, from 1 to 1/δ − 1.</param>
public sealed record DescentStepCell(Mixture Mixture, int Dimension, int Equations, int Steps, int Move);

/// <summary>One step of Hessian descent, F⁺ = F + √δ·Av + (δ/2)S + noise, taken apart. f is F/‖F‖; S = ΣΨ_iW_i[v, v] is
/// the mean of D²F[v, v] given all Hessians Σ F_l∇²F_l so far.</summary>
/// <param name="Change">⟨f, F⁺ − F⟩.</param>
/// <param name="Slope">⟨f, Av⟩.</param>
/// <param name="Curvature">v′(Σ F_l∇²F_l)v/‖F‖, which is ⟨f, S⟩.</param>
/// <param name="Rest">The squared length of F⁺ − F − √δ·Av orthogonal to all Ψ_i.</param>
/// <param name="Freedom">The dimension of what is orthogonal to all Ψ_i.</param>
public sealed record DescentStepOutcome(
    double Change, double Slope, double Curvature, double Rest, int Freedom);

/// <summary>Hessian descent on random systems given by their coefficients, up to a step whose change is taken
/// apart.</summary>
/// <remarks>Nothing of <see cref="ConditionedSystem"/> is used, whose law is compared with what is measured
/// here.</remarks>
public sealed class DescentStepExperiment : Experiment<DescentStepCell, DescentStepOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/descent-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 128;

    /// <inheritdoc/>
    public override DescentStepOutcome Run(
        DescentStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Steps < 2 || cell.Dimension <= cell.Steps || cell.Move < 1 || cell.Move >= cell.Steps
            || cell.Equations <= cell.Move)
        {
            throw new ArgumentException("1/δ ≥ 2, d > 1/δ, 1 ≤ move < 1/δ and n > move are needed.", nameof(cell));
        }

        double root = Math.Sqrt(1.0 / cell.Steps);
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        var x = new double[cell.Dimension];
        UniformSphere.Fill(stream, x);
        Matrix basis = new Reflection(x).FromRight(Matrix.Identity(cell.Dimension));
        Lanes.Scale(root, x);
        double[] F = system.Value(x);
        List<double[]> axes = [], loadings = [];
        for (int move = 1; ; move++)
        {
            cancellation.ThrowIfCancellationRequested();
            Matrix D = system.Derivative(x), B = system.Hessian(x, F);
            Load(loadings, axes, F, cell.Mixture.Derivative(move / (double)cell.Steps, 2));
            double[] v = Direction(D, B, basis, F);
            double[] step = MatrixVector.Multiply(basis, v);
            Lanes.Axpy(root, step, x);
            double[] next = system.Value(x);
            if (move == cell.Move)
                return Outcome(F, next, MatrixVector.Multiply(D, step), step, B, axes, root);
            F = next;
            basis = new Reflection(v).FromRight(basis);
        }
    }

    // The least eigenvector of V′(B + D′D)V against the gradient, in the basis V of what is orthogonal to all steps.
    private static double[] Direction(Matrix D, Matrix B, Matrix basis, double[] F)
    {
        Matrix A = MatrixProduct.Multiply(D, basis);
        Matrix H = MatrixProduct.TransposeMultiply(basis, MatrixProduct.Multiply(B, basis));
        Lanes.Axpy(1, Gram.Of(A).Values, H.Values);
        double[] v = SymmetricEigen.Of(Symmetric(H)).Vectors.Column(0);
        if (Lanes.Dot(v, MatrixVector.TransposeMultiply(A, F)) >= 0)
            Lanes.Scale(-1, v);
        return v;
    }

    private static Matrix Symmetric(Matrix H)
    {
        for (int i = 0; i < H.Rows; i++)
        {
            for (int j = 0; j < i; j++)
                H[i, j] = H[j, i];
        }

        return H;
    }

    // Ψ_k = (ξ″F − Σ⟨F, Ψ_i⟩Ψ_i)/ρ with ρ² the product of the bracket with F; and an orthonormal basis of their span.
    private static void Load(List<double[]> loadings, List<double[]> axes, double[] F, double curvature)
    {
        var loading = new double[F.Length];
        Lanes.Axpy(curvature, F, loading);
        foreach (double[] earlier in loadings)
            Lanes.Axpy(-Lanes.Dot(F, earlier), earlier, loading);
        double square = Lanes.Dot(F, loading);
        // Without curvature there is nothing to know.
        if (!(square > 0))
            return;
        Lanes.Scale(1 / Math.Sqrt(square), loading);
        loadings.Add(loading);
        double[] axis = [.. loading];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] earlier in axes)
                Lanes.Axpy(-Lanes.Dot(axis, earlier), earlier, axis);
        }

        Lanes.Scale(1 / Lanes.Norm(axis), axis);
        axes.Add(axis);
    }

    private static DescentStepOutcome Outcome(
        double[] F, double[] next, double[] slope, double[] step, Matrix B, List<double[]> axes, double root)
    {
        double length = Lanes.Norm(F);
        double[] f = [.. F.Select(entry => entry / length)];
        double[] change = [.. next.Zip(F, (after, before) => after - before)];
        double[] rest = [.. change];
        Lanes.Axpy(-root, slope, rest);
        foreach (double[] axis in axes)
            Lanes.Axpy(-Lanes.Dot(axis, rest), axis, rest);
        return new(
            Lanes.Dot(f, change),
            Lanes.Dot(f, slope),
            Lanes.Dot(step, MatrixVector.Multiply(B, step)) / length,
            Lanes.Dot(rest, rest),
            F.Length - axes.Count);
    }
}
