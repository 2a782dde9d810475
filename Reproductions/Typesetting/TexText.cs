using System.Globalization;
using System.Text;

namespace Verification.Reproductions.Typesetting;

/// <summary>Puts a text into LaTeX such that it reads as it stands, with nothing but LaTeX's kernel, whatever the input
/// encoding.</summary>
public static class TexText
{
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["\\"] = @"\textbackslash{}",
        ["{"] = @"\{",
        ["}"] = @"\}",
        ["$"] = @"\$",
        ["&"] = @"\&",
        ["#"] = @"\#",
        ["%"] = @"\%",
        ["_"] = @"\_",
        ["^"] = @"\textasciicircum{}",
        ["~"] = @"\textasciitilde{}",
        ["<"] = @"\ensuremath{<}",
        [">"] = @"\ensuremath{>}",
        ["|"] = @"\ensuremath{|}",
        ["\""] = "''",
        ["–"] = "--",
        ["…"] = @"\ldots{}",
        ["“"] = "``",
        ["”"] = "''",
        ["’"] = "'",
        ["é"] = @"\'e",
        ["ö"] = "\\\"o",
        ["ü"] = "\\\"u",
        ["Ł"] = @"\L{}",
        ["Õ"] = @"\ensuremath{\tilde{O}}",
    };

    private static readonly Dictionary<string, string> Mathematics = new(StringComparer.Ordinal)
    {
        ["α"] = @"\alpha", ["β"] = @"\beta", ["γ"] = @"\gamma", ["δ"] = @"\delta", ["ε"] = @"\varepsilon",
        ["ζ"] = @"\zeta", ["η"] = @"\eta", ["θ"] = @"\theta", ["κ"] = @"\kappa", ["λ"] = @"\lambda", ["μ"] = @"\mu",
        ["ν"] = @"\nu", ["ξ"] = @"\xi", ["π"] = @"\pi", ["ρ"] = @"\rho", ["σ"] = @"\sigma", ["τ"] = @"\tau",
        ["φ"] = @"\varphi", ["χ"] = @"\chi", ["ψ"] = @"\psi", ["ω"] = @"\omega", ["Γ"] = @"\Gamma",
        ["Δ"] = @"\Delta", ["Θ"] = @"\Theta", ["Λ"] = @"\Lambda", ["Ξ"] = @"\Xi", ["Π"] = @"\Pi", ["Σ"] = @"\Sigma",
        ["Φ"] = @"\Phi", ["Ψ"] = @"\Psi", ["Ω"] = @"\Omega",
        ["⁰"] = "^{0}", ["¹"] = "^{1}", ["²"] = "^{2}", ["³"] = "^{3}", ["⁴"] = "^{4}", ["⁵"] = "^{5}",
        ["⁶"] = "^{6}", ["⁷"] = "^{7}", ["⁸"] = "^{8}", ["⁹"] = "^{9}", ["⁺"] = "^{+}", ["⁻"] = "^{-}",
        ["ⁿ"] = "^{n}", ["ⁱ"] = "^{i}", ["ʲ"] = "^{j}", ["ᵏ"] = "^{k}", ["ᵈ"] = "^{d}", ["ᵀ"] = "^{T}",
        ["ᵗ"] = "^{t}", ["ᵅ"] = @"^{\alpha}",
        ["₀"] = "_{0}", ["₁"] = "_{1}", ["₂"] = "_{2}", ["₃"] = "_{3}", ["₄"] = "_{4}", ["₅"] = "_{5}",
        ["₊"] = "_{+}", ["₋"] = "_{-}", ["ᵢ"] = "_{i}", ["ⱼ"] = "_{j}", ["ₖ"] = "_{k}", ["ₘ"] = "_{m}",
        ["ₙ"] = "_{n}", ["ₜ"] = "_{t}",
        ["−"] = "-", ["±"] = @"\pm", ["·"] = @"\cdot", ["×"] = @"\times", ["⊗"] = @"\otimes", ["⊙"] = @"\odot",
        ["√"] = @"\surd", ["∏"] = @"\prod", ["∂"] = @"\partial", ["∇"] = @"\nabla", ["∫"] = @"\int",
        ["∞"] = @"\infty", ["ℓ"] = @"\ell",
        ["½"] = @"\frac{1}{2}", ["¼"] = @"\frac{1}{4}", ["¾"] = @"\frac{3}{4}", ["⅓"] = @"\frac{1}{3}",
        ["⅛"] = @"\frac{1}{8}", ["′"] = "'", ["″"] = "''", ["‖"] = @"\|", ["⟨"] = @"\langle", ["⟩"] = @"\rangle",
        ["⌊"] = @"\lfloor", ["⌋"] = @"\rfloor",
        ["≤"] = @"\leq", ["≥"] = @"\geq", ["≠"] = @"\neq", ["≈"] = @"\approx", ["≡"] = @"\equiv", ["∼"] = @"\sim",
        ["≍"] = @"\asymp", ["∝"] = @"\propto", ["≪"] = @"\ll", ["≫"] = @"\gg", ["≻"] = @"\succ", ["≺"] = @"\prec",
        ["⪰"] = @"\succeq", ["⪯"] = @"\preceq", ["→"] = @"\to", ["↦"] = @"\mapsto", ["⇒"] = @"\Rightarrow",
        ["⇐"] = @"\Leftarrow", ["⇔"] = @"\Leftrightarrow", ["⇏"] = @"\not\Rightarrow", ["∈"] = @"\in",
        ["∉"] = @"\notin", ["⊂"] = @"\subset", ["⊆"] = @"\subseteq", ["∪"] = @"\cup", ["∩"] = @"\cap",
        ["∅"] = @"\emptyset", ["⊥"] = @"\perp", ["∀"] = @"\forall", ["∃"] = @"\exists", ["∧"] = @"\wedge",
        ["∨"] = @"\vee", ["𝟏"] = @"\mathbf{1}", ["ℒ"] = @"\mathcal{L}", ["ℝ"] = @"\mathbf{R}", ["†"] = @"\dagger",
        ["\u1FB1"] = @"\bar{\alpha}", ["\u0233"] = @"\bar{y}",
    };

    private static readonly Dictionary<char, string> Accents = new()
    {
        ['\u0302'] = "hat",
        ['\u0303'] = "tilde",
        ['\u0304'] = "bar",
        ['\u0307'] = "dot",
    };

    /// <summary>A text, on one line. A character that there is no way to write stands as its code point,
    /// <c>U+2713</c>.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tex = new StringBuilder();
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text.ReplaceLineEndings(" "));
        while (letters.MoveNext())
            tex.Append(Letter(letters.GetTextElement()));
        return tex.ToString();
    }

    /// <summary>A word for a machine, an id or a token, which may be broken behind its marks.</summary>
    public static string Code(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var tex = new StringBuilder(@"\texttt{");
        foreach (char letter in word)
        {
            // A hyphen that TeX may join with the next one into a dash is kept apart by its group.
            tex.Append(letter == '-' ? "{-}" : Of(letter.ToString()));
            if (letter is '-' or '/' or '~' or ',')
                tex.Append(@"\allowbreak{}");
        }

        return tex.Append('}').ToString();
    }

    /// <summary>A number with four significant digits.</summary>
    public static string Number(double number)
    {
        if (double.IsNaN(number))
            return @"\ensuremath{\mathrm{NaN}}";
        if (double.IsInfinity(number))
            return number > 0 ? @"\ensuremath{\infty}" : @"\ensuremath{-\infty}";
        string[] parts = number.ToString("0.###e+0", CultureInfo.InvariantCulture).Split('e');
        int exponent = int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string plain = number.ToString("g4", CultureInfo.InvariantCulture);
        return exponent is < -3 or > 4
            ? string.Create(CultureInfo.InvariantCulture, $@"\ensuremath{{{parts[0]}\times 10^{{{exponent}}}}}")
            : $@"\ensuremath{{{(plain.Contains('e', StringComparison.Ordinal) ? Whole(number) : plain)}}}";
    }

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Letter(string letter)
    {
        if (Special.TryGetValue(letter, out string? written))
            return written;
        if (Mathematics.TryGetValue(letter, out string? formula))
            return $@"\ensuremath{{{formula}}}";
        if (letter.All(char.IsAscii))
            return letter;
        if (letter.Length == 2 && Accents.TryGetValue(letter[1], out string? accent))
        {
            string below = letter[..1];
            return $@"\ensuremath{{\{accent}{{{Mathematics.GetValueOrDefault(below, below)}}}}}";
        }

        return string.Join(' ', letter.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
    }
}
