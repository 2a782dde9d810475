using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Cell of <see cref="AlignmentTablesExperiment"/>.</summary>
/// <param name="Tables">How many of the tables, from the first: 1 to 3.</param>
public sealed record AlignmentTablesCell(int Tables);

/// <summary>What is printed.</summary>
/// <param name="Digits">Two rows a table, J_init and J_final, six columns: ‖Π_I y‖/‖y‖ and ‖Π_N y‖/‖y‖ in thousandths,
/// ‖J_I^†y‖/‖y‖ in hundred-thousandths, and the same three of r_0.</param>
public sealed record AlignmentTables(double[][] Digits);

/// <summary>The digits of Tables 1 (SGD, no corruption), 2 (Adam, no corruption) and 3 (SGD, half of the labels
/// corrupted) of the talk; Table 3 is printed twice, alike.</summary>
public sealed class AlignmentTablesExperiment : Experiment<AlignmentTablesCell, AlignmentTables>
{
    private static readonly double[][] Printed =
    [
        [724, 690, 544, 886, 465, 410],
        [987, 158, 316, 976, 217, 343],
        [702, 712, 536, 814, 582, 443],
        [997, 78, 310, 991, 136, 306],
        [587, 810, 172, 643, 766, 198],
        [751, 660, 187, 763, 646, 120],
    ];

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/alignment-tables";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override AlignmentTables Run(
        AlignmentTablesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Tables is < 1 or > 3)
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Tables, "There are one to three tables.");
        return new([.. Printed.Take(2 * cell.Tables)]);
    }
}
