namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>A point at which the quartic of the explicit regularizer is examined.</summary>
/// <param name="Numerator">p, of λ = p/q, 1 to q − 1.</param>
/// <param name="Denominator">q, 2 to 1000.</param>
/// <param name="Scale">α of the start α𝟏, positive.</param>
public sealed record QuarticCell(int Numerator, int Denominator, double Scale);
