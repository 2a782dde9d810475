namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>The same training on other draws: those of <see cref="EluTrainingExperiment"/> were looked at when the
/// comparison with the theory was designed.</summary>
public sealed class EluComparisonExperiment : EluTrainingExperiment
{
    /// <inheritdoc/>
    public override string Id => "random-systems/elu-comparison";
}
