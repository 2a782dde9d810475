using System.Security.Cryptography;
using System.Text;
using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Measures one cheap unit of every experiment: what two machines, two builds or two settings compare in
/// seconds instead of minutes.</summary>
/// <remarks>
/// The unit is the first one of the first claim, else figure, of the suite that uses the experiment, at the smoke tier.
/// It is measured alone: neither does its examination go on, nor is anything judged.
/// </remarks>
public static class FirstUnits
{
    /// <summary>The first unit of every experiment, in ordinal order of the experiments' ids.</summary>
    /// <param name="claims">The claims whose experiments are asked for.</param>
    /// <param name="figures">The figures whose experiments are asked for.</param>
    /// <param name="seed">Seed of the suite.</param>
    /// <param name="cancellation">Stops between units.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<(MeasurementUnit Unit, string Outcomes)> Of(
        IEnumerable<Claim> claims, IEnumerable<Figures.Figure> figures, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(figures);
        double level = new RiskBudget(RiskBudget.DefaultRisk).Level;
        var first = new FirstOfEach();
        var runner = new ExperimentRunner(seed, first, jobs: 1, cancellation: cancellation);
        IEnumerable<Action> uses =
        [
            .. claims.Select<Claim, Action>(claim => () => claim.At(Tier.Smoke).Examine(runner, level)),
            .. figures.Select<Figures.Figure, Action>(figure => () => figure.Draw(runner, Tier.Smoke)),
        ];
        foreach (Action use in uses)
        {
            try
            {
                use();
            }
            catch (OperationCanceledException)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return first.Units;
    }

    /// <summary>A unit's experiment with 16 hexadecimal digits of SHA-256 over its cell and outcomes.</summary>
    public static string Line((MeasurementUnit Unit, string Outcomes) measured)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{measured.Unit.Cell}\n{measured.Outcomes}");
        return $"{measured.Unit.Experiment} {Convert.ToHexStringLower(SHA256.HashData(text))[..16]}";
    }

    // Ends every measurement: before it begins where the experiment is known, and after its first unit where it is not.
    private sealed class FirstOfEach : IMeasurementStore
    {
        private readonly SortedDictionary<string, (MeasurementUnit Unit, string Outcomes)> _first = new(
            StringComparer.Ordinal);

        public IReadOnlyList<(MeasurementUnit Unit, string Outcomes)> Units => [.. _first.Values];

        public string? Find(MeasurementUnit unit) =>
            _first.ContainsKey(unit.Experiment) ? throw new OperationCanceledException() : null;

        public void Keep(MeasurementUnit unit, string outcomes)
        {
            _first.Add(unit.Experiment, (unit, outcomes));
            throw new OperationCanceledException();
        }
    }
}
