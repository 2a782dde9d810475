using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Verification.Properties.FsCheckXunit.Tests;

/// <summary>One property method sent through xunit's discovery and running, apart from the suite, and what xunit was told of it.</summary>
internal sealed partial class PropertyRun : IMessageBus
{
    private readonly List<IMessageSinkMessage> _messages = [];

    public RunSummary Summary { get; private set; } = new();

    public ITestResultMessage Result => _messages.OfType<ITestResultMessage>().Single();

    public bool Passed => Result is ITestPassed;

    public string Output => Result.Output;

    /// <summary>Message of the failure and of all its inner exceptions.</summary>
    public string Failure => Result is IFailureInformation failure ? string.Join('\n', failure.Messages) : "";

    /// <summary>The text to paste into <c>Replay = "…"</c>.</summary>
    public string Replay => ReplayLine().Match(Failure).Groups["text"].Value;

    /// <summary>The lines under "Shrunk:".</summary>
    public string Shrunk => ShrunkLines().Match(Failure).Groups["text"].Value.Trim();

    public static async Task<PropertyRun> Of(Type testClass, string methodName, params object[] constructorArguments)
    {
        MethodInfo method = testClass.GetMethod(methodName) ?? throw new ArgumentException($"No method {methodName}.", nameof(methodName));
        var testMethod = new TestMethod(
            new TestClass(new TestCollection(new TestAssembly(Reflector.Wrap(testClass.Assembly)), null, "apart"), Reflector.Wrap(testClass)),
            Reflector.Wrap(method));
        IAttributeInfo fact = testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Single();
        IAttributeInfo discovery = fact.GetCustomAttributes(typeof(XunitTestCaseDiscovererAttribute)).Single();
        string[] names = [.. discovery.GetConstructorArguments().Cast<string>()];
        var sink = new NullMessageSink();
        IXunitTestCaseDiscoverer discoverer = ExtensibilityPointFactory.GetXunitTestCaseDiscoverer(
            sink, Type.GetType($"{names[0]}, {names[1]}", throwOnError: true));
        using var cancellation = new CancellationTokenSource();
        using var run = new PropertyRun();
        IXunitTestCase testCase = Assert.Single(discoverer.Discover(new DefaultDiscovery(), testMethod, fact));
        run.Summary = await testCase.RunAsync(sink, run, constructorArguments, new ExceptionAggregator(), cancellation);
        return run;
    }

    /// <summary>The same property with a replay text, as if it were written into the attribute; null if it passes.</summary>
    public static string? FailureUnderReplay(Type testClass, string methodName, string replay)
    {
        MethodInfo method = testClass.GetMethod(methodName) ?? throw new ArgumentException($"No method {methodName}.", nameof(methodName));
        PropertySettings settings = PropertySettings.Of(testClass, method) with { Replay = replay };
        try
        {
            PropertyCheck.Run(testClass, method, Activator.CreateInstance(testClass), settings, new SilentOutput());
            return null;
        }
        catch (PropertyFailedException failure)
        {
            return failure.Message;
        }
    }

    bool IMessageBus.QueueMessage(IMessageSinkMessage message)
    {
        lock (_messages)
            _messages.Add(message);
        return true;
    }

    public void Dispose()
    {
        // The messages are read after the run; there is nothing to release.
    }

    [GeneratedRegex("""Replay = "(?<text>[^"]*)"$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReplayLine();

    [GeneratedRegex("""^Shrunk:\r?\n(?<text>.*?)^Replay""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShrunkLines();

    private sealed class DefaultDiscovery : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }

    private sealed class SilentOutput : ITestOutputHelper
    {
        public void WriteLine(string message)
        {
            // Nobody reads what a replay says beside its failure.
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));
    }
}
