using System.Text.RegularExpressions;

namespace Verification.Snapshots.Auditing;

/// <summary>Reads LaTeX as far as TeX reads it before it typesets: groups, environments, control sequences, special
/// characters.</summary>
internal static partial class TexSyntax
{
    // Of LaTeX's kernel and of longtable, as far as our files use them.
    private static readonly string[] Kernel =
    [
        "documentclass", "usepackage", "begin", "end", "input", "endinput", "makeatletter", "makeatother", "newcommand",
        "expandafter", "gdef", "csname", "endcsname", "ifx", "else", "fi", "relax", "@latex@warning", "textbf",
        "texttt", "allowbreak", "ensuremath", "times", "infty", "mathrm", "mathbf", "mathcal", "frac", "hat", "tilde",
        "bar", "dot", "textbackslash", "textasciicircum", "textasciitilde", "ldots", "linewidth", "hline", "endhead",
        "endfoot", "appendix", "section", "\\", "{", "}", "$", "&", "#", "%", "_", "'", "\"", "L", "|", "alpha", "beta",
        "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho",
        "sigma", "tau", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma",
        "Phi", "Psi", "Omega", "pm", "cdot", "otimes", "odot", "surd", "prod", "partial", "nabla", "int", "ell",
        "langle", "rangle", "lfloor", "rfloor", "leq", "geq", "neq", "approx", "equiv", "sim", "asymp", "propto",
        "ll", "gg", "succ", "prec", "succeq", "preceq", "to", "mapsto", "Rightarrow", "Leftarrow", "Leftrightarrow",
        "not", "in", "notin", "dagger",
        "subset", "subseteq", "cup", "cap", "emptyset", "perp", "forall", "exists", "wedge", "vee",
    ];

    /// <summary>What TeX would stumble over in a document that reads a file of macros; nothing if all is
    /// well.</summary>
    public static IEnumerable<string> Complaints(string document, string macros)
    {
        string definitions = Comment().Replace(macros, "");
        string text = Comment().Replace(document, "");
        HashSet<string> known =
        [
            .. Kernel,
            .. Definition().Matches(definitions).Select(match => match.Groups["name"].Value),
        ];
        return
        [
            .. Structure("the macros", definitions), .. Structure("the document", text),
            .. Unknown(definitions, MacroName(), known), .. Unknown(text, TextName(), known),
            .. Values(definitions).SelectMany(Specials),
            .. Uses(text, [.. Keys(definitions)]),
        ];
    }

    /// <summary>What <c>\claims@set</c> defines, as <c>kind@key</c>.</summary>
    public static IEnumerable<string> Keys(string macros) => Setting()
        .Matches(macros)
        .Select(match => $"{match.Groups["kind"].Value}@{match.Groups["key"].Value}");

    private static IEnumerable<string> Structure(string name, string text)
    {
        if (text.FirstOrDefault(letter => !char.IsAscii(letter)) is var letter and not '\0')
            yield return $"{name}: '{letter}' is not ASCII";
        int depth = 0;
        foreach (Match brace in Brace().Matches(text))
        {
            depth += brace.Value switch { "{" => 1, "}" => -1, _ => 0 };
            if (depth < 0)
                yield return $"{name}: a group is closed that is not open, at character {brace.Index}";
        }

        if (depth > 0)
            yield return $"{name}: groups that are not closed: {depth}";
        var open = new Stack<string>();
        foreach (Match environment in Environment().Matches(text))
        {
            string what = environment.Groups["name"].Value;
            if (environment.Groups["what"].Value == "begin")
                open.Push(what);
            else if (open.Count == 0 || open.Pop() != what)
                yield return $"{name}: {what} ends and is not open";
        }

        foreach (string what in open)
            yield return $"{name}: {what} does not end";
    }

    private static IEnumerable<string> Unknown(string text, Regex name, HashSet<string> known) => name
        .Matches(text)
        .Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal)
        .Where(found => !known.Contains(found))
        .Select(found => $@"\{found} is not defined");

    // The value is what stands in the last group, on the same line.
    private static IEnumerable<string> Values(string macros) =>
        Setting().Matches(macros).Select(match => match.Groups["value"].Value);

    // Outside of mathematics a special character has to be escaped; in mathematics a group follows ^ and _.
    private static IEnumerable<string> Specials(string value) => Special()
        .Matches(Mathematics().Replace(value, ""))
        .Select(match => $"'{match.Value}' stands bare in {value}");

    private static IEnumerable<string> Uses(string text, HashSet<string> keys) =>
        from use in Use().Matches(text)
        let name = use.Groups["name"].Value
        let kind = name == "stitle" ? "title" : name
        let key = string.Join(
            '@',
            new[] { kind, use.Groups["id"].Value, use.Groups["number"].Value }.Where(part => part.Length > 0))
        where !keys.Contains(key)
        select $"{key} is used and not set";

    [GeneratedRegex(@"(?<!\\)%.*$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\newcommand\{\\(?<name>[A-Za-z@]+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\\.|[{}]", RegexOptions.Singleline, 10_000)]
    private static partial Regex Brace();

    [GeneratedRegex(@"\\(?<what>begin|end)\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Environment();

    // @ is a letter between \makeatletter and \makeatother, where all of the macros are but for the ends.
    [GeneratedRegex(
        @"\\(?<name>[A-Za-z@]+|[^A-Za-z@])", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex MacroName();

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+|[^A-Za-z])", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex TextName();

    [GeneratedRegex(
        @"^\\claims@set\{(?<kind>[a-z]+)\}\{(?<key>[^{}\\%#~]+)\}\{(?<value>.*)\}$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        10_000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\\ensuremath\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", RegexOptions.None, 10_000)]
    private static partial Regex Mathematics();

    [GeneratedRegex(@"(?<!\\)[_^&#$~]", RegexOptions.None, 10_000)]
    private static partial Regex Special();

    [GeneratedRegex(
        @"\\claim(?<name>verdict|printed|number|level|replay|stitle)\{(?<id>[^{}]+)\}(?:\{(?<number>[^{}]+)\})?",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Use();
}
