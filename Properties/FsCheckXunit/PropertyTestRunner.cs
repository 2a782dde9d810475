using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Gives every property an output, whether or not its class asks for one, and calls the property.</summary>
internal sealed class PropertyTestRunner(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestRunner(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    private readonly TestOutputHelper _output = new();

    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        _output.Initialize(MessageBus, Test);
        decimal seconds = await InvokeTestMethodAsync(aggregator);
        string text = _output.Output;
        _output.Uninitialize();
        return Tuple.Create(seconds, text);
    }

    protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
        new PropertyInvoker(
            Test, MessageBus, TestClass, ResolvedConstructorArguments(), TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource, _output)
            .RunAsync();

    // xunit stands a factory in for an ITestOutputHelper, so that each test gets one of its own.
    private object[] ResolvedConstructorArguments() =>
        [.. ConstructorArguments.Select(argument => argument is Func<TestOutputHelper> ? _output : argument)];
}
