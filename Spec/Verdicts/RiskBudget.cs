namespace Verification.Spec.Verdicts;

/// <summary>The risk of one audit. Every statistical decision may use one share of it, the same for all.</summary>
/// <remarks>
/// By the union bound the probability that any decision of an audit errs is at most the sum of their levels. The share
/// is fixed, so that no claim's level depends on its neighbors; a catalogue that would need more than
/// <see cref="Shares"/> of them is refused.
/// </remarks>
public sealed record RiskBudget
{
    /// <summary>How many decisions one audit can pay for, mutants and printed forms included: 500 claims of twenty
    /// each.</summary>
    public const int Shares = 10_000;

    /// <summary>The default risk of an audit.</summary>
    public const double DefaultRisk = 1e-3;

    /// <summary>The least risk that can be asked for; quantiles at one share of it are still exact.</summary>
    public const double LeastRisk = 1e-12;

    /// <summary>A budget.</summary>
    /// <param name="risk">Probability that the audit wrongly refutes or wrongly passes anything, in [10⁻¹², 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The risk is out of range.</exception>
    public RiskBudget(double risk)
    {
        if (!(risk >= LeastRisk && risk < 1))
            throw new ArgumentOutOfRangeException(nameof(risk), risk, "The risk has to be at least 1e-12 and below 1.");
        Risk = risk;
    }

    /// <summary>Risk of the whole audit.</summary>
    public double Risk { get; }

    /// <summary>Error level of each decision.</summary>
    public double Level => Risk / Shares;
}
