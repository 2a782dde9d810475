using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Sizes of <see cref="SmoothStepExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Deviation">ν.</param>
/// <param name="StepRatio">η/μ of the descent on ½‖f − y‖² that is compared with that on ‖f − y‖².</param>
/// <param name="StepLimit">The step of the linearized descent, in units of 1/λ_max(JJᵀ), about which it is
/// tried.</param>
/// <param name="ReadsNext">Whether the update starts from the next iterate, as some slides print it.</param>
public sealed record SmoothStepCell(
    int Samples, int Dimension, int Width, double Deviation, double StepRatio, double StepLimit, bool ReadsNext);

/// <summary>What one start shows.</summary>
/// <param name="Quotients">(L(θ + hΔ) − L(θ − hΔ))/2h/‖Jᵀr‖ for L = ‖f − y‖², Δ = Jᵀr/‖Jᵀr‖ and a random unit
/// Δ.</param>
/// <param name="Derivatives">⟨Jᵀr, Δ⟩/‖Jᵀr‖.</param>
/// <param name="Errors">Bounds of the error of the quotients, half the third derivative included, and of the
/// derivatives.</param>
/// <param name="Deviation">Largest difference of the weights of the two descents, over the length of the path.</param>
/// <param name="Below">‖r_20‖/‖r_0‖ of the linearized descent at 0.95 of the limit, from the stiffest
/// direction.</param>
/// <param name="Above">The same at 1.05 of it.</param>
/// <param name="UpdateDefect">‖θ_1 − (θ − μ∇L(θ_0))‖/‖μ∇L(θ_0)‖ for the θ that the update starts from.</param>
/// <param name="UpdateError">Bound of its rounding error.</param>
public sealed record SmoothStepOutcome(
    double[] Quotients,
    double[] Derivatives,
    double[] Errors,
    double Deviation,
    double Below,
    double Above,
    double UpdateDefect,
    double UpdateError);

/// <summary>Gradient, update and step limit of descent on both layers of a softplus network.</summary>
public sealed class SmoothStepExperiment : Experiment<SmoothStepCell, SmoothStepOutcome>
{
    private const double Difference = 1.0 / 65536;

    private const int Steps = 20;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/smooth-step";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SmoothStepOutcome Run(SmoothStepCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, d = cell.Dimension, k = cell.Width;
        Matrix X = UniformSphere.Rows(stream, n, d);
        (double[] v, Matrix W) = SmoothDescent.Start(stream, k, d, cell.Deviation);
        double[] y = stream.Normals(n);
        var network = new SmoothNetwork(Activation.Softplus, X, k);
        var descent = new SmoothDescent(network, y, v, W);

        var gradient = new double[k];
        var forWeights = new Matrix(k, d);
        descent.Point.TransposeMultiply(descent.Residual, gradient, forWeights);
        double[] g = [.. gradient, .. forWeights.Values];
        double norm = Lanes.Norm(g);
        double[] along = [.. g.Select(entry => entry / norm)], random = stream.Normals(g.Length);
        Lanes.Scale(1 / Lanes.Norm(random), random);
        (double Quotient, double Error)[] pairs =
        [
            .. ((double[][])[along, random]).Select(Δ => Quotient(network, y, v, W, Δ)),
        ];
        double[] θ0 = [.. v, .. W.Values];

        Matrix kernel = descent.Point.TangentKernel();
        var spectrum = SymmetricEigen.Of(kernel);
        double λ = spectrum.Values[^1], μ = 0.25 / λ;
        var other = new SmoothDescent(network, y, v, W);
        double path = 0, deviation = 0, defect = 0, defectError = 0;
        for (int t = 0; t < Steps; t++)
        {
            double length = descent.Step(μ, 2);
            path += length;
            other.Step(cell.StepRatio * μ, 1);
            if (t == 0)
            {
                double[] θ1 = [.. descent.OutputWeights, .. descent.Weights.Values], left = [.. θ1];
                Lanes.Axpy(-1, cell.ReadsNext ? θ1 : θ0, left);
                Lanes.Axpy(2 * μ, g, left);
                defect = Lanes.Norm(left) / length;
                defectError = 4 * UnitRoundoff * (Lanes.Norm(θ0) + Lanes.Norm(θ1) + length) / length;
            }
        }

