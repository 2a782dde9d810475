using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// x_{k+1} = x_k + √δ e with unit e orthogonal to all increments so far; V_k is the complement of these, of dimension m.
// What descent asks for at x_k are F_k (n), the derivative A_k on V_k (n × m) and B_k = Σ F_{k,l}∇²F_l on V_k (m × m).
//
// The law of the next ones, given all of that so far. All w in V_k are orthogonal to x_0, …, x_k, and
// ⟨x_j, x_{k+1}⟩ = ⟨x_j, x_k⟩ = q_j. So the covariances (DerivativeCovariance) of
//     Δ0 = F_{k+1} − F_k − √δ A_k e    and    Δ1[w] = A_{k+1}[w] − A_k[w]
// with everything that is known vanish, but for those with B_j[e, e] and B_j[e, w], j ≤ k, which are δF_jξ″(q_j) and
// √δ F_jξ″(q_j); and B_{k+1}[w, w′] goes with B_j[w, w′] alone, by ⟨F_{k+1}, F_j⟩ξ″(q_j). The variances of Δ0 and Δ1
// are σ² = ξ(q + δ) − ξ(q) − δξ′(q) and τ² = ξ′(q + δ) − ξ′(q) at q = q_k.
//
// B_k = Σ_{i<k} ⟨F_k, Ψ_i⟩W_i + ρW_k takes the B_j apart into independent symmetric W_i of variances 1 and 2. Ψ_i, of
// length n, is the covariance of a second derivative of F at any later point with the entry of W_i: given W_0, …, W_k
// the second derivatives of F_l have covariance ξ″I − ΨΨ′ over l, hence
//     ρ² = F′(ξ″I − ΨΨ′)F,    Ψ_k = (ξ″I − ΨΨ′)F/ρ
// with the Ψ before, and the laws above are
//     Δ0 = (δ/2)ΣΨ_iW_i[e, e] + N(0, σ²I − (δ²/2)ΨΨ′),    Δ1[w] = √δΣΨ_iW_i[e, w] + N(0, τ²I − δΨΨ′).
// Nothing else of the past is needed.

/// <summary>Value, derivative and Hessian of a random system along a path of orthogonal steps, drawn one after the
/// other from their exact law given all before: what Hessian descent sees of a system of any ξ, without its
/// coefficients.</summary>
/// <remarks>O(nm + km²) memory and operations for a step at point k beside what chooses the direction. Source: derived
/// here; the model is that of the talk, "Gaussian model".</remarks>
public sealed class ConditionedSystem
{
    // Below this share of its variance a Hessian counts as determined by those before: it is rounding, then.
    private const double SmallestShare = 1e-11;

    private readonly Mixture _mixture;
    private readonly NormalSource _normals;
    private readonly double _step;
    private readonly List<Matrix> _innovations = [];
    private readonly List<double[]> _loadings = [];
    private Matrix _hessianPart;
    private int _point;

    /// <summary>The system at the first point, of squared radius δ.</summary>
    /// <param name="mixture">ξ.</param>
    /// <param name="dimension">d, from 2.</param>
    /// <param name="equations">n, from 1.</param>
    /// <param name="step">δ, positive: the square of the length of a step.</param>
    /// <param name="normals">Normals: F, then A row by row, then the upper triangle of W row by row, at each
    /// point.</param>
    /// <param name="startsAtMean">Whether ‖F‖² at the first point is its mean nξ(δ), and only the direction of F is
    /// drawn: the law given that.</param>
    public ConditionedSystem(
        Mixture mixture, int dimension, int equations, double step, NormalSource normals, bool startsAtMean = false)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(normals);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(equations, 1);
        if (!(step > 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "δ has to be positive and finite.");
        (_mixture, _step, _normals) = (mixture, step, normals);
        Value = new double[equations];
        normals(Value);
        double variance = mixture.Derivative(step);
        double length = Lanes.Norm(Value);
        Lanes.Scale(
            startsAtMean && length > 0 ? Math.Sqrt(equations * variance) / length : Math.Sqrt(variance), Value);
        Gradient = new(equations, dimension - 1);
        normals(Gradient.Values);
        Lanes.Scale(Math.Sqrt(mixture.Derivative(step, 1)), Gradient.Values);
        _hessianPart = DrawHessian();
    }

    /// <summary>F, of length n.</summary>
    public double[] Value { get; private set; }

    /// <summary>DF on V, n × m; column j belongs to the j-th vector of the basis of V.</summary>
    public Matrix Gradient { get; private set; }

    /// <summary>Σ F_l∇²F_l on V, m × m and symmetric.</summary>
    public Matrix HessianPart => _hessianPart;

    /// <summary>m, the dimension of V.</summary>
    public int FreeDimension => Gradient.Columns;

    /// <summary>R_n = ½‖F‖².</summary>
    public double Risk => 0.5 * Lanes.Dot(Value, Value);

    /// <summary>∇²R_n on V: Σ F_l∇²F_l + DF′DF, m × m.</summary>
    public Matrix Hessian()
    {
        Matrix H = Gram.Of(Gradient);
        Lanes.Axpy(1, _hessianPart.Values, H.Values);
        return H;
    }

