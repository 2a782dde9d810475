using System.Globalization;
using System.Runtime.InteropServices;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Rendering;

// No number that anybody writes depends on the user's culture, be it in a claim of another suite.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

using var interruption = new CancellationTokenSource();

// The first signal asks for an orderly end between two units; a second one ends the process at once, which loses no
// more than those.
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return ClaimsProgram.Run(args, Terminal.OfProcess(), suite: null, interruption.Token);

void Stop(PosixSignalContext context)
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
