namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Sizes of <see cref="ExplicitBiasExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 64.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Anchor">α > 0 of the penalty ‖w − α𝟏‖².</param>
/// <param name="Depth">D, 2 to 8, of the network whose flow is run.</param>
/// <param name="StartPower">p: that flow starts at α^p.</param>
public sealed record ExplicitBiasCell(int Dimension, int Samples, double Anchor, int Depth, double StartPower);
