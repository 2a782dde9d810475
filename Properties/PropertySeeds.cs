#if !FRESH_SEEDS
// One start for all properties: every run draws the same arguments, and what fails once fails again. The build's target
// FreshProperties compiles without this line; FsCheck then takes its seed from the clock and prints with a failure what
// belongs into Replay.
[assembly: FsCheck.Xunit.Properties(Replay = "(1599072803,1912016001)")]
#endif
