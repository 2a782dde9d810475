using System.Globalization;
using System.Xml.Linq;
using Verification.Reproductions.Typesetting;
using Verification.Spec.Examining;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>junit.xml</c>: one suite per claim, one case per variant, a failure wherever the verdict is not
/// the expected one.</summary>
/// <remarks>Valid by the schema of Jenkins' xUnit plugin (junit-10.xsd), which other servers read as well.</remarks>
public static class JUnitXml
{
    /// <summary>The document.</summary>
    public static string Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        VariantReport[] all = [.. result.Claims.SelectMany(claim => claim.Report.Variants)];
        var root = new XElement(
            "testsuites",
            new XAttribute("name", "claims audit"),
            new XAttribute("tests", all.Length),
            new XAttribute("failures", all.Count(variant => !variant.AsExpected)),
            new XAttribute("errors", 0),
            new XAttribute("time", Seconds(result.Claims.Sum(claim => claim.Seconds))),
            result.Claims.Select(Suite));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement Suite(AuditedClaim audited) => new(
        "testsuite",
        new XAttribute("name", audited.Report.Claim.Id),
        new XAttribute("tests", audited.Report.Variants.Count),
        new XAttribute("failures", audited.Report.Variants.Count(variant => !variant.AsExpected)),
        new XAttribute("errors", 0),
        new XAttribute("skipped", 0),
        new XAttribute("time", Seconds(audited.Seconds)),
        audited.Report.Variants.Select(Case));

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static XElement Case(VariantReport variant)
    {
        var testcase = new XElement(
            "testcase",
            new XAttribute("classname", variant.Variant.Claim.Id.Replace('/', '.')),
            new XAttribute("name", $"{variant.Variant.Key}: {LatexText.ToUnicode(variant.Variant.Name)}"));
        if (!variant.AsExpected)
        {
            testcase.Add(new XElement(
                "failure",
                new XAttribute("type", AuditJson.Name(variant.Result.Verdict)),
                new XAttribute(
                    "message",
                    $"{AuditJson.Name(variant.Result.Verdict)}, expected {AuditJson.Name(variant.Variant.Expected)}"),
                variant.Result.Evidence.Summary));
        }

        return testcase;
    }
}
