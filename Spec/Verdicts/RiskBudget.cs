namespace Verification.Spec.Verdicts;

/// <summary>The risk of one audit, split evenly over its statistical decisions.</summary>
/// <remarks>
/// By the union bound the probability that any decision of the audit errs is at most the sum of their levels. The number of decisions is that of the whole
/// catalogue, mutants and printed forms included, whatever part of it is audited, so that a filter does not change a verdict.
/// </remarks>
public sealed record RiskBudget
{
    /// <summary>A budget.</summary>
    /// <param name="risk">Probability that the audit wrongly refutes or wrongly passes anything, in (0, 1).</param>
    /// <param name="decisions">Number of statistical decisions, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public RiskBudget(double risk, int decisions)
    {
        if (!(risk > 0 && risk < 1))
            throw new ArgumentOutOfRangeException(nameof(risk), risk, "The risk has to lie strictly between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(decisions, 1);
        Risk = risk;
        Decisions = decisions;
    }

    /// <summary>The default risk of an audit.</summary>
    public const double DefaultRisk = 1e-3;

    /// <summary>Risk of the whole audit.</summary>
    public double Risk { get; }

    /// <summary>Number of statistical decisions that share it.</summary>
    public int Decisions { get; }

    /// <summary>Error level of each decision.</summary>
    public double Level => Risk / Decisions;
}
