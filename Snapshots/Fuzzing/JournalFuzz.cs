using System.Security.Cryptography;
using System.Text;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Fuzzing;

/// <summary>Journals that were torn, edited, shuffled, or sealed anew after an edit.</summary>
public sealed class JournalFuzz
{
    [Fact]
    public void MutatedJournalsAreContinuedToTheSameResultOrRefusedAndKept()
    {
        Random random = Fuzz.Random(nameof(JournalFuzz));
        using var scratch = new ScratchFolder();
        string[] commandLine = ["audit", "--out", scratch["audit"], "--jobs", "1", "--json"];
        string digest = (string)ClaimsInProcess.Run(commandLine).Json["digest"]!;
        string path = Path.Combine(scratch["audit"], "journal.jsonl");
        byte[] whole = File.ReadAllBytes(path);
        for (int i = 0; i < Fuzz.Cases / 4; i++)
        {
            byte[] mutated = Mutated(whole, random);
            bool forged = random.Next(5) == 0;
            if (forged)
                mutated = Sealed(mutated);
            File.WriteAllBytes(path, mutated);
            RunResult run = ClaimsInProcess.Run(commandLine);
            Expected.Of(run, commandLine);
            if (run.ExitCode is ExitCode.Usage or ExitCode.Environment)
                Assert.Equal(mutated, File.ReadAllBytes(path));
            else if (!forged)
                Assert.Equal(digest, (string?)run.Json["digest"]);
        }
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var bytes = new List<byte>(whole);
        for (int edits = 1 + random.Next(3); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(1 + random.Next(40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(1 + random.Next(40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, RandomNumberOf(random));
                    break;
                case 5:
                    bytes = Lines(
                        bytes,
                        lines =>
                            (lines[random.Next(lines.Count)], lines[random.Next(lines.Count)]) = (
                                lines[random.Next(lines.Count)], lines[random.Next(lines.Count)]));
                    break;
                default:
                    bytes = Lines(bytes, lines => lines.RemoveAt(random.Next(lines.Count)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] RandomNumberOf(Random random) =>
        Encoding.UTF8.GetBytes(
            (
                (string[])
                    [
                        "0",
                        "1e999",
                        "-1",
                        "null",
                        "\"NaN\"",
                        "{}",
                        "[",
                        "]",
                        "\n",
                        "\0",
                        "99999999999999999999",
                        "\"",
                        ",",
                        "\u00a0",
                    ])[random.Next(14)]);

    private static List<byte> Lines(List<byte> bytes, Action<List<string>> edit)
    {
        List<string> lines = [.. Encoding.UTF8.GetString([.. bytes]).Split('\n')];
        edit(lines);
        return [.. Encoding.UTF8.GetBytes(string.Join('\n', lines))];
    }

    // As somebody would who computes all checksums anew.
    private static byte[] Sealed(byte[] bytes)
    {
        const string Mark = ",\"checksum\":\"";
        string predecessor = "";
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        for (int i = 0; i < lines.Length - 1; i++)
        {
            int mark = lines[i].LastIndexOf(Mark, StringComparison.Ordinal);
            string body = mark < 0 ? lines[i].TrimEnd('}') : lines[i][..mark];
            predecessor = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{predecessor}\n{body}")))[
                ..16];
            lines[i] = $"{body}{Mark}{predecessor}\"}}";
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
