namespace Verification.Reproductions.Auditing;

/// <summary>Matches globs: <c>*</c> stands for any text, slashes included, <c>?</c> for one character, everything else
/// for itself.</summary>
public static class Glob
{
    /// <summary>Whether the whole text matches. Takes O(glob · text) steps and no memory, however many stars there
    /// are.</summary>
    /// <remarks>A mismatch goes back to the last star alone: what earlier stars took can stay as short as it is, since
    /// the last one makes up for it.</remarks>
    public static bool Matches(string glob, string text)
    {
        ArgumentNullException.ThrowIfNull(glob);
        ArgumentNullException.ThrowIfNull(text);
        int at = 0;
        int lastStar = -1;
        int afterStar = 0;
        for (int i = 0; i < text.Length;)
        {
            if (at < glob.Length && glob[at] == '*')
            {
                lastStar = at++;
                afterStar = i;
            }
            else if (at < glob.Length && (glob[at] == '?' || glob[at] == text[i]))
            {
                at++;
                i++;
            }
            else if (lastStar >= 0)
            {
                at = lastStar + 1;
                i = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        return glob.AsSpan(at).TrimStart('*').IsEmpty;
    }
}
