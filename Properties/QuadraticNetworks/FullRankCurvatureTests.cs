using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class FullRankCurvatureTests
{
    // At d = 1 and m̂ = 2 the Hessian has the eigenvalue 4R in the direction across w, and ‖∇L‖ = 4‖w‖|R|: equality
    // where R < 0.
    [Fact]
    public void AcrossAScalarTheBoundIsAttained()
    {
        int attained = 0;
        for (int trial = 0; trial < 20; trial++)
        {
            FullRankCurvatureOutcome outcome = new FullRankCurvatureExperiment().Run(
                new(CoordinateLaw.Gaussian, 1, 2, 0, StudentStart.Gaussian, IsDescended: false),
                new RandomStream(StreamKey.Of(1, "full-rank-curvature"), (ulong)trial),
                CancellationToken.None);
            double bound = -outcome.Gradient / outcome.DthSingularValue;
            Assert.True(outcome.LeastHessian + outcome.Error >= bound);
            if (outcome.LeastHessian < 0)
            {
                attained++;
                Assert.Equal(bound, outcome.LeastHessian, 1e-11 * Math.Abs(bound));
            }
        }

        Assert.True(attained > 0);
    }
}
