namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Classes of functions, with their losses, whose risks are known exactly.</summary>
public enum DeviationClass
{
    /// <summary>|H| classifiers that err on each sample with probability ½, independently: 0–1 loss, risk ½.</summary>
    Coins,

    /// <summary>All thresholds on the line, for uniform samples: 0–1 loss, risk F(t).</summary>
    Thresholds,

    /// <summary>|H| functions whose losses are independent Pareto variables of tail index 5/4 and mean ½: unbounded, of
    /// infinite variance.</summary>
    HeavyTails,
}
