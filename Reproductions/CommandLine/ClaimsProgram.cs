using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Reflection;
using Verification.Implementation.Numerics.Random;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Loading;
using Verification.Reproductions.Merging;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary>The program <c>claims</c>: parses, runs a command, and turns every refusal into one line and an exit
/// code.</summary>
public static class ClaimsProgram
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The words after <c>claims</c>.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="suite">Claims and figures where the command line names none; null for those that
    /// <c>claims.json</c> in the working folder names, or the whole catalogue.</param>
    /// <param name="cancellation">Set when the process is asked to end.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        IReadOnlyList<string> arguments,
        Terminal terminal,
        Suite? suite = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(terminal);
        try
        {
            return Invoke(arguments, Context(arguments, suite, terminal, cancellation));
        }
        catch (UnfitSuiteException unfit)
        {
            return Refuse(terminal, unfit.IsDamage ? ExitCode.Environment : ExitCode.Usage, unfit.Message);
        }
        catch (UnmatchedGlobException unmatched)
        {
            return Refuse(terminal, Refusals.Of(unmatched));
        }
        catch (UnfitShardException unfit)
        {
            return Refuse(terminal, unfit.IsDamage ? ExitCode.Environment : ExitCode.Usage, unfit.Message);
        }
        catch (RefusedFolderException refused)
        {
            return Refuse(terminal, Refusals.Of(refused));
        }
        catch (LostOutputException lost)
        {
            return Refuse(terminal, Refusals.Of(lost));
        }
        catch (RefusalException refusal)
        {
            return Refuse(terminal, refusal);
        }
        catch (OperationCanceledException)
        {
            return Refuse(terminal, ExitCode.Interrupted, "interrupted; run the command again to begin anew.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, ExitCode.Environment, $"{Shown.Cause(failure)}.");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Nobody is helped by a core dump; the line says what the authors have to know.
            // What a type's initializer throws comes wrapped.
            return Refuse(terminal, ExitCode.Defect, Defect(failure.GetBaseException()));
        }
    }

    // Before the command line is read as a whole: what its commands and options mean does not depend on the suite.
    private static CommandContext Context(
        IReadOnlyList<string> arguments, Suite? suite, Terminal terminal, CancellationToken cancellation)
    {
        Option<string?> option = SharedOptions.Suite();
        var root = new RootCommand { option };
        root.TreatUnmatchedTokensAsErrors = false;
        ParseResult parsed = root.Parse(
            arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

        // Help and the version are there whatever the suite.
        bool asked = arguments.Count > 0 && parsed.Errors.Count == 0 && parsed.Action is null;
        if (asked && parsed.GetValue(option) is { } path)
            return new(SuiteAssembly.Load(path), terminal, cancellation)
            {
                Program = $"claims --suite {Quoting.Pasteable(path)}",
            };
        if (asked && suite is null && SuiteSetting.Of(Environment.CurrentDirectory) is { } named)
            suite = SuiteAssembly.Load(named);
        return new(suite ?? Suite.Whole, terminal, cancellation);
    }

    private static int Invoke(IReadOnlyList<string> arguments, CommandContext context)
    {
        RootCommand root = Create(context);

        // No response files: an argument that starts with @ is an argument.
        ParseResult parsed = root.Parse(
            arguments.Count == 0 ? ["--help"] : arguments,
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            throw RefusalException.Usage(Explain(root, parsed));
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = context.Terminal.Output,
            Error = context.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    // The author of a suite has to know where in it; of what the suite called, only who wrote that.
    private static string Defect(Exception cause)
    {
        MethodBase[] methods =
            [.. new StackTrace(cause).GetFrames().Select(frame => frame.GetMethod()).OfType<MethodBase>()];
        MethodBase? ofSuite = Array.Find(
            methods, method => method.DeclaringType is { } type && SuiteAssembly.Holds(type.Assembly));
        string place = (ofSuite ?? methods.FirstOrDefault()) is { } found
            ? $" in {found.DeclaringType?.Name}.{found.Name}"
            : "";
        return $"this is a defect of the {(ofSuite is null ? "program" : "suite")}: {cause.GetType().Name}{place}: "
            + Shown.Sentence(cause.Message);
    }

    private static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand(
            "Audits what documents on non-convex learning theory state against numerics, with bit-for-bit reproducible "
                + "results.")
        {
            ListCommand.Create(context),
            ShowCommand.Create(context),
            AuditCommand.Create(context),
            ProbeCommand.Create(context),
            ReplayCommand.Create(context),
            ReproduceCommand.Create(context),
            ReportCommand.Create(context),
            CompareCommand.Create(context),
            MergeCommand.Create(context),
            PackCommand.Create(context),
            VerifyCommand.Create(context),
            CalibrateCommand.Create(context),
            BitsCommand.Create(context),
            DocsCommand.Create(context),
        };
        root.Options.Add(SharedOptions.Suite());

        // The library's own directive for completions fails on long words.
        root.Directives.Clear();
        foreach (VersionOption option in root.Options.OfType<VersionOption>())
            option.Action = new VersionAction(context);
        foreach (HelpAction help in root.Options.Select(option => option.Action).OfType<HelpAction>())
            help.MaxWidth = context.Terminal.Width;
        return root;
    }

    private static string Explain(RootCommand root, ParseResult parsed)
    {
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens.Count > 0)
        {
            string typed = parsed.UnmatchedTokens[0];
            string hint = NearestIds.Hint(typed, root.Subcommands.Select(command => command.Name));
            return $"there is no command '{Shown.Word(typed)}'; {hint}; claims --help lists all.";
        }

        string message = parsed.Errors[0].Message;
        return
            parsed.Errors[0].SymbolResult is ArgumentResult or OptionResult
            && message.Contains(": give ", StringComparison.Ordinal)
            ? message
            : $"{Shown.Sentence(message).TrimEnd('.')}; see claims {Name(parsed)}--help.";
    }

    private static string Name(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";

    private static int Refuse(Terminal terminal, RefusalException refusal) =>
        Refuse(terminal, refusal.ExitCode, refusal.Message);

    private static int Refuse(Terminal terminal, int exitCode, string message)
    {
        terminal.Error.WriteLine($"claims: {Shown.Line(message)}");
        return exitCode;
    }

    private sealed class VersionAction(CommandContext context)
        : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            context.Terminal.Output.WriteLine($"claims {Release.Version} (stream {RandomStream.Version})");
            return ExitCode.AsExpected;
        }
    }
}
