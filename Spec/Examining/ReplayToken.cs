using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>One examination or trial as one word that survives a shell, a mail and a typist.</summary>
/// <remarks>
/// <c>id~variant~name=value,…~s1~r1E-06~c0~t7~K3QD</c>: claim, variant, the parameters in which it differs from the
/// catalogue, seed, risk (absent where it is the default), cell and trial (absent where all trials count together), and
/// four check characters. The check covers the variant's name too, so that a token of another catalogue is refused
/// instead of replaying something else.
/// </remarks>
public sealed record ReplayToken
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly IReadOnlyList<Claim> _catalogue;

    private ReplayToken(
        IReadOnlyList<Claim> catalogue,
        string claimId,
        string variantKey,
        string variantName,
        string settings,
        ulong seed,
        double risk,
        TrialAddress? trial)
    {
        _catalogue = catalogue;
        ClaimId = claimId;
        VariantKey = variantKey;
        VariantName = variantName;
        Settings = settings;
        Seed = seed;
        Risk = risk;
        Trial = trial;
    }

    /// <summary>Id of the claim.</summary>
    public string ClaimId { get; }

    /// <summary>Key of the variant.</summary>
    public string VariantKey { get; }

    /// <summary>Seed of the suite.</summary>
    public ulong Seed { get; }

    /// <summary>Risk of the audit, which fixes the level of each decision.</summary>
    public double Risk { get; }

    /// <summary>The deciding trial; null where all trials of the examination count.</summary>
    public TrialAddress? Trial { get; }

    private string VariantName { get; }

    private string Settings { get; }

    /// <summary>The token of a variant at the sizes of its claim, one of <paramref name="catalogue"/>.</summary>
    public static ReplayToken Of(
        Variant variant,
        ulong seed,
        double risk,
        TrialAddress? trial,
        IReadOnlyList<Claim> catalogue)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(catalogue);
        Claim reference = Reference(catalogue, variant.Claim.Id, variant.Key).Claim;
        IEnumerable<string> settings = ClaimParameter.Of(variant.Claim)
            .Where(parameter => parameter.Read(variant.Claim) != parameter.Read(reference))
            .Select(parameter => $"{parameter.Name}={parameter.Read(variant.Claim)}");
        return new(
            catalogue, variant.Claim.Id, variant.Key, variant.Name, string.Join(',', settings), seed, risk, trial);
    }

    /// <summary>Reads a token of <paramref name="catalogue"/>.</summary>
    /// <exception cref="FormatException">The text is no token, a character is mistyped, or it belongs to another
    /// catalogue; the message says which.</exception>
    public static ReplayToken Parse(string text, IReadOnlyList<Claim> catalogue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalogue);
        string[] parts = text.Trim().Split('~');
        bool hasRisk = parts.Length is 6 or 8;
        bool hasTrial = parts.Length is 7 or 8;
        if (parts.Length is < 5 or > 8)
            throw new FormatException("This is no replay token; one looks like system/claim~m1~d=3~s1~c0~t7~K3QD.");
        double risk = RiskBudget.DefaultRisk;
        if (
            !ulong.TryParse(AfterMark(parts[3], 's'), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            || (
                hasRisk
                && !double.TryParse(
                    AfterMark(parts[4], 'r'), NumberStyles.Float, CultureInfo.InvariantCulture, out risk))
            || !(risk >= RiskBudget.LeastRisk && risk < 1))
        {
            throw new FormatException("The token's seed or risk is damaged; copy it again from the report.");
        }

        TrialAddress? trial = null;
        if (hasTrial)
        {
            if (
                !int.TryParse(AfterMark(parts[^3], 'c'), NumberStyles.None, CultureInfo.InvariantCulture, out int cell)
                || !int.TryParse(
                    AfterMark(parts[^2], 't'), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                throw new FormatException("The token's trial is damaged; copy it again from the report.");
            }

            trial = new(cell, number);
        }

        Variant reference = Reference(catalogue, parts[0], parts[1]);
        var token = new ReplayToken(catalogue, parts[0], parts[1], reference.Name, parts[2], seed, risk, trial);
        if (token.ToString() != text.Trim())
            throw new FormatException(
                "The token's check characters do not fit: a character is mistyped, or it belongs to another version of "
                    + "the catalogue.");
        return token;
    }

    /// <summary>The variant at the sizes of the token.</summary>
    /// <exception cref="FormatException">A setting is damaged.</exception>
    public Variant Variant()
    {
        Variant variant = Reference(_catalogue, ClaimId, VariantKey);
        Claim claim = variant.Claim;
        foreach (string setting in Settings.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            ClaimParameter? parameter =
                equals < 0
                    ? null
                    : ClaimParameter.Of(claim).FirstOrDefault(candidate => candidate.Name == setting[..equals]);
            claim =
                parameter?.With(claim, setting[(equals + 1)..])
                ?? throw new FormatException($"The token's setting '{setting}' names no parameter of {ClaimId}.");
        }

        return variant with { Claim = claim };
    }

    /// <summary>All parameters of a claim by name, as text.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(Claim claim)
    {
        var parameters = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (ClaimParameter parameter in ClaimParameter.Of(claim))
            parameters[parameter.Name] = parameter.Read(claim);
        return parameters;
    }

    /// <summary>The token's text.</summary>
    public override string ToString()
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{ClaimId}~{VariantKey}~{Settings}~s{Seed}");
        if (!Risk.Equals(RiskBudget.DefaultRisk))
            body += string.Create(CultureInfo.InvariantCulture, $"~r{Risk}");
        if (Trial is not null)
            body += string.Create(CultureInfo.InvariantCulture, $"~c{Trial.Cell}~t{Trial.Trial}");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{body}~{VariantName}"));
        return $"{body}~{string.Concat(hash.Take(4).Select(value => Alphabet[value % Alphabet.Length]))}";
    }

    private static Variant Reference(IReadOnlyList<Claim> catalogue, string claimId, string variantKey)
    {
        Claim claim =
            catalogue.FirstOrDefault(candidate => candidate.Id == claimId)
            ?? throw new FormatException($"The catalogue has no claim '{claimId}'.");
        return Examining.Variant.Of(claim).FirstOrDefault(variant => variant.Key == variantKey)
            ?? throw new FormatException($"The claim {claimId} has no variant '{variantKey}'.");
    }

    private static string AfterMark(string part, char mark) => part.StartsWith(mark) ? part[1..] : "";
}
