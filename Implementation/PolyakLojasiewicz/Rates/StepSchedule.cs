namespace Verification.Implementation.PolyakLojasiewicz.Rates;

/// <summary>Step sizes of stochastic gradient descent, in units of 1/μ.</summary>
public enum StepSchedule
{
    /// <summary>η_k = η.</summary>
    Constant,

    /// <summary>η_k = (2k + 1)/(2μ(k + 1)²), k = 0, 1, …</summary>
    Decreasing,

    /// <summary>η_k = 1/(2μ(k + 1)), half as long in the end.</summary>
    HalfAsLong,
}
