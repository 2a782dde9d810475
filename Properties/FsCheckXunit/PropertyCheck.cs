using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace FsCheck.Xunit;

/// <summary>One run of one property, and the words for how it ended.</summary>
internal sealed class PropertyCheck : IRunner
{
    private readonly PropertySettings _settings;
    private readonly ITestOutputHelper _output;
    private readonly ArgumentFormatter _formatter;
    private int _draws;
    private TestResult? _result;

    private PropertyCheck(MethodInfo method, PropertySettings settings, ITestOutputHelper output)
    {
        _settings = settings;
        _output = output;
        _formatter = new ArgumentFormatter(method);
    }

    /// <summary>Runs the property; returns if it passes.</summary>
    /// <exception cref="PropertyFailedException">It was falsified, or its draws were exhausted.</exception>
    /// <exception cref="InvalidOperationException">The settings or the method's form cannot be run.</exception>
    public static void Run(Type testClass, MethodInfo method, object? instance, PropertySettings settings, ITestOutputHelper output)
    {
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            throw new InvalidOperationException("[Property] cannot run: an 'async void' method ends before its assertions; let it return Task.");

        var check = new PropertyCheck(method, settings, output);
        Config config = settings.ToConfig($"{testClass.FullName}.{method.Name}", check);
        FSharpOption<object>? target = instance is null ? FSharpOption<object>.None : FSharpOption<object>.Some(instance);
        try
        {
            Check.Method(config, method, target);
        }
        catch (TargetInvocationException generation) when (generation.InnerException is { } cause)
        {
            // Exceptions of the property itself are results. What arrives here is a generator that threw or a type without one.
            throw new PropertyFailedException($"No arguments could be drawn for {testClass.Name}.{method.Name}: {cause.Message}", cause);
        }

        check.Conclude();
    }

    void IRunner.OnStartFixture(Type t)
    {
    }

    void IRunner.OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
        _draws++;
        if (_settings.Verbose)
            _output.WriteLine($"draw {_draws}:{Environment.NewLine}{_formatter.Format(args)}");
    }

    void IRunner.OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
        if (_settings.Verbose)
            _output.WriteLine($"shrunk:{Environment.NewLine}{_formatter.Format(args)}");
    }

    void IRunner.OnFinished(string name, TestResult result) => _result = result;

    private void Conclude()
    {
        switch (_result)
        {
            case TestResult.Passed passed:
                if (!_settings.QuietOnSuccess)
                    _output.WriteLine($"Ok, passed {Count(passed.Item1.NumberOfTests, "test")}{Discards(passed.Item1)}.{Classes(passed.Item1)}");
                return;
            case TestResult.Exhausted exhausted:
                throw new PropertyFailedException(
                    $"Exhausted after {Count(exhausted.Item.NumberOfTests, "test")}{Discards(exhausted.Item)}: MaxRejected = {_settings.MaxRejected} was reached "
                    + $"before MaxTest = {_settings.MaxTest}. Let the generator draw what the premise asks for.{Classes(exhausted.Item)}");
            case TestResult.Failed failed:
                throw Failure(failed);
            default:
                throw new InvalidOperationException("FsCheck ended without a result.");
        }
    }

    private PropertyFailedException Failure(TestResult.Failed failed)
    {
        TestData data = failed.Item1;
        var text = new StringBuilder();
        text.AppendLine($"Falsified after {Count(data.NumberOfTests, "test")} ({Count(data.NumberOfShrinks, "shrink")}).");
        foreach (string label in data.Labels)
            text.AppendLine($"Label: {label}");
        text.AppendLine("Original:").AppendLine(_formatter.Format(failed.Item2));
        text.AppendLine("Shrunk:").AppendLine(_formatter.Format(failed.Item3));
        text.Append($"Replay = \"{PropertySettings.FormatReplay(failed.Item6, failed.Item7)}\"");
        return failed.Item4 is Outcome.Failed { Item: { } cause }
            ? new PropertyFailedException(text.ToString(), cause)
            : new PropertyFailedException(text.ToString());
    }

    private string Discards(TestData data) =>
        _draws > data.NumberOfTests ? $" ({_draws - data.NumberOfTests} discarded)" : "";

    private static string Classes(TestData data) =>
        string.Concat(data.Stamps.Select(static entry => $"{Environment.NewLine}  {entry.Item1} % {string.Join(", ", entry.Item2)}"));

    private static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
