namespace Verification.Spec.QuadraticNetworks;

/// <summary>The claims about shallow networks with quadratic activation, in the order of the talk.</summary>
public static class QuadraticNetworkClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new PopulationRiskClosedForm(),
        new PopulationEnergyBarrier(),
        new EmpiricalEnergyBarrier(),
        new BelowTheBarrier(),
        new FullRankStationaryPoints(),
        new TeacherIdentification(),
        new CriticalLevels(),
        new TensorCovarianceSpectrum(),
        new LossFromSpectrum(),
        new SpanCondition(),
        new SampleThreshold(),
        new StudentWidth(),
    ];
}
