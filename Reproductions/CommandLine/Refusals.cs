using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary>Puts what an audit cannot use into words, each with what would be right, and an exit code.</summary>
internal static class Refusals
{
    /// <summary>The refusal of a glob.</summary>
    public static RefusalException Of(UnmatchedGlobException unmatched)
    {
        string glob = Shown.Word(unmatched.Glob);
        return RefusalException.Usage(unmatched.Glob.StartsWith('-')
            ? $"there is no option '{glob}'; --help lists those of each command."
            : $"'{glob}' matches no {unmatched.Noun}; {NearestIds.Hint(unmatched.Glob, unmatched.Ids)}.");
    }

    /// <summary>The end of a command whose results go nowhere.</summary>
    public static RefusalException Of(LostOutputException lost, string remark = "") => RefusalException.Environment(
        $"cannot write to {lost.Stream}: {Shown.Cause(lost.InnerException ?? lost)}{remark}.", lost);

    /// <summary>The refusal of a folder.</summary>
    public static RefusalException Of(RefusedFolderException refused)
    {
        string path = Shown.Path(refused.Path);
        (string found, string expected) = (Shown.Word(refused.Found), Shown.Word(refused.Expected));
        return refused.Fault switch
        {
            FolderFault.IsAFile => RefusalException.Usage($"{path} is a file; name a folder."),
            FolderFault.HoldsSomethingElse => RefusalException.Usage(
                $"--out {path} holds something else (there is no {expected}); name a new or empty folder."),
            FolderFault.HoldsMore => RefusalException.Usage(
                $"{path} holds a finished audit, with {Counted(refused.Found)} that these filters leave out; choose "
                    + "another --out, or filters that include what is there."),
            FolderFault.HoldsFigures => RefusalException.Usage(
                $"{path} holds a finished audit with {found} figures, which --no-figures leaves out; choose another "
                    + "--out, or draw them."),
            FolderFault.HoldsNoAudit => RefusalException.Usage(
                $"{path} holds no audit (neither {expected} nor a journal); name the folder of one."),
            FolderFault.NoResult => Environment(
                refused,
                $"{path} is no result of an audit; run the audit again, which costs what is not measured yet."),
            FolderFault.OtherSchema => Environment(
                refused,
                $"{path} has schema {found}, this program reads {expected}; run the audit again with this program."),
            FolderFault.InUse when found.Length > 0 => Environment(
                refused,
                $"{path} says that {found} is at work there; wait for it to end, choose another --out, or delete that "
                    + "file if it has ended."),
            FolderFault.InUse => Environment(
                refused,
                $"{path} is in use by another audit; wait for it to end or choose another --out."),
            FolderFault.NoRegularFile => Environment(refused, $"{path} is no regular file; choose another --out."),
            FolderFault.NoJournal => Environment(refused, $"{path} is no journal of an audit; choose another --out."),
            FolderFault.OtherFormat => Environment(
                refused,
                $"{path} has format {found}, this program writes {expected}; choose another --out or delete the folder."
            ),
            FolderFault.OtherSuite => RefusalException.Usage(
                $"{path} is of the suite {found}, and this is {expected}; "
                    + (refused.Found == Release.Name
                        ? "leave --suite out, in a folder without claims.json"
                        : "name the assembly of its suite with --suite")
                    + ", or choose another folder."),
            FolderFault.OtherStream => RefusalException.Usage(
                $"{path} was measured with stream {found}, this program has {expected}; choose another --out or delete "
                    + "the folder."),
            FolderFault.OtherSeed => RefusalException.Usage(
                $"{path} was measured with --seed {found}, not {expected}; choose another --out or that seed."),
            FolderFault.OtherTier => RefusalException.Usage(
                $"{path} was measured with --tier {found}, not {expected}; choose another --out or that tier."),
            FolderFault.Damaged => Environment(
                refused,
                $"line {found} of {path} was edited or damaged (its checksum does not fit); restore the file, or "
                    + "delete its lines from there on to measure them again."),
            _ => Environment(
                refused,
                $"cannot read or write {path}: {Shown.Cause(refused.InnerException ?? refused)}."),
        };
    }

    private static RefusalException Environment(RefusedFolderException refused, string message) =>
        RefusalException.Environment(message, refused);

    private static string Counted(string claims) => claims == "1" ? "1 claim" : $"{claims} claims";
}
