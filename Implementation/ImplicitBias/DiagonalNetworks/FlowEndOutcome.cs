namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The end of one gradient flow, integrated, and the minimizer of its potential, computed without it.
/// </summary>
/// <param name="Predictor">β(∞) by integration, d numbers.</param>
/// <param name="Radius">Proven bounds of its errors.</param>
/// <param name="Minimizer">The minimizer of Σ q_D(β_j/α^D) subject to Xβ = y, by Newton's method on the dual.</param>
/// <param name="MinimizerRadius">Proven bounds of its errors.</param>
/// <param name="Kernel">A basis of the kernel of X, orthonormal up to its 9 digits, d − m rows.</param>
/// <param name="KernelError">Bound of the component along it of any unit vector of the row space, rounded up to 2
/// digits; so are the other bounds.</param>
/// <param name="IsFinished">Whether the flow was followed to its end and both have finite bounds.</param>
public sealed record FlowEndOutcome(
    double[] Predictor,
    double[] Radius,
    double[] Minimizer,
    double[] MinimizerRadius,
    double[][] Kernel,
    double KernelError,
    bool IsFinished);
