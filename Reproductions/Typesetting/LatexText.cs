using System.Text;
using System.Text.RegularExpressions;

namespace Verification.Reproductions.Typesetting;

/// <summary>Turns the LaTeX of statements into Unicode where a terminal can show it, and leaves the rest as it
/// is.</summary>
/// <remarks>Statements are mathematics throughout; other texts are plain but for what stands between dollar
/// signs.</remarks>
public static partial class LatexText
{
    private const string SuperscriptPlain = "0123456789+-=()nijkmdpqrstTab*";
    private const string SuperscriptRaised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵐᵈᵖᑫʳˢᵗᵀᵃᵇ*";
    private const string SubscriptPlain = "0123456789+-=()aeijklmnoprstuvx";
    private const string SubscriptLowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    private const string Relations = "=<>:≜⇐⊊≥≤≠≈∼∝≡≪≫⪰⪯≲≳≻∈∉⊂⊆→↦⇒⇔";

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Pi"] = "Π",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Psi"] = "Ψ",
        ["Omega"] = "Ω",
        ["geq"] = "≥",
        ["ge"] = "≥",
        ["leq"] = "≤",
        ["le"] = "≤",
        ["neq"] = "≠",
        ["ne"] = "≠",
        ["approx"] = "≈",
        ["triangle"] = "△",
        ["asymp"] = "≍",
        ["sim"] = "∼",
        ["propto"] = "∝",
        ["equiv"] = "≡",
        ["ll"] = "≪",
        ["gg"] = "≫",
        ["succeq"] = "⪰",
        ["preceq"] = "⪯",
        ["lesssim"] = "≲",
        ["gtrsim"] = "≳",
        ["succ"] = "≻",
        ["in"] = "∈",
        ["notin"] = "∉",
        ["subset"] = "⊂",
        ["subsetneq"] = "⊊",
        ["subseteq"] = "⊆",
        ["cup"] = "∪",
        ["cap"] = "∩",
        ["setminus"] = "∖",
        ["emptyset"] = "∅",
        ["infty"] = "∞",
        ["cdot"] = "·",
        ["times"] = "×",
        ["otimes"] = "⊗",
        ["odot"] = "⊙",
        ["pm"] = "±",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["mapsto"] = "↦",
        ["Leftrightarrow"] = "⇔",
        ["Leftarrow"] = "⇐",
        ["downarrow"] = "↓",
        ["triangleq"] = "≜",
        ["ker"] = "ker",
        ["Rightarrow"] = "⇒",
        ["implies"] = "⇒",
        ["iff"] = "⇔",
        ["forall"] = "∀",
        ["exists"] = "∃",
        ["nabla"] = "∇",
        ["partial"] = "∂",
        ["sum"] = "Σ",
        ["prod"] = "Π",
        ["int"] = "∫",
        ["ell"] = "ℓ",
        ["top"] = "T",
        ["ast"] = "*",
        ["star"] = "*",
        ["circ"] = "∘",
        ["dagger"] = "†",
        ["prime"] = "′",
        ["colon"] = ":",
        ["mid"] = "|",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["cdots"] = "⋯",
        ["langle"] = "⟨",
        ["rangle"] = "⟩",
        ["lfloor"] = "⌊",
        ["rfloor"] = "⌋",
        ["lceil"] = "⌈",
        ["rceil"] = "⌉",
        ["lVert"] = "‖",
        ["rVert"] = "‖",
        ["Vert"] = "‖",
        ["|"] = "‖",
        ["lvert"] = "|",
        ["rvert"] = "|",
        ["{"] = "{",
        ["}"] = "}",
        ["perp"] = "⊥",
        ["wedge"] = "∧",
        ["vee"] = "∨",
        ["%"] = "%",
        ["*"] = "*",
        ["$"] = "$",
        ["_"] = "_",
        [","] = " ",
        [";"] = " ",
        [":"] = " ",
        [" "] = " ",
        ["!"] = "",
        ["quad"] = "  ",
        ["qquad"] = "  ",
        ["left"] = "",
        ["right"] = "",
        ["big"] = "",
        ["Big"] = "",
        ["bigl"] = "",
        ["bigr"] = "",
        ["Bigl"] = "",
        ["Bigr"] = "",
        ["displaystyle"] = "",
        ["min"] = "min",
        ["max"] = "max",
        ["inf"] = "inf",
        ["sup"] = "sup",
        ["log"] = "log",
        ["ln"] = "ln",
        ["exp"] = "exp",
        ["det"] = "det",
        ["dim"] = "dim",
        ["deg"] = "deg",
        ["Pr"] = "Pr",
        ["lim"] = "lim",
        ["sin"] = "sin",
        ["cos"] = "cos",
        ["tanh"] = "tanh",
        ["arg"] = "arg",
        ["sinh"] = "sinh",
        ["cosh"] = "cosh",
    };

    private static readonly Dictionary<string, string> Accents = new(StringComparer.Ordinal)
    {
        ["hat"] = "\u0302",
        ["widehat"] = "\u0302",
        ["tilde"] = "\u0303",
        ["widetilde"] = "\u0303",
        ["bar"] = "\u0304",
        ["overline"] = "\u0304",
        ["underline"] = "\u0332",
        ["dot"] = "\u0307",
    };

    private static readonly Dictionary<string, string> Calligraphic = new(StringComparer.Ordinal)
    {
        ["L"] = "ℒ",
        ["E"] = "ℰ",
        ["F"] = "ℱ",
        ["H"] = "ℋ",
        ["I"] = "ℐ",
        ["R"] = "ℛ",
        ["B"] = "ℬ",
        ["M"] = "ℳ",
        ["S"] = "𝒮",
        ["N"] = "𝒩",
        ["O"] = "𝒪",
        ["D"] = "𝒟",
        ["X"] = "𝒳",
        ["A"] = "𝒜",
        ["G"] = "𝒢",
    };

    private static readonly Dictionary<string, string> DoubleStruck = new(StringComparer.Ordinal)
    {
        ["R"] = "ℝ",
        ["E"] = "𝔼",
        ["P"] = "ℙ",
        ["N"] = "ℕ",
        ["Z"] = "ℤ",
        ["C"] = "ℂ",
        ["S"] = "𝕊",
        ["Q"] = "ℚ",
        ["1"] = "𝟙",
    };

    /// <summary>A statement, which is mathematics throughout, a formula a line, unless it marks mathematics with dollar
    /// signs.</summary>
    public static string Statement(string latex)
    {
        ArgumentNullException.ThrowIfNull(latex);
        return latex.Contains('$', StringComparison.Ordinal)
            ? ToUnicode(latex)
            : string.Join(
                '\n',
                Formulas(latex.ReplaceLineEndings("\n").Trim())
                    .Select(formula => Mathematics(formula).Replace('\u00a0', ' ').Trim()));
    }

    /// <summary>A text with its mathematics in Unicode.</summary>
    public static string ToUnicode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A formula on a line of its own has two dollar signs on each side.
        string[] parts = text.Replace("$$", "$", StringComparison.Ordinal).Split('$');

        // An even number of parts means a dollar sign without its partner: not mathematics.
        return parts.Length % 2 == 0
            ? text
            : string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : Mathematics(part).Replace('\u00a0', ' ')));
    }

    // A formula ends where TeX ends a line outside of groups, and where a line of the source ends with punctuation;
    // every other line end is a blank, within a group one that may mean nothing.
    private static IEnumerable<string> Formulas(string latex)
    {
        var formula = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < latex.Length; i++)
        {
            char letter = latex[i];
            bool isEscaped = letter == '\\' && i + 1 < latex.Length;
            bool isBreak = isEscaped && latex[i + 1] == '\\';
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (isEscaped && (!isBreak || depth > 0))
            {
                formula.Append(letter).Append(latex[++i]);
            }
            else if (letter != '\n' && !isBreak)
            {
                formula.Append(letter);
            }
            else if (depth <= 0 && (isBreak || EndsWithPunctuation(formula)))
            {
                yield return formula.ToString();
                formula.Clear();
                i += isBreak ? 1 : 0;
            }
            else
            {
                bool isBetweenArguments = latex.AsSpan(i).TrimStart().StartsWith("{");
                formula.Append(depth > 0 || isBetweenArguments || formula.Length == 0 ? " " : @"\ ");
            }
        }

        yield return formula.ToString();
    }

    // With a backslash they are blanks.
    private static bool EndsWithPunctuation(StringBuilder formula)
    {
        string text = formula.ToString().TrimEnd();
        return text is [.., ',' or ';' or ':' or '.'] and not [.., '\\', _];
    }

    // As in TeX, blanks in the source mean nothing and relations bring their own.
    private static string Mathematics(string latex)
    {
        var text = new StringBuilder();
        int at = 0;
        while (at < latex.Length)
        {
            if (char.IsWhiteSpace(latex[at]))
            {
                at++;
                continue;
            }

            string unit = Next(latex, ref at);
            bool relation = unit.Length == 1 && Relations.Contains(unit[0], StringComparison.Ordinal);
            text.Append(relation ? $" {unit} " : unit == "," ? ", " : unit);
        }

        return Blanks().Replace(text.ToString(), " ").Trim(' ');
    }

    // One unit: a character, a command with its arguments, a group, or a script.
    private static string Next(string latex, ref int at)
    {
        char letter = latex[at++];
        switch (letter)
        {
            case '\\':
                return Command(latex, ref at);
            case '{':
                return Mathematics(Group(latex, ref at));
            case '^':
                return Script(Argument(latex, ref at), "^", SuperscriptPlain, SuperscriptRaised);
            case '_':
                string script = Script(Argument(latex, ref at), "_", SubscriptPlain, SubscriptLowered);
                bool runsOn =
                    script.StartsWith('_')
                    && at < latex.Length
                    && (char.IsLetter(latex[at]) || StartsCommand(latex, at));
                return runsOn ? script + " " : script;
            case '~':
                return " ";
            default:
                return letter.ToString();
        }
    }

    private static string Command(string latex, ref int at)
    {
        if (at >= latex.Length)
            return "\\";
        int start = at;
        while (at < latex.Length && char.IsAsciiLetter(latex[at]))
            at++;
        if (at == start)
            at++;
        string name = latex[start..at];
        if (string.IsNullOrWhiteSpace(name))
            return " ";
        if (Accents.TryGetValue(name, out string? accent))
        {
            string accented = Argument(latex, ref at);
            return accented.Length == 1 ? accented + accent : $"{name}({accented})";
        }

        switch (name)
        {
            case "mathcal":
                return Lookup(Calligraphic, Argument(latex, ref at));
            case "mathbb":
                return Lookup(DoubleStruck, Argument(latex, ref at));
            case "text":
                while (at < latex.Length && latex[at] == ' ')
                    at++;
                return at < latex.Length && latex[at++] == '{' ? Text(Group(latex, ref at)) : "text";
            case "mathrm" or "operatorname" or "mathbf" or "boldsymbol" or "mathsf" or "mathit":
                return Argument(latex, ref at);
            case "frac" or "tfrac" or "dfrac":
                return Fraction(Argument(latex, ref at), Argument(latex, ref at));
            case "underbrace" or "boxed":
                return Argument(latex, ref at);
            case "\\":
                return " ";
            case "substack":
                return string.Join(", ", Lines(latex, ref at).Select(Mathematics));
            case "stackrel":
                string above = Argument(latex, ref at);
                return $"{Argument(latex, ref at)}({above})";
            case "sqrt":
                return $"√{Parenthesized(Argument(latex, ref at))}";
        }

        if (!Symbols.TryGetValue(name, out string? symbol))
            return $"\\{name}";

        // The blank that ends a command's name belongs to it, unless the symbol is a word.
        bool word = symbol.Length > 1 && char.IsAsciiLetter(symbol[0]);
        if (word && at < latex.Length && (char.IsLetterOrDigit(latex[at]) || StartsCommand(latex, at)))
            return symbol + " ";
        return symbol;
    }

    // Prose within mathematics keeps its blanks, also those at its ends; it may hold mathematics again between dollar
    // signs.
    private static string Text(string prose) => ToUnicode(prose).Replace(' ', '\u00a0');

    private static string Argument(string latex, ref int at)
    {
        while (at < latex.Length && latex[at] == ' ')
            at++;
        return at < latex.Length ? Next(latex, ref at) : "";
    }

    // The lines of a group.
    private static string[] Lines(string latex, ref int at)
    {
        int opening = latex.IndexOf('{', at);
        if (opening < 0)
            return [];
        at = opening + 1;
        return Group(latex, ref at).Split(@"\\");
    }

    private static string Group(string latex, ref int at)
    {
        int start = at;
        int depth = 1;
        while (at < latex.Length)
        {
            if (latex[at] == '\\')
                at++;
            else if (latex[at] == '{')
                depth++;
            else if (latex[at] == '}' && --depth == 0)
                return latex[start..at++];
            at++;
        }

        at = latex.Length;
        return latex[start..];
    }

    private static string Script(string content, string mark, string plain, string shifted)
    {
        if (content is "*" or "′" or "†")
            return content;
        content = content.Replace(" ", "", StringComparison.Ordinal);
        if (content.Length > 2 && content.All(char.IsAsciiLetter))
            return mark + content;
        if (content.Length > 0 && content.All(letter => plain.Contains(letter, StringComparison.Ordinal)))
            return string.Concat(content.Select(letter => shifted[plain.IndexOf(letter, StringComparison.Ordinal)]));
        return content.Length == 1 || content.All(char.IsLetter) ? mark + content : $"{mark}({content})";
    }

    private static bool StartsCommand(string latex, int at) =>
        latex[at] == '\\' && at + 1 < latex.Length && char.IsAsciiLetter(latex[at + 1]);

    private static string Fraction(string numerator, string denominator) => (numerator, denominator) switch
    {
        ("1", "2") => "½",
        ("1", "3") => "⅓",
        ("1", "4") => "¼",
        _ => $"{(IsProduct(numerator) ? numerator : $"({numerator})")}/{Parenthesized(denominator)}",
    };

    // Whether no sum or relation stands outside of parentheses.
    private static bool IsProduct(string content)
    {
        int depth = 0;
        foreach (char letter in content)
        {
            depth += letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 && (letter is '+' or '-' or '−' || Relations.Contains(letter, StringComparison.Ordinal)))
                return false;
        }

        return true;
    }

    private static string Parenthesized(string content) =>
        content.All(letter =>
            char.IsLetterOrDigit(letter)
            || SuperscriptRaised.Contains(letter, StringComparison.Ordinal)
            || SubscriptLowered.Contains(letter, StringComparison.Ordinal))
            ? content
            : $"({content})";

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    private static string Lookup(Dictionary<string, string> letters, string content) =>
        letters.GetValueOrDefault(content, content);
}
