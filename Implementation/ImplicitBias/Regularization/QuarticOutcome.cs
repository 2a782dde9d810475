namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>
/// R_α(β) = min (u − α)² + (v − α)² subject to u² − v² = β at β = α²b, b = 4λ/(1 − λ²)², and the roots of the quartic
/// of b.
/// </summary>
/// <param name="B">b.</param>
/// <param name="MinimumLower">Lower end of an enclosure of R_α(β), by branch and bound over v.</param>
/// <param name="MinimumUpper">Its upper end.</param>
/// <param name="ClosedFormLower">Lower end of an enclosure of 2λ²(1 + λ²)/(1 − λ²)².</param>
/// <param name="ClosedFormUpper">Its upper end.</param>
/// <param name="RootLowers">Lower ends of the enclosed real roots of r⁴ − 6r³ + (12 − 2b²)r² − (8 + 10b²)r + b² + b⁴,
/// ascending.</param>
/// <param name="RootUppers">Their upper ends.</param>
/// <param name="IsComplete">Whether these are all real roots, proven.</param>
/// <param name="Coefficients">Numerators of the exact residuals of the quartic at r = 2λ²(1 + λ²)/(1 − λ²)² with its
/// five coefficients as printed, and
/// with each of 6, 12, 8, 10 off by one: exactly 0 where that form is satisfied.</param>
/// <param name="DepthFourResidual">Numerator of the exact residual of b = h_4(λ) = (1 − λ)^(−2) − (1 + λ)^(−2):
/// 0.</param>
public sealed record QuarticOutcome(
    double B,
    double MinimumLower,
    double MinimumUpper,
    double ClosedFormLower,
    double ClosedFormUpper,
    double[] RootLowers,
    double[] RootUppers,
    bool IsComplete,
    double[] Coefficients,
    double DepthFourResidual);
