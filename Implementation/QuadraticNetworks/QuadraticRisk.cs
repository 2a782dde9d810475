using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>
/// The risk of a student against its teacher as a quadratic form: L = aᵀ G a, a = svec(WᵀW − S*), for both risks.
/// Empirical: G = PᵀP/N with rows svec(X_i X_iᵀ). Population: G = E svec(XXᵀ)svec(XXᵀ)ᵀ.
/// </summary>
/// <remarks>
/// Source: Kızıldağ, "Stationary Points of Shallow Neural Networks with Quadratic Activation Function" (2020), heading
/// "Model"; arXiv:1912.01599. The gradient is ∇L(W) = 4 W R with R = smat(G a), since dA = dWᵀW + WᵀdW. Immutable.
/// <code>
/// d   data dimension          D   d(d+1)/2           N   samples
/// S*  W*ᵀW*, d × d            A   WᵀW − S*           a   svec(A)
/// G   D × D                   R   smat(G a), d × d   κ   Var(x²)
/// </code>
/// </remarks>
public sealed class QuadraticRisk
{
    private readonly double _operations;
    private SymmetricEigen? _spectrum;
    private double _eigenvalueError;

    private QuadraticRisk(Matrix covariance, int d, int samples)
    {
        Covariance = covariance;
        Dimension = d;
        Samples = samples;
        _operations = samples + 4.0 * covariance.Rows + 8;
        double trace = 0;
        for (int i = 0; i < covariance.Rows; i++)
            trace += covariance[i, i];
        Trace = trace;
    }

    /// <summary>The tensorized covariance G, D × D, symmetric positive semidefinite.</summary>
    public Matrix Covariance { get; }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>N; 0 for the population.</summary>
    public int Samples { get; }

    /// <summary>tr G.</summary>
    public double Trace { get; }

    /// <summary>Eigenvalues and eigenvectors of G as computed, each eigenvalue within <see cref="EigenvalueError"/>;
    /// computed once.</summary>
    public SymmetricEigen Spectrum => _spectrum ??= SymmetricEigen.Of(Covariance);

    /// <summary>
    /// Proven bound of the error of a computed eigenvalue of G: rounding of the Gram sums, γ·tr G with N + 2 roundings
    /// a sum, since |G_kl| ≤ √(G_kk·G_ll), and the a-posteriori bound of the eigenvalue routine.
    /// </summary>
    public double EigenvalueError => _eigenvalueError > 0
        ? _eigenvalueError
        : _eigenvalueError = Gamma(Samples + 2) * Trace + EigenvalueBound.Of(Covariance, Spectrum);

    /// <summary>The empirical risk on data.</summary>
    /// <param name="X">N × d, a sample per row, N ≥ 1, finite.</param>
    /// <exception cref="ArgumentException">There are no data, or an entry is not finite.</exception>
    public static QuadraticRisk Empirical(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        if (X.Rows == 0 || X.Columns == 0)
            throw new ArgumentException(
                "The empirical risk needs at least one sample of at least one coordinate.", nameof(X));
        foreach (double entry in X.Values)
        {
            if (!double.IsFinite(entry))
                throw new ArgumentException("Every coordinate has to be finite.", nameof(X));
        }

        Matrix G = Gram.Of(SymmetricVectorization.Design(X));
        foreach (ref double entry in G.Values)
            entry /= X.Rows;
        return new(G, X.Columns, X.Rows);
    }

    /// <summary>The population risk for i.i.d. centered coordinates; exact entries μ4, μ2² and 2μ2².</summary>
    public static QuadraticRisk Population(CoordinateLaw law, int d)
    {
        ArgumentNullException.ThrowIfNull(law);
        double square = law.SecondMoment * law.SecondMoment;
        var G = new Matrix(SymmetricVectorization.Dimension(d), SymmetricVectorization.Dimension(d));
        int k = 0;
        for (int i = 0; i < d; i++)
        {
            int l = 0;
            for (int j = 0; j < d; j++)
            {
                G[k, l] = i == j ? law.FourthMoment : square;
                l += d - j;
            }

            for (int j = i + 1; j < d; j++)
                G[k + j - i, k + j - i] = 2 * square;
            k += d - i;
        }

        return new(G, d, 0);
    }

    /// <summary>L for a = svec(A), with the bound of its rounding error.</summary>
    /// <remarks>
    /// Each product and sum loses at most a factor 1 + u; with n = N + 4D + 8 of them in a chain and |G_kl| ≤ √(G_kk
    /// G_ll) the error is at most γ_n (Σ_k |a_k| √G_kk)², γ_n = n·u/(1 − n·u) (Higham, Accuracy and Stability of
    /// Numerical Algorithms, section 3.1).
    /// </remarks>
    public (double Risk, double Error) At(ReadOnlySpan<double> a)
    {
        double size = 0;
        for (int k = 0; k < a.Length; k++)
            size += Math.Abs(a[k]) * Math.Sqrt(Covariance[k, k]);
        double γ = Gamma(_operations);
        return (Lanes.Dot(a, MatrixVector.Multiply(Covariance, a)), γ * size * size);
    }

    /// <summary>L of the student with Gram matrix <paramref name="M"/> = WᵀW against the teacher's S*.</summary>
    public (double Risk, double Error) Between(Matrix M, Matrix S) =>
        At(SymmetricVectorization.Vectorize(Difference(M, S)));

    /// <summary>Bound of the change of a risk when WᵀW moves by at most <paramref name="shift"/> in Frobenius
    /// norm.</summary>
    /// <remarks>√L is a seminorm of A with √L ≤ √tr(G)·‖A‖_F, hence |ΔL| ≤ 2√(L·tr G)·shift + tr(G)·shift².</remarks>
    public double Change(double risk, double shift) =>
        2 * Math.Sqrt(Math.Max(risk, 0) * Trace) * shift + Trace * shift * shift;

    /// <summary>R = smat(G a), the residual-weighted second moment: ∇L(W) = 4 W R and L = ⟨A, R⟩.</summary>
    public Matrix ResidualMoment(ReadOnlySpan<double> a) =>
        SymmetricVectorization.Matricize(MatrixVector.Multiply(Covariance, a), Dimension);

    /// <summary>M − S.</summary>
    public static Matrix Difference(Matrix M, Matrix S)
    {
        ArgumentNullException.ThrowIfNull(M);
        ArgumentNullException.ThrowIfNull(S);
        var A = new Matrix(M.Rows, M.Columns);
        for (int i = 0; i < A.Values.Length; i++)
            A.Values[i] = M.Values[i] - S.Values[i];
        return A;
    }
}
