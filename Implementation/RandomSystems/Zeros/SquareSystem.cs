using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>n forms in n + 1 variables with real coefficients, and a real chart ⟨b, z⟩ = 1 of the projective space:
/// n + 1 equations H(z) = 0. Immutable.</summary>
/// <remarks>A line through 0 meets the chart in one point at most, and the line of a real zero in a real
/// point.</remarks>
public sealed class SquareSystem
{
    private readonly double[] _chart;

    /// <summary>A system with its chart.</summary>
    /// <param name="forms">n ≥ 1 forms.</param>
    /// <param name="chart">b, n + 1 entries.</param>
    /// <exception cref="ArgumentException">Numbers of variables differ, or there is no equation.</exception>
    public SquareSystem(IReadOnlyList<HomogeneousForm> forms, ReadOnlySpan<double> chart)
    {
        ArgumentNullException.ThrowIfNull(forms);
        int variables = forms.Count + 1;
        if (forms.Count < 1 || chart.Length != variables || forms.Any(form => form.Variables != variables))
            throw new ArgumentException("n forms and the chart have n + 1 variables.", nameof(forms));
        Forms = [.. forms];
        _chart = chart.ToArray();
    }

    /// <summary>The n forms.</summary>
    public IReadOnlyList<HomogeneousForm> Forms { get; }

    /// <summary>Number of forms, n.</summary>
    public int Equations => Forms.Count;

    /// <summary>n + 1.</summary>
    public int Variables => Forms.Count + 1;

    /// <summary>b.</summary>
    public ReadOnlySpan<double> Chart => _chart;

    /// <summary>∏ p_i.</summary>
    public int BezoutNumber => Forms.Aggregate(1, (product, form) => checked(product * form.Degree));

    /// <summary>Independent forms of the Kostlan law, and a chart of normal entries.</summary>
    /// <param name="degrees">p_1, …, p_n, each at least 1.</param>
    /// <param name="stream">Gives a fill for the chart and one for each form.</param>
    public static SquareSystem Kostlan(IReadOnlyList<int> degrees, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(degrees);
        ArgumentNullException.ThrowIfNull(stream);
        int variables = degrees.Count + 1;
        double[] chart = stream.Normals(variables);
        return new([.. degrees.Select(p => HomogeneousForm.Kostlan(p, variables, stream))], chart);
    }

    /// <summary>H(z) = (F_1(z), …, F_n(z), ⟨b, z⟩ − 1) and its Jacobian.</summary>
    /// <param name="z">n + 1 entries.</param>
    /// <param name="values">Receives n + 1 values.</param>
    /// <param name="jacobian">Receives the rows of n + 1 derivatives, one after another.</param>
    /// <param name="stride">Distance of the rows, at least n + 1.</param>
    public void Evaluate<T>(ReadOnlySpan<T> z, Span<T> values, Span<T> jacobian, int stride)
        where T : struct, IRealAlgebra<T>
    {
        int d = Variables;
        for (int i = 0; i < d - 1; i++)
            values[i] = Forms[i].Evaluate(z, jacobian.Slice(i * stride, d));
        T sum = T.AddScaled(default, -1, T.One);
        for (int j = 0; j < d; j++)
        {
            sum = T.AddScaled(sum, _chart[j], z[j]);
            jacobian[(d - 1) * stride + j] = T.AddScaled(default, _chart[j], T.One);
        }

        values[d - 1] = sum;
    }
}
