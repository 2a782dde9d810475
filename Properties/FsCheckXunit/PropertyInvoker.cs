using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Puts the FsCheck run where xunit would call the test method once.</summary>
internal sealed class PropertyInvoker(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    ITestOutputHelper output)
    : XunitTestInvoker(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    // FsCheck blocks on the tasks of asynchronous properties. xunit's synchronization context has as many threads as tests run in
    // parallel; if all of them blocked, no continuation could run. A thread of its own, without that context, cannot deadlock.
    protected override object CallTestMethod(object testClassInstance) => Task.Factory.StartNew(
        () => PropertyCheck.Run(TestClass, TestMethod, testClassInstance, PropertySettings.Of(TestClass, TestMethod), output),
        CancellationTokenSource.Token,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
