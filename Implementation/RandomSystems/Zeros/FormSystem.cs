using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Forms in the same variables as a system.</summary>
internal sealed class FormSystem : ISphereSystem
{
    private readonly IReadOnlyList<HomogeneousForm> _forms;

    internal FormSystem(IReadOnlyList<HomogeneousForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        if (forms.Count == 0 || forms.Any(form => form.Variables != forms[0].Variables))
            throw new ArgumentException("There are forms, all in the same variables.", nameof(forms));
        _forms = forms;
    }

    /// <inheritdoc/>
    public int Equations => _forms.Count;

    /// <inheritdoc/>
    public int Dimension => _forms[0].Variables;

    /// <inheritdoc/>
    public int LongestSum =>
        _forms.Max(form => form.Degree <= 2 ? form.Variables : HomogeneousForm.Monomials(form.Degree, form.Variables));

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values, Matrix slopes)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        var z = new RealNumber[x.Length];
        var gradient = new RealNumber[x.Length];
        for (int j = 0; j < x.Length; j++)
            z[j] = new(x[j]);
        for (int i = 0; i < _forms.Count; i++)
        {
            values[i] = _forms[i].Evaluate<RealNumber>(z, gradient).Value;
            Span<double> row = slopes.Row(i);
            for (int j = 0; j < row.Length; j++)
                row[j] = gradient[j].Value;
        }
    }
}
