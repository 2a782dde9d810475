using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.DifferentialEquations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

// L(Z) = Σ(⟨A_i, ZZᵀ⟩ − y_i)², Ż = −∇L = −4GZ, G = Σ r_i A_i. The Hessian is 8·(a sum of squares) + 4G⊗I, so that the
// distance of two curves grows at a rate of at most 4λ_max(−G) along the segment between them, plus the defect of the
// curve that is no solution. Each step is a collocation polynomial p in time; its defect p′ + 4G(p)p is a polynomial of
// degree 3N, bounded by samples. The tail: with K the tangent kernel, ‖∇L‖² = 4rᵀKr ≥ 4λ_min(K)L, and the flow from Z
// on travels √L/√λ at most, λ bounding λ_min(K) from below on a ball of that radius; √λ_min(K) changes by at most
// 2√(Σ‖A_i‖²) per unit of Z.

/// <summary>The gradient flow of a factorized least-squares problem, enclosed: the true flow lies within
/// <see cref="Error"/> of <see cref="Z"/>.</summary>
public sealed class FactorizationFlow
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private const int Nodes = 10;
    private static readonly ChebyshevStep Step = new(Nodes);
    private static readonly double[] End = [.. Step.EndIntegrals];

    private readonly Measurements _measurements;
    private readonly double[] _y;
    private readonly double[] _r;

    // Node after node, as many entries each as Z has.
    private readonly double[] _slopes;
    private readonly Matrix _point;
    private readonly Matrix _image;

    /// <summary>Starts a flow at time 0.</summary>
    /// <param name="measurements">A_i, symmetric N × N.</param>
    /// <param name="y">Their values.</param>
    /// <param name="start">Z(0), N × k.</param>
    public FactorizationFlow(Measurements measurements, double[] y, Matrix start)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(start);
        if (y.Length != measurements.Count || start.Rows != measurements.Size)
            throw new ArgumentException("Values, measurements and the start do not fit each other.", nameof(y));
        _measurements = measurements;
        _y = y;
        Z = start.Clone();
        _r = new double[y.Length];
        _slopes = new double[Nodes * start.Values.Length];
        _point = new Matrix(start.Rows, start.Columns);
        _image = new Matrix(start.Rows, start.Columns);
    }

    /// <summary>The point reached, N × k.</summary>
    public Matrix Z { get; }

    /// <summary>The time reached.</summary>
    public double Time { get; private set; }

    /// <summary>A proven bound of ‖Z − true flow‖_F.</summary>
    public double Error { get; private set; }

    /// <summary>Steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>ZZᵀ.</summary>
    public Matrix X => MatrixProduct.MultiplyTranspose(Z, Z);

    /// <summary>A bound of ‖X − true X‖_F for an error of Z.</summary>
    public double ProductError(double error) =>
        (2 * Lanes.Norm(Z.Values) + error) * error
        + (Z.Columns + 2) * UnitRoundoff * Lanes.Norm(Z.Values) * Lanes.Norm(Z.Values);

    /// <summary>√L at the point reached.</summary>
    public double ResidualNorm
    {
        get
        {
            _measurements.Residual(Z, _y, _r);
            return Lanes.Norm(_r);
        }
    }

    /// <summary>Goes on until a time, or until the residual has a norm of at most <paramref name="floor"/>, or the
    /// steps are used up.</summary>
    /// <returns>Whether the time or the floor was reached with a finite error.</returns>
    public bool Advance(double time, double floor, int maximumSteps, CancellationToken cancellation)
    {
        int last = Steps + maximumSteps;
        while (Time < time)
        {
            double residual = ResidualNorm;
            if (residual <= floor)
                return true;
            if (Steps >= last || !double.IsFinite(Error))
                return false;
            if (Steps % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            double size = Lanes.Norm(Z.Values);
            double c = _measurements.GramNorm;
            // A Lipschitz constant of the field near Z; half its inverse keeps Picard's iteration contracting fast, and
            // the proven error, which grows with the way of a step, small.
            double lipschitz = 4 * Math.Sqrt(c) * residual + 8 * c * size * size;
            double h = Math.Min(0.5 / lipschitz, time - Time);
            if (!TakeStep(h, size, c))
                return false;
            Time += h;
            Steps++;
        }

        return true;
    }

    /// <summary>A proven bound of the distance of <see cref="Z"/> to the limit of the true flow; ∞ where nothing is
    /// proven.</summary>
    public double LimitError()
    {
        double size = Lanes.Norm(Z.Values) + Error;
        double sum = 0;
        foreach (double norm in _measurements.Norms)
            sum += norm * norm;
        Matrix K = _measurements.TangentKernel(Z);
        double kernel =
            SymmetricEigen.Of(K).Values[0]
            - (32.0 * K.Rows + 8 * Z.Columns + 16) * UnitRoundoff * (Lanes.Norm(K.Values) + 4 * sum * size * size);
        double stretch = 2 * Math.Sqrt(sum);
        double root = Math.Sqrt(Math.Max(0, kernel)) - stretch * Error;
        if (!(root > 0))
            return double.PositiveInfinity;
        double loss =
            ResidualNorm
            + stretch * size * Error
            + (Z.Columns + 8) * UnitRoundoff * (stretch * size * size + Lanes.Norm(_y));
        double radius = 2 * loss / root;
        return stretch * radius <= root / 2 ? Error + radius : double.PositiveInfinity;
    }

    private void Field(Matrix at, Matrix result)
    {
        _measurements.Residual(at, _y, _r);
        _measurements.Apply(_r, -4, at, result);
    }

    private bool TakeStep(double h, double size, double c)
    {
        Field(Z, _image);
        for (int j = 0; j < Nodes; j++)
            _image.Values.CopyTo(Slope(j));
        // Gauss–Seidel sweeps of Picard's iteration; the defect says whether they were enough.
        double scale = Lanes.Norm(_image.Values);
        for (int sweep = 0; sweep < 30; sweep++)
        {
            double change = 0;
            for (int j = 0; j < Nodes; j++)
            {
                Place(Step.Integrals[j], h, _point);
                Field(_point, _image);
                Span<double> slope = Slope(j);
                Lanes.Axpy(-1, _image.Values, slope);
                change = Math.Max(change, Lanes.Norm(slope));
                _image.Values.CopyTo(slope);
            }

            if (change <= 4 * UnitRoundoff * scale)
                break;
        }

        double defect = 0, travel = 0;
        for (int k = 0; k < Step.Samples; k++)
        {
            Place(Step.SampleIntegrals[k], h, _point);
            Field(_point, _image);
            Lanes.Scale(-1, _image.Values);
            AddSlopes(Step.SampleValues[k], 1, _image.Values, _image.Values);
            defect = Math.Max(defect, Lanes.Norm(_image.Values));
            Lanes.Axpy(-1, Z.Values, _point.Values);
            travel = Math.Max(travel, Lanes.Norm(_point.Values));
        }

        // Rounding of the field: residuals of k + 2 terms, sums over the measurements; of the coefficients and of the
        // sums over the nodes.
        double rounding =
            64
            * (Z.Columns + Nodes)
            * UnitRoundoff
            * (
                4 * c * (size + travel) * (size + travel) * (size + travel)
                + 4 * Math.Sqrt(c) * Lanes.Norm(_y) * (size + travel));
        defect = Step.LebesgueConstant * (defect + rounding);
        travel *= Step.LebesgueConstant;
        _measurements.Residual(Z, _y, _r);
        Matrix G = _measurements.Combine(_r);
        double[] eigenvalues = SymmetricEigen.Of(G).Values;
        double spread = Math.Max(Math.Abs(eigenvalues[0]), Math.Abs(eigenvalues[^1]));
        // Along the step and within the error of it, G changes by at most c·‖X − X′‖.
        double error = 2 * Error + 4 * h * defect;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            double reach = travel + error;
            double rate = 4 * (-eigenvalues[0] + 64 * G.Rows * UnitRoundoff * spread + c * (2 * size + reach) * reach);
            double grown = ElementaryFunctions.Exp(Math.Max(0, rate * h)) * (Error + h * defect);
            if (grown <= error)
            {
                Place(End, h, _point);
                _point.Values.CopyTo(Z.Values);
                // Negative rates shrink the error that is there, but not the defect.
                Error =
                    (rate < 0 ? ElementaryFunctions.Exp(rate * h) * Error + h * defect : grown)
                        * (1 + 16 * UnitRoundoff)
                    + 4 * Nodes * UnitRoundoff * (size + travel);
                return double.IsFinite(Error);
            }

            error = 4 * grown;
        }

        return false;
    }

    private Span<double> Slope(int node) => _slopes.AsSpan(node * Z.Values.Length, Z.Values.Length);

    private void Place(double[] weights, double h, Matrix result) => AddSlopes(weights, h, Z.Values, result.Values);

    // result ← start + h·Σ_j w_j·slope_j, one chain of fused operations an entry; start and result may be the same.
    private void AddSlopes(double[] weights, double h, ReadOnlySpan<double> start, Span<double> result)
    {
        int size = start.Length;
        Span<double> factors = stackalloc double[Nodes];
        for (int j = 0; j < Nodes; j++)
            factors[j] = h * weights[j];
        int i = 0;
        for (; i <= size - Lanes.Count; i += Lanes.Count)
        {
            var sum = Vector512.Create(start.Slice(i, Lanes.Count));
            for (int j = 0; j < Nodes; j++)
                sum = Vector512.FusedMultiplyAdd(
                    Vector512.Create(factors[j]), Vector512.LoadUnsafe(ref _slopes[j * size + i]), sum);
            sum.CopyTo(result[i..]);
        }

        for (; i < size; i++)
        {
            double sum = start[i];
            for (int j = 0; j < Nodes; j++)
                sum = Math.FusedMultiplyAdd(factors[j], _slopes[j * size + i], sum);
            result[i] = sum;
        }
    }
}
