using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Model;

public sealed partial class GaussianSystem
{
    /// <summary>Σ_l w_l∇²F_l(x), d × d, symmetric bit for bit.</summary>
    /// <param name="x">A point, of length d.</param>
    /// <param name="weights">w, of length n.</param>
    public Matrix Hessian(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        Lanes.ThrowIfLengthsDiffer(Dimension, x.Length, nameof(x));
        Lanes.ThrowIfLengthsDiffer(Equations, weights.Length, nameof(weights));
        var H = new Matrix(Dimension, Dimension);
        for (int m = 0; m < _monomials.Length; m++)
        {
            int[] monomial = _monomials[m];
            double coefficient = 0;
            for (int i = 0; i < weights.Length; i++)
                coefficient += weights[i] * _coefficients[i][m];
            for (int first = 1; first < monomial.Length; first++)
            {
                for (int second = 0; second < first; second++)
                {
                    double product = coefficient;
                    for (int other = 0; other < monomial.Length; other++)
                        product *= other == first || other == second ? 1 : x[monomial[other]];
                    (int a, int b) = (monomial[first], monomial[second]);
                    H[a, b] += a == b ? 2 * product : product;
                    H[b, a] = H[a, b];
                }
            }
        }

        return H;
    }
}
