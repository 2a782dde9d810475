using Verification.Spec.JacobianSpectra.BiasVariance;
using Verification.Spec.JacobianSpectra.Corruption;
using Verification.Spec.JacobianSpectra.Mixtures;
using Verification.Spec.JacobianSpectra.Optimization;
using Verification.Spec.JacobianSpectra.Training;

namespace Verification.Spec.JacobianSpectra;

/// <summary>The claims about spectra of Jacobians, section by section of the talk.</summary>
public static class JacobianSpectraClaims
{
    /// <summary>The system as a value.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "jacobian-spectra",
        Title = "Jacobian spectra, early stopping and label corruption",
        Folder = "JacobianSpectra",
        Document = JacobianSpectraTalk.Document,
        Claims =
        [
            .. OptimizationSection.Claims,
            .. BiasVarianceSection.Claims,
            .. MixturesSection.Claims,
            .. TrainingSection.Claims,
            .. CorruptionSection.Claims,
        ],
        NotExamined =
        [
            .. OptimizationSection.NotExamined,
            .. BiasVarianceSection.NotExamined,
            .. MixturesSection.NotExamined,
            .. TrainingSection.NotExamined,
            .. CorruptionSection.NotExamined,
        ],
        Coverage =
        [
            .. OptimizationSection.Coverage,
            .. BiasVarianceSection.Coverage,
            .. MixturesSection.Coverage,
            .. TrainingSection.Coverage,
            .. CorruptionSection.Coverage,
        ],
    };
}
