using System.Text.RegularExpressions;
using Verification.Spec.CrossPredictability;
using Verification.Spec.Examining;
using Verification.Spec.ImplicitBias;
using Verification.Spec.JacobianSpectra;
using Verification.Spec.OnlineSgd;
using Verification.Spec.PolyakLojasiewicz;
using Verification.Spec.QuadraticNetworks;
using Verification.Spec.RandomSystems;
using Verification.Spec.Verdicts;

namespace Verification.Spec;

/// <summary>All claims of the suite, by explicit registration: what is not in a system's list is not claimed.</summary>
public static partial class Catalogue
{
    /// <summary>Every system, one line each.</summary>
    public static IReadOnlyList<ClaimSystem> Systems { get; } =
    [
        Validated(QuadraticNetworkClaims.System),
        Validated(PolyakLojasiewiczClaims.System),
        Validated(ImplicitBiasClaims.System),
        Validated(OnlineSgdClaims.System),
        Validated(RandomSystemsClaims.System),
        Validated(CrossPredictabilityClaims.System),
        Validated(JacobianSpectraClaims.System),
    ];

    /// <summary>Every claim, system by system, in the order of its document.</summary>
    public static IReadOnlyList<Claim> Claims { get; } = Validated([.. Systems.SelectMany(system => system.Claims)]);

    /// <summary>What the documents state and nothing here examines, with the reasons.</summary>
    public static IReadOnlyList<NotExamined> NotExamined { get; } =
        Validated([.. Systems.SelectMany(system => system.NotExamined)], Claims);

    /// <summary>The claim with this id, or null.</summary>
    public static Claim? Find(string id) => Claims.FirstOrDefault(claim => claim.Id == id);

    /// <summary>Statistical decisions of claims at a tier, mutants and printed forms included.</summary>
    public static int Decisions(IEnumerable<Claim> claims, Tier tier) =>
        claims.SelectMany(claim => Variant.Of(claim.At(tier))).Sum(variant => variant.Claim.Decisions);

    /// <summary>
    /// Checks a list of claims: well-formed unique ids, at least two mutants each, a correction exactly where the
    /// printed form does not stand, quotations of what is printed alone, and no more decisions at any tier than an
    /// audit can pay for.
    /// </summary>
    /// <exception cref="InvalidOperationException">The list is not sound; the message names the claim.</exception>
    public static IReadOnlyList<Claim> Validated(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Claim claim in claims)
        {
            if (!WellFormedId().IsMatch(claim.Id))
                throw new InvalidOperationException(
                    $"'{claim.Id}' is no claim id; one looks like quadratic-networks/energy-barrier.");
            if (!seen.Add(claim.Id))
                throw new InvalidOperationException($"Two claims have the id {claim.Id}.");
            if (claim.Mutants.Count < 2)
                throw new InvalidOperationException($"{claim.Id} needs at least two mutants.");
            if (
                claim.Mutants.Select(mutant => mutant.Name).Distinct(StringComparer.Ordinal).Count()
                < claim.Mutants.Count)
                throw new InvalidOperationException($"{claim.Id} has two mutants of one name.");
            if (
                claim.Statement.Reason is null != claim.Statement.Corrected is null
                || claim.Statement.Corrected is null
                    != claim.Printed is PrintedStatus.Stands or PrintedStatus.NotPrinted)
                throw new InvalidOperationException(
                    $"{claim.Id} has a correction with its reason exactly where its printed form does not stand.");
            if (claim.Printed == PrintedStatus.NotPrinted && claim.Card.Quotations.Count > 0)
                throw new InvalidOperationException($"{claim.Id} is not printed, and quotes.");
            if (
                claim.AsPrinted is null
                != claim.Printed is not (PrintedStatus.False or PrintedStatus.HypothesisMissing))
                throw new InvalidOperationException(
                    $"{claim.Id} examines a printed form exactly where that is false or misses a hypothesis.");
        }

        foreach (Tier tier in Enum.GetValues<Tier>())
        {
            if (Decisions(claims, tier) is > RiskBudget.Shares and var decisions)
                throw new InvalidOperationException(
                    $"The claims take {decisions} statistical decisions at tier {tier}; an audit pays for "
                        + $"{RiskBudget.Shares}.");
        }

        return claims;
    }

    /// <summary>Checks a list of statements that are not examined: well-formed ids of their own, and a reason
    /// each.</summary>
    /// <exception cref="InvalidOperationException">The list is not sound; the message names the statement.</exception>
    public static IReadOnlyList<NotExamined> Validated(
        IReadOnlyList<NotExamined> statements, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(claims);
        HashSet<string> seen = [.. claims.Select(claim => claim.Id)];
        foreach (NotExamined statement in statements)
        {
            if (!WellFormedId().IsMatch(statement.Id))
                throw new InvalidOperationException(
                    $"'{statement.Id}' is no id; one looks like quadratic-networks/prior-work.");
            if (!seen.Add(statement.Id))
                throw new InvalidOperationException($"The id {statement.Id} is used twice.");
            if (string.IsNullOrWhiteSpace(statement.Reason))
                throw new InvalidOperationException($"{statement.Id} gives no reason why it is not examined.");
        }

        return statements;
    }

    /// <summary>Checks the coverage table of a system: ids that exist, and a reason where there is none.</summary>
    /// <exception cref="InvalidOperationException">The table is not sound; the message names the entry.</exception>
    public static ClaimSystem Validated(ClaimSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        HashSet<string> ids =
        [
            .. system.Claims.Select(claim => claim.Id),
            .. system.NotExamined.Select(statement => statement.Id),
        ];
        foreach (CoverageEntry entry in system.Coverage)
        {
            if (entry.Ids.FirstOrDefault(id => !ids.Contains($"{system.Id}/{id}")) is { } unknown)
                throw new InvalidOperationException(
                    $"The coverage of '{entry.Statement}' names {system.Id}/{unknown}, which is no claim.");
            if (entry.Ids.Count == 0 && string.IsNullOrWhiteSpace(entry.Reason))
                throw new InvalidOperationException(
                    $"The coverage of '{entry.Statement}' in {system.Id} names no claim and gives no reason.");
        }

        return system;
    }

    [GeneratedRegex(
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WellFormedId();
}
