namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Runs from one start on one data set, a level of corruption each.</summary>
/// <param name="Initial">The Jacobian at the start, which all runs share, with the labels of each level.</param>
/// <param name="Runs">The runs, from the clean labels to the most corrupted.</param>
/// <param name="IsFinite">Whether outputs stayed finite, and below 10⁶⁰.</param>
/// <param name="LeastGap">The least (λ_r − λ_(r+1))/λ_1 of all Jacobians: where it is 0, information and nuisance space
/// are not defined.</param>
public sealed record TrainingOutcome(InitialJacobian Initial, TrainingRun[] Runs, bool IsFinite, double LeastGap);

/// <summary>The Jacobian at the start.</summary>
/// <param name="Spectrum">Its singular values.</param>
/// <param name="Alignments">Labels and first residual on it, one a level.</param>
public sealed record InitialJacobian(SingularValueCounts Spectrum, LabelAlignment[] Alignments);

/// <summary>One run.</summary>
/// <param name="Changed">How many training labels differ from the true ones.</param>
/// <param name="TrainingErrors">At each checkpoint, how many training samples are not of their (corrupted)
/// label.</param>
/// <param name="TestErrors">At each checkpoint, how many test samples are not of their class.</param>
/// <param name="Training">Residuals of training on the spaces of the last Jacobian.</param>
/// <param name="Test">Residuals of the first n test samples on the spaces of the last Jacobian on them.</param>
/// <param name="Spectrum">Singular values of the last Jacobian on the training samples.</param>
/// <param name="Alignment">Labels and first residual on it.</param>
public sealed record TrainingRun(
    int Changed, int[] TrainingErrors, int[] TestErrors, ResidualCurve Training, ResidualCurve Test,
    SingularValueCounts Spectrum, LabelAlignment Alignment);

/// <summary>‖Π_I r‖ and ‖Π_N r‖ at each checkpoint, r = f − y, to six decimals.</summary>
public sealed record ResidualCurve(double[] Information, double[] Nuisance);

/// <summary>A row of Tables 1–3, to eight decimals: shares of ‖y‖ and of ‖r_0‖, and ‖J_I^†v‖/‖v‖.</summary>
public sealed record LabelAlignment(
    double Labels, double LabelsNuisance, double LabelsInverse, double Residual, double ResidualNuisance,
    double ResidualInverse);

/// <summary>How singular values are spread below the largest.</summary>
/// <param name="Largest">λ_1, to six decimals.</param>
/// <param name="AtRank">λ_r, to six decimals.</param>
/// <param name="Counts">How many have λ_s² in (2^(−j−1)λ_1², 2^(−j)λ_1²], j = 0, 1, …, the last entry all that are
/// smaller.</param>
public sealed record SingularValueCounts(double Largest, double AtRank, int[] Counts)
{
    /// <summary>Number of bins, half octaves of λ: the last one is below 2^(−11.5)λ_1.</summary>
    public const int Bins = 24;

    /// <summary>How many singular values exceed 2^(−h/2)λ_1.</summary>
    /// <param name="halfOctaves">h, from 0 to 23.</param>
    public int Above(int halfOctaves) => Counts.Take(halfOctaves).Sum();
}