        for (int j = 0; j < k; j++)
            deviation = Math.Max(deviation, Math.Abs(descent.OutputWeights[j] - other.OutputWeights[j]));
        for (int at = 0; at < W.Values.Length; at++)
            deviation = Math.Max(deviation, Math.Abs(descent.Weights.Values[at] - other.Weights.Values[at]));
        double[] top = spectrum.Vectors.Column(n - 1);
        return new(
            [.. pairs.Select(pair => pair.Quotient / norm)],
            [1, Lanes.Dot(g, random) / norm],
            [.. pairs.Select(pair => pair.Error / norm)],
            deviation / path,
            Linear(kernel, top, 0.95 * cell.StepLimit / λ),
            Linear(kernel, top, 1.05 * cell.StepLimit / λ),
            defect,
            defectError);
    }

    // ‖(I − 2μK)ᵀr‖ after all steps, for a unit r.
    private static double Linear(Matrix kernel, double[] start, double μ)
    {
        double[] r = [.. start];
        for (int t = 0; t < Steps; t++)
            Lanes.Axpy(-2 * μ, MatrixVector.Multiply(kernel, r), r);
        return Lanes.Norm(r);
    }

    // Along θ + sΔ, Δ = (a, B), b_ij = B_j·x_i, |s| ≤ h: with V_j = |v_j| + h|a_j| and φ(z) ≤ P_ij = |z_ij| + h|b_ij| +
    // log 2,
    //     |f_i − y_i| ≤ F0 = Σ V P + |y_i|,  |f_i'| ≤ F1 = Σ |a|P + V|b|,  |f_i''| ≤ F2 = Σ 2|a b| + V b²/4,
    //     |f_i'''| ≤ F3 = Σ ¾|a|b² + V|b|³/10,    as 0 < φ' < 1, φ'' ≤ ¼, |φ'''| ≤ √3/18,
    // and L''' = 2Σ(3f'f'' + (f − y)f'''). A symmetric difference is off by h²/6 of its supremum; rounding of the two
    // losses, and of the points, by theirs over h. The derivative itself is a sum of n(k + d) products.
    private static (double Quotient, double Error) Quotient(
        SmoothNetwork network, double[] y, double[] v, Matrix W, double[] Δ)
    {
        const double h = Difference;
        int n = network.Samples, k = network.Width, d = network.Dimension;
        double third = 0, magnitude = 0;
        for (int i = 0; i < n; i++)
        {
            double F0 = Math.Abs(y[i]), F1 = 0, F2 = 0, F3 = 0;
            for (int j = 0; j < k; j++)
            {
                double z = 0, b = 0;
                for (int c = 0; c < d; c++)
                {
                    z += Math.Abs(W[j, c] * network.Inputs[i, c]);
                    b += Math.Abs(Δ[k + j * d + c] * network.Inputs[i, c]);
                }

                double a = Math.Abs(Δ[j]), V = Math.Abs(v[j]) + h * a, P = z + h * b + 0.7;
                F0 += V * P;
                F1 += a * P + V * b;
                F2 += 2 * a * b + V * b * b / 4;
                F3 += 0.75 * a * b * b + V * b * b * b / 10;
            }

            third += 2 * (3 * F1 * F2 + F0 * F3);
            magnitude += 2 * F0 * F1;
        }

        (double above, double errorAbove) = Loss(h);
        (double below, double errorBelow) = Loss(-h);
        double rounding = (errorAbove + errorBelow) / (2 * h) + Gamma(n + 2.0 * k + d + 60) * magnitude;
        return ((above - below) / (2 * h), (h * h / 6 * third + rounding) * (1 + 1e-9));

        (double Value, double Error) Loss(double s)
        {
            double[] moved = [.. v];
            Lanes.Axpy(s, Δ.AsSpan(0, k), moved);
            Matrix M = W.Clone();
            Lanes.Axpy(s, Δ.AsSpan(k), M.Values);
            SmoothPoint point = network.At(moved, M);
            var r = new double[n];
            double loss = point.Residual(y, r), error = point.OutputError(), sum = 0;
            for (int i = 0; i < n; i++)
            {
                double δ = error + 2 * UnitRoundoff * Math.Abs(r[i]);
                sum += (2 * Math.Abs(r[i]) + δ) * δ;
            }

            return (loss, sum + Gamma(n + 2) * loss);
        }
    }
}
