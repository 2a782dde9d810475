using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Xunit;

namespace Verification.Properties.PolyakLojasiewicz;

public sealed class OutputHessianExperimentTests
{
    [Theory]
    [InlineData(NetworkShape.OneHidden, "softplus")]
    [InlineData(NetworkShape.TwoHidden, "ripple")]
    [InlineData(NetworkShape.TwoHidden, "two-ripples")]
    public void TheBoundOfTheSecondDifferenceHoldsAndIsNotVacuous(NetworkShape shape, string output)
    {
        int narrow = 0;
        for (ulong trial = 0; trial < 40; trial++)
        {
            OutputHessianOutcome o = new OutputHessianExperiment().Run(
                new(shape, OutputMap.Parse(output, null), Width: 16, Dimension: 3),
                new RandomStream(StreamKey.Of(11, "second-difference"), trial),
                default);
            double exact = o.OutputCurvature * o.DirectionalSlope * o.DirectionalSlope + o.OutputSlope * o.InnerBend;

            // What rounding adds to the exact value is a hundred thousand times smaller than 1e-9.
            Assert.True(
                Math.Abs(o.Bend - exact) <= o.BendError + 1e-9,
                $"trial {trial}: {o.Bend} against {exact}, bound {o.BendError}");
            narrow += o.BendError < 1e-3 ? 1 : 0;
        }

        Assert.True(narrow >= 20, $"only {narrow} of 40 bounds lie below 1e-3");
    }
}
