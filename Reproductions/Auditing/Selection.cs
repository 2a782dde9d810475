using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>What an audit examines and draws: the claims that its filters select with the figures that show them, or a
/// shard's part of these.</summary>
/// <remarks>
/// Claims that use one experiment stay together, as they share its measurements; a claim is never split from its
/// mutants, whose smaller sizes are known only once they are refuted. Such groups are dealt out in turn, in the order
/// of the catalogue, so that the part of a shard follows from filters, tier and catalogue alone. A figure goes where
/// the first of its claims goes; one that shows none is dealt out after the groups. Every claim and every figure is in
/// exactly one shard; a unit that a figure needs of another shard's experiment is measured in both.
/// </remarks>
/// <param name="Claims">The claims in the order of the catalogue.</param>
/// <param name="Figures">The figures in their order.</param>
public sealed record Selection(IReadOnlyList<Claim> Claims, IReadOnlyList<Figure> Figures)
{
    /// <summary>What these settings ask for.</summary>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    public static Selection Of(Suite suite, AuditSettings settings)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(settings);
        IReadOnlyList<Claim> claims = IdFilter.Select(suite.Claims, claim => claim.Id, settings.Filters, "claim");
        Figure[] figures = settings.Figures ? [.. suite.FiguresOf(claims)] : [];
        return settings.Shard is { } shard ? Part(claims, figures, shard, settings.Tier) : new(claims, figures);
    }

    private static Selection Part(IReadOnlyList<Claim> claims, Figure[] figures, Shard shard, Tier tier)
    {
        string[] groups = [.. claims.Select(claim => ExperimentOf(claim.At(tier)) ?? claim.Id)];
        string[] order = [.. groups.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> turns = order
            .Index()
            .ToDictionary(group => group.Item, group => group.Index, StringComparer.Ordinal);
        Dictionary<string, int> turnOf = claims
            .Zip(groups)
            .ToDictionary(pair => pair.First.Id, pair => turns[pair.Second], StringComparer.Ordinal);
        int further = order.Length;
        int[] figureTurns =
        [
            .. figures.Select(figure => figure.Claims.FirstOrDefault(turnOf.ContainsKey) is { } shown
                ? turnOf[shown]
                : further++),
        ];
        return new(
            [.. claims.Where(claim => IsTurn(turnOf[claim.Id]))],
            [.. figures.Zip(figureTurns).Where(pair => IsTurn(pair.Second)).Select(pair => pair.First)]);

        bool IsTurn(int turn) => turn % shard.Count == shard.Index - 1;
    }

    // An experiment is asked for by its first unit; nothing is measured.
    private static string? ExperimentOf(Claim claim)
    {
        var asked = new Asked();
        try
        {
            claim.Examine(
                new ExperimentRunner(seed: 0, asked), new RiskBudget(RiskBudget.DefaultRisk).Level);
        }
        catch (OperationCanceledException) when (asked.Experiment is not null)
        {
            // That is how it ends.
        }

        return asked.Experiment;
    }

    private sealed class Asked : IMeasurementStore
    {
        public string? Experiment { get; private set; }

        public string? Find(MeasurementUnit unit)
        {
            Experiment = unit.Experiment;
            throw new OperationCanceledException();
        }

        public void Keep(MeasurementUnit unit, string outcomes) =>
            throw new InvalidOperationException("Nothing is measured.");
    }
}
