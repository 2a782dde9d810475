namespace Verification.Implementation.ImplicitBias.Motivation;

/// <summary>Sizes of <see cref="NetworkSizeExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 100.</param>
/// <param name="TeacherUnits">Rectified units of the network that gives the labels, 1 to 100.</param>
/// <param name="Samples">Training examples, 2 to 10 000.</param>
/// <param name="TestSamples">Test examples, 2 to 100 000.</param>
/// <param name="Widths">The students have 1, 2, 4, …, 2^(Widths − 1) units, 1 to 13 of them.</param>
/// <param name="Steps">Steps of descent, 1 to 100 000.</param>
public sealed record NetworkSizeCell(
    int Dimension, int TeacherUnits, int Samples, int TestSamples, int Widths, int Steps);
