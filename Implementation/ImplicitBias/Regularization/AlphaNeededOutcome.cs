namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>
/// The scale of initialization from which on down the population error stays below a target, on the grid 10^(0, −1/4,
/// −2/4, …, −5), depth 2.
/// </summary>
/// <param name="Few">For few samples and the sparser β*: the largest α of the grid at and below which every error of
/// the grid is below the target; 0 where even 10⁻⁵ is not.</param>
/// <param name="Many">For many samples.</param>
/// <param name="Denser">For many samples and the denser β*.</param>
/// <param name="IsCertified">Whether every error that decides is on its side of the target by more than its proven
/// bound.</param>
public sealed record AlphaNeededOutcome(double Few, double Many, double Denser, bool IsCertified);
