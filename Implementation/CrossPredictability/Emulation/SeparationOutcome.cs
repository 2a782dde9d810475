namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Accuracies on one parity, exact shares of all inputs; ties count ½.</summary>
/// <param name="Rank">Rank over GF(2) of the samples of SGD.</param>
/// <param name="Stochastic">Of SGD on the emulation network.</param>
/// <param name="Population">Of descent with the exact population gradient on the same network.</param>
/// <param name="Threshold">Of the best affine threshold function.</param>
public sealed record SeparationOutcome(int Rank, double Stochastic, double Population, double Threshold);
