using System.Collections.Concurrent;
using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Claims;

/// <summary>The audit of a system at its smallest tier: every claim holds, every wrong printed form and every mutant is
/// refuted where it is wrong.</summary>
/// <remarks>One class a system, so that they run side by side; one store a system and seed, so that claims on the same
/// experiment share what they measure, as in an audit.</remarks>
/// <param name="system">The system as a value.</param>
public abstract class SmokeAudit(ClaimSystem system)
{
    // A slice of the calibration: a verdict that flips with the seed is a defect.
    private static readonly ulong[] Seeds = [1, 2, 3];

    // An instance lasts for one test.
    private static readonly ConcurrentDictionary<(string System, ulong Seed), InMemoryMeasurements> Stores = new();

    /// <summary>The budget of an audit at its defaults.</summary>
    protected static RiskBudget Budget { get; } = new(RiskBudget.DefaultRisk);

    /// <summary>Id of the system, for the test that each has a class.</summary>
    public string System => system.Id;

    /// <summary>A runner with a store of its own.</summary>
    protected static ExperimentRunner Runner() => new(1, new InMemoryMeasurements(), jobs: 2);

    /// <summary>The names of a system's claims, without its own.</summary>
    protected static TheoryData<string> NamesOf(ClaimSystem system) =>
        [.. system.Claims.Select(claim => claim.Id[(system.Id.Length + 1)..])];

    /// <summary>A variant of a claim at the smoke tier.</summary>
    protected Variant Find(string name, string key) => Variant.Of(Claim(name)).Single(variant => variant.Key == key);

    /// <summary>Examines a claim with its variants at several seeds; the failure names each that is not as expected,
    /// and each whose exponent is nearer to the claim's than the gap that the power law declares.</summary>
    protected void CheckVerdicts(string name) => Assert.All(Seeds, seed => CheckVerdicts(name, seed));

    private void CheckVerdicts(string name, ulong seed)
    {
        var runner = new ExperimentRunner(
            seed, Stores.GetOrAdd((system.Id, seed), _ => new InMemoryMeasurements()), jobs: 2);
        PowerLaw[] laws = [];
        Assert.All(Variant.Of(Claim(name)), variant =>
        {
            var report = new VariantReport(variant, variant.Examine(runner, Budget.Level));
            Evidence evidence = report.Result.Evidence;
            Assert.True(
                report.AsExpected,
                $"{variant.Key} ({variant.Name}): {report.Result.Verdict}; {evidence.Statement}: {evidence.Summary}");
            PowerLaw[] own = [.. evidence.Parts().OfType<PowerLaw>()];
            if (variant.Role == VariantRole.Claim)
                laws = own;
            Assert.All(
                own.SelectMany(_ => laws, (wrong, right) => (Wrong: wrong, Right: right))
                    .Where(pair => pair.Wrong.Statement == pair.Right.Statement)
                    .Where(pair => !pair.Wrong.Exponent.Equals(pair.Right.Exponent)),
                pair => Assert.True(
                    Math.Abs(pair.Wrong.Exponent - pair.Right.Exponent) >= pair.Right.Gap * (1 - 1e-12),
                    $"{variant.Key}: {pair.Wrong.Exponent} is nearer to {pair.Right.Exponent} than {pair.Right.Gap}"));
        });
    }

    private Claim Claim(string name) => system.Claims.Single(claim => claim.Id == $"{system.Id}/{name}").At(Tier.Smoke);
}
