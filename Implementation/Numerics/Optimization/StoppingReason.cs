namespace Verification.Implementation.Numerics.Optimization;

/// <summary>Why a minimizer stopped.</summary>
public enum StoppingReason
{
    /// <summary>The gradient norm fell to the tolerance.</summary>
    Converged,

    /// <summary>The iteration limit came first.</summary>
    IterationLimit,

    /// <summary>
    /// No step along the search direction, nor along steepest descent, satisfied the line search's conditions: rounding
    /// errors of the function are larger than its decrease, the function is unbounded below, or the gradient is not its
    /// gradient. Or 50 steps in a row led to no better point, neither a value lower by 10⁻¹⁰ relative nor a smaller
    /// gradient at the same value: the gradient is down to its rounding errors.
    /// </summary>
    LineSearchStalled,
}
