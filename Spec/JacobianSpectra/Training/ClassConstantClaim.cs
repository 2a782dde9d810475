using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Parameters;

namespace Verification.Spec.JacobianSpectra.Training;

/// <summary>A claim about what class-constant vectors keep of corrupted labels, at every admissible q and for both
/// kinds of corruption.</summary>
public abstract record ClassConstantClaim : Claim<ClassConstantCell, ClassConstantOutcome>
{
    /// <summary>Where the tolerance comes from.</summary>
    protected const string Exact = "none: whole numbers and rational arithmetic, of which the sign is exact";

    [Parameter("classes", "K", Minimum = 2, Maximum = 10, Size = true)]
    public Choices<int> Classes { get; init; } = [2, 3, 5];

    [Parameter("t", "samples of a class over K(K − 1)", Minimum = 1, Maximum = 10, Size = true)]
    public int Multiplicity { get; init; } = 2;

    protected override Experiment<ClassConstantCell, ClassConstantOutcome> Experiment { get; } =
        new ClassConstantExperiment();

    protected override IReadOnlyList<ClassConstantCell> Cells =>
    [
        .. from K in Classes
           from replacement in (CorruptionKind[])[CorruptionKind.StrictlyDifferent, CorruptionKind.AnyLabel]
           select new ClassConstantCell(K, Multiplicity, replacement),
    ];
}