    /// <summary>Goes a step √δ·e further and leaves e out of V, whose new basis is the image of the old one but the
    /// last under <see cref="Reflection"/>.</summary>
    /// <param name="direction">e, a unit vector in the basis of V; m has to be 2 at least.</param>
    public void Advance(ReadOnlySpan<double> direction)
    {
        Lanes.ThrowIfLengthsDiffer(FreeDimension, direction.Length, nameof(direction));
        if (FreeDimension < 2)
            throw new InvalidOperationException("No direction is left after this step.");
        double δ = _step, q = _step * (_point + 1), next = _step * (_point + 2);
        double ξ1 = _mixture.Derivative(q, 1), root = Math.Sqrt(δ);
        double σ2 = _mixture.Derivative(next) - _mixture.Derivative(q) - δ * ξ1;
        double τ2 = _mixture.Derivative(next, 1) - ξ1;
        var reflection = new Reflection(direction);
        (Matrix axes, double[] squares) = LoadingAxes();

        double[] F = Value;
        Lanes.Axpy(root, MatrixVector.Multiply(Gradient, direction), F);
        Gradient = reflection.FromRight(Gradient);
        for (int i = 0; i < _innovations.Count; i++)
        {
            double[] We = MatrixVector.Multiply(_innovations[i], direction);
            Lanes.Axpy(0.5 * δ * Lanes.Dot(direction, We), _loadings[i], F);
            double[] slope = reflection.Apply(We);
            for (int l = 0; l < F.Length; l++)
                Lanes.Axpy(root * _loadings[i][l], slope, Gradient.Row(l));
            _innovations[i] = reflection.FromBothSides(_innovations[i]);
        }

        Matrix noise = new(F.Length, 1);
        _normals(noise.Values);
        Color(noise, σ2, 0.5 * δ * δ, axes, squares);
        Lanes.Axpy(1, noise.Values, F);
        noise = new(F.Length, FreeDimension);
        _normals(noise.Values);
        Color(noise, τ2, δ, axes, squares);
        Lanes.Axpy(1, noise.Values, Gradient.Values);
        _point++;
        _hessianPart = DrawHessian();
    }

    // B at the current point, with its innovation.
    private Matrix DrawHessian()
    {
        double curvature = _mixture.Derivative(_step * (_point + 1), 2);
        var B = new Matrix(FreeDimension, FreeDimension);
        var loading = new double[Value.Length];
        Lanes.Axpy(curvature, Value, loading);
        for (int i = 0; i < _innovations.Count; i++)
        {
            double weight = Lanes.Dot(Value, _loadings[i]);
            Lanes.Axpy(weight, _innovations[i].Values, B.Values);
            Lanes.Axpy(-weight, _loadings[i], loading);
        }

        Matrix W = DrawSymmetric();
        double remainder = Lanes.Dot(Value, loading);
        if (!(remainder > SmallestShare * curvature * Lanes.Dot(Value, Value)))
            return B;
        double scale = Math.Sqrt(remainder);
        Lanes.Axpy(scale, W.Values, B.Values);
        Lanes.Scale(1 / scale, loading);
        _innovations.Add(W);
        _loadings.Add(loading);
        return B;
    }

    private Matrix DrawSymmetric()
    {
        int m = FreeDimension;
        var W = new Matrix(m, m);
        for (int i = 0; i < m; i++)
        {
            Span<double> row = W.Row(i)[i..];
            _normals(row);
            row[0] *= Math.Sqrt(2);
        }

        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < i; j++)
                W[i, j] = W[j, i];
        }

        return W;
    }

    // Unit vectors u_i, a row each, and λ_i with ΨΨ′ = Σ λ_i u_i u_i′, from the eigenvectors of Ψ′Ψ.
    private (Matrix Axes, double[] Squares) LoadingAxes()
    {
        int k = _loadings.Count;
        if (k == 0)
            return (new(0, Value.Length), []);
        var Ψ = new Matrix(k, Value.Length);
        for (int i = 0; i < k; i++)
            _loadings[i].CopyTo(Ψ.Row(i));
        SymmetricEigen eigen = SymmetricEigen.Of(MatrixProduct.MultiplyTranspose(Ψ, Ψ));
        Matrix axes = MatrixProduct.TransposeMultiply(eigen.Vectors, Ψ);
        double largest = eigen.Values[^1];
        for (int i = 0; i < k; i++)
        {
            double square = eigen.Values[i];
            Lanes.Scale(square > SmallestShare * largest ? 1 / Math.Sqrt(square) : 0, axes.Row(i));
        }

        return (axes, eigen.Values);
    }

    // Columns of standard normals become N(0, cI − ηΨΨ′); the differences under the roots are not negative but for
    // rounding, as second derivatives have the covariance ξ″I − ΨΨ′ and c ≥ ηξ″.
    private static void Color(Matrix noise, double c, double η, Matrix axes, double[] squares)
    {
        double root = Math.Sqrt(Math.Max(c, 0));
        if (squares.Length > 0)
        {
            Matrix parts = MatrixProduct.Multiply(axes, noise);
            for (int i = 0; i < squares.Length; i++)
            {
                double factor = Math.Sqrt(Math.Max(c - η * squares[i], 0)) - root;
                Lanes.Scale(factor, parts.Row(i));
            }

            Lanes.Scale(root, noise.Values);
            Lanes.Axpy(1, MatrixProduct.TransposeMultiply(axes, parts).Values, noise.Values);
        }
        else
        {
            Lanes.Scale(root, noise.Values);
        }
    }
}
