using FsCheck.Xunit;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

[Properties(Arbitrary = [typeof(TrainedNetworkProblems)])]
public sealed class JacobianSpacesTests
{
    [Property]
    public void TheSpacesAreOrthogonalComplements(TrainedNetworkProblem problem)
    {
        Matrix kernel = problem.Network().TangentKernel(problem.Inputs());
        double[] v = problem.Residual().Values.ToArray();
        for (int r = 1; r <= kernel.Rows; r++)
        {
            var spaces = JacobianSpaces.Of(kernel, r);
            double i = spaces.InformationNorm(v), n = spaces.NuisanceNorm(v), norm = Lanes.Norm(v);
            Assert.Equal(norm * norm, i * i + n * n, 1e-12 * norm * norm);
        }
    }

    /// <summary>By the singular vectors of the Jacobian itself, from another decomposition.</summary>
    [Property]
    public void NormsAreThoseOfTheSingularValueDecomposition(TrainedNetworkProblem problem)
    {
        ResidualNetwork network = problem.Network();
        Matrix X = problem.Inputs(), J = network.Jacobian(X, problem.Outputs);
        double[] v = problem.Residual().Values.ToArray();
        MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> svd = J.ToMathNet().Svd();
        int N = J.Rows;
        for (int r = 1; r <= Math.Min(N, J.Columns); r++)
        {
            var spaces = JacobianSpaces.Of(network.TangentKernel(X), r);
            double largest = svd.S[0];
            // JJᵀ has the squares, whose errors are u·λ₁²; the spaces are defined up to that over the gap.
            if (svd.S[r - 1] < 1e-3 * largest || spaces.Gap < 1e-3)
                continue;
            Assert.Equal(svd.S[r - 1], spaces.SingularValues[r - 1], 1e-9 * largest);
            double[] c = [.. Enumerable.Range(0, r).Select(s => svd.U.Column(s).DotProduct(
                MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(v)))];
            Assert.Equal(Math.Sqrt(c.Sum(x => x * x)), spaces.InformationNorm(v), 1e-8 * Lanes.Norm(v));
            double inverse = Math.Sqrt(c.Select((x, s) => x / svd.S[s]).Sum(x => x * x));
            Assert.Equal(inverse, spaces.PseudoInverseNorm(v), 1e-6 * inverse);
        }
    }
}
