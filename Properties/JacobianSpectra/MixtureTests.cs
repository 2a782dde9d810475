using FsCheck.Xunit;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Networks on mixtures: spectra, their bounds of error, and descent.</summary>
public sealed class MixtureTests
{
    /// <summary>The kernel in closed form and the product of the explicit Jacobian have one spectrum, within the bounds
    /// of the errors of both.</summary>
    [Property(Arbitrary = [typeof(MixtureProblems)], MaxTest = 100)]
    public void TheKernelHasTheSpectrumOfTheJacobian(MixtureProblem problem)
    {
        MulticlassPoint point = problem.On(
            problem.Mixture().Balanced(problem.PerComponent, 0.5, problem.Stream("samples")).Inputs);
        Matrix J = point.Jacobian(), kernel = point.TangentKernel();
        SymmetricSpectrum closed = SymmetricSpectrum.Of(kernel),
            product = SymmetricSpectrum.Of(MatrixProduct.MultiplyTranspose(J, J));
        double error = closed.ValueBound + product.ValueBound + 2 * point.KernelError(kernel);
        Assert.InRange(error, 0, 1e-11 * (1 + closed.Values[^1]));
        Assert.All(
            closed.Values.Zip(product.Values), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, error));
    }

    /// <summary>Samples at their centers: the spectrum is that of the centers times the samples of a component, and
    /// zeros.</summary>
    [Property(Arbitrary = [typeof(MixtureProblems)], MaxTest = 100)]
    public void RepeatedSamplesRepeatTheSpectrumOfTheCenters(MixtureProblem problem)
    {
        MulticlassPoint atCenters = problem.On(problem.Mixture().Centers.Inputs),
            point = problem.On(problem.Mixture().Balanced(problem.PerComponent, 0, null).Inputs);
        Matrix small = atCenters.TangentKernel(), large = point.TangentKernel();
        SymmetricSpectrum ofCenters = SymmetricSpectrum.Of(small), ofAll = SymmetricSpectrum.Of(large);
        double error = ofAll.ValueBound + point.KernelError(large)
            + problem.PerComponent * (ofCenters.ValueBound + atCenters.KernelError(small));
        double[] expected =
        [
            .. Enumerable.Repeat(0.0, (problem.PerComponent - 1) * problem.Centers * problem.Classes),
            .. ofCenters.Values.Select(value => problem.PerComponent * value),
        ];
        Assert.All(
            expected.Order().Zip(ofAll.Values),
            pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, error));
    }

    /// <summary>For φ(z) = z the kernel never moves: what descent leaves of a residual along an eigenvector is (1 −
    /// ηλ)^T.</summary>
    [Property(Arbitrary = [typeof(MixtureProblems)], MaxTest = 60)]
    public void DescentOnALinearNetworkLeavesWhatTheClosedFormSays(MixtureProblem problem)
    {
        const int steps = 20;
        MixtureProblem linear = problem with { Law = Activation.All.ToList().IndexOf(Activation.Identity) };
        LabeledInputs data = linear.Mixture().Balanced(linear.PerComponent, 0.5, linear.Stream("samples"));
        MulticlassPoint point = linear.On(data.Inputs);
        var spectrum = SymmetricSpectrum.Of(point.TangentKernel());
        double η = 1 / spectrum.Values[^1];
        Matrix Y = data.OneHot(), W = linear.Weights();
        Matrix r = new(data.Samples, linear.Classes), gradient = new(linear.Width, linear.Dimension);
        point.Residual(Y, r);
        double[] before = MatrixVector.TransposeMultiply(spectrum.Vectors, r.Values);
        for (int t = 0; t < steps; t++)
        {
            point.TransposeMultiply(r, gradient);
            Lanes.Axpy(-η, gradient.Values, W.Values);
            point.MoveTo(W);
            point.Residual(Y, r);
        }

        double[] after = MatrixVector.TransposeMultiply(spectrum.Vectors, r.Values);
        for (int s = 0; s < before.Length; s++)
        {
            double left = IntervalFunctions.LeftAfter(Math.Clamp(η * spectrum.Values[s], 0, 1), steps).Midpoint;
            Assert.Equal(left * before[s], after[s], 1e-10);
        }
    }
}
