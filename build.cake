// What can be built, one task a verb: ./build.sh --target=T [--name=value …]; ./build.sh --help lists the tasks and the
// names.
//
// Exit codes: those of the 'claims' command for an audit or a calibration; 2 for bad arguments; 1 for everything else
// that fails.

using System.Globalization;
using System.Xml.Linq;

var parameters = new BuildParameters(
    Target: Argument("target", "Audit"),
    Configuration: Argument("configuration", "Release"),
    Tier: Argument("tier", "standard"),
    Filter: Argument<string>("filter", null),
    Seed: Argument<string>("seed", null),
    Risk: Argument<string>("risk", null),
    Jobs: Argument<string>("jobs", null),
    Out: Argument<string>("out", null),
    Seeds: Argument("seeds", "200"),
    Cases: Argument("cases", "100000"),
    Sysroot: Argument<string>("sysroot", null),
    Full: HasArgument("full"));

const string Solution = "Verification.sln";
const string TestResults = "artifacts/tests";
const string TestSummary = TestResults + "/summary.txt";
const string CoverageResults = "artifacts/coverage";
const string Packages = "artifacts/packages";
const string NewPaper = "artifacts/new-paper";
const string PageSources = "Reproductions/ReportPage";
const string PageTemplate = "artifacts/report-page/report.html";
const string PictureScript = "artifacts/report-page/svg.js";

// What others can build on, and the program itself.
string[] PackedProjects =
{
    "Reproductions/Reproductions.csproj", "Packages/Engine/Engine.csproj", "Testing/Testing.csproj",
    "Packages/Templates/Templates.csproj",
};

// Where the tests look for a browser, besides the variable CHROMIUM.
string[] Browsers = { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" };

// What must not move a bit: its name, the number of threads, whether it is so slow that a part of the claims has to do,
// and the environment.
(string Name, string Jobs, bool IsSlow, Dictionary<string, string> Environment)[] MatrixSettings =
{
    ("defaults, 2 threads", "2", false, new()),
    ("1 thread", "1", false, new()),
    ("4 threads", "4", false, new()),
    ("no AVX-512", "2", true, new() { ["DOTNET_EnableAVX512"] = "0" }),
    ("no AVX2, no FMA", "2", true, new() { ["DOTNET_EnableAVX2"] = "0" }),
    ("no hardware intrinsics", "2", true, new() { ["DOTNET_EnableHWIntrinsic"] = "0" }),
    ("tiered compilation", "2", false, new() { ["DOTNET_TieredCompilation"] = "1", ["DOTNET_TieredPGO"] = "1" }),
    ("another C library's mathematics", "2", false, new()
    {
        ["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F",
    }),
    ("German in India", "2", false, new()
    {
        ["LANG"] = "de_DE.UTF-8",
        ["LC_ALL"] = "de_DE.UTF-8",
        ["TZ"] = "Asia/Kolkata",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
    }),
};

// What is mutated unless told: where a silent fault would cost most, in some minutes and not in an hour.
(string Project, string Files)[] MutatedCores =
{
    ("Implementation", "Numerics/Random/Philox4x32.cs Numerics/Random/RandomStream.cs"),
    ("Spec", "Verdicts/ClopperPearson.cs Verdicts/TrialDesign.cs Verdicts/RiskBudget.cs"),
};

// Lines of Implementation and Spec that the two test projects together have to run.
const double LineCoverageThreshold = 0.85;

Task("Help").Description("lists the targets and the arguments").Does(() =>
{
    Console.WriteLine("./build.sh [--target=T] [--name=value …]\n\nTargets (Audit unless told):");
    foreach (var task in Tasks)
        Console.WriteLine($"  {task.Name,-16}{task.Description}");
    Console.WriteLine("\nArguments:");
    foreach ((string name, string meaning) in BuildParameters.Meanings)
        Console.WriteLine($"  --{name,-14}{meaning}");
});

Task("Restore")
    .Description("restores packages and refuses lock files that do not fit under CI=true")
    .Does(() => DotNetRestore(Solution));

Task("Page")
    .Description("builds the report page and what draws SVG, which the program carries; without Node there is neither, "
        + "and all else is")
    .Does(() =>
{
    string npm = Context.Tools.Resolve(IsRunningOnWindows() ? "npm.cmd" : "npm")?.FullPath;
    if (npm is null)
    {
        // One of an earlier build would not be the one of these sources.
        DeleteFiles(PageTemplate);
        DeleteFiles(PictureScript);
        Warning("No Node (npm) on the PATH: the program is built without its report page, and audits write no "
            + "report.html and no SVG. Node 20 or later makes them.");
        return;
    }

    try
    {
        MakePage(npm);
    }
    catch (CakeException failure) when (EnvironmentVariable("CI") != "true")
    {
        // No registry, or a Node that is too old: the page is missed, and all else goes on.
        DeleteFiles(PageTemplate);
        DeleteFiles(PictureScript);
        Warning($"{failure.Message} The program is built without its report page, and audits write no report.html and "
            + "no SVG.");
    }
});

Task("Build")
    .Description("builds everything; warnings are errors")
    .IsDependentOn("Restore")
    .IsDependentOn("Page")
    .Does(() => DotNetBuild(Solution, new DotNetBuildSettings
    {
        Configuration = parameters.Configuration,
        NoRestore = true,
        NoLogo = true,
    }));

Task("Audit")
    .Description("builds, audits and packs the journal: --tier, --filter, --seed, --risk, --jobs, --out "
        + "(artifacts/audit, with tier, seed and filters)")
    .IsDependentOn("Build")
    .Does(() => Claims(AuditArguments(parameters.Tier, parameters.Out).Append("--pack")));

Task("Smoke")
    .Description("audits at the smoke tier, from the beginning, into artifacts/smoke")
    .IsDependentOn("Build")
    .Does(() =>
{
    // A finished audit in the folder would be continued, that is, not run.
    string folder = parameters.Out ?? "artifacts/smoke";
    if (parameters.Out is null)
        DeleteIfPresent(folder);
    Claims(AuditArguments("smoke", folder));
});

Task("Reproduce")
    .Description("draws the figures: --filter, --out (artifacts/figures)")
    .IsDependentOn("Build")
    .Does(() => Claims(new ProcessArgumentBuilder()
        .Append("reproduce").AppendFilters(parameters.Filter)
        .Append("--out").AppendQuoted(parameters.Out ?? "artifacts/figures")));

Task("Docs")
    .Description("renews what README and docs say of the catalogue; a test fails where they differ")
    .IsDependentOn("Build")
    .Does(() => Claims(new ProcessArgumentBuilder().Append("docs").Append(".")));

Task("Test")
    .Description("all tests")
    .IsDependentOn("Build")
    .Does(() => RunTests("Properties", "Snapshots"));

Task("Properties")
    .Description("the property tests, with fixed seeds")
    .IsDependentOn("Build")
    .Does(() => RunTests("Properties"));

Task("FreshProperties")
    .Description("the property tests with other draws in every run; a failure prints the Replay that repeats it")
    .IsDependentOn("Build")
    .Does(() => DotNetTest("Properties/Properties.csproj", new DotNetTestSettings
    {
        Configuration = parameters.Configuration,
        NoLogo = true,
        ArgumentCustomization = arguments => arguments.Append("-p:Seeds=fresh"),

        // The audit of the claims has seeds of its own.
        Filter = "FullyQualifiedName!~SmokeAudit",
    }));

Task("Calibrate")
    .Description("examines claims over many seeds: --filter, --tier (smoke), --seeds, --seed (the first), --risk, "
        + "--jobs, --out FILE")
    .IsDependentOn("Build")
    .Does(() =>
{
    string tier = HasArgument("tier") ? parameters.Tier : "smoke";
    var arguments = new ProcessArgumentBuilder().Append("calibrate").AppendFilters(parameters.Filter)
        .Append("--tier").Append(tier)
        .Append("--seeds").AppendQuoted(parameters.Seeds);
    Claims(AppendSettings(arguments, firstSeed: "--first-seed")
        .Append("--out").AppendQuoted(parameters.Out ?? $"artifacts/calibration/{tier}.jsonl"));
});

Task("Snapshots")
    .Description("the tests that compare with pinned texts, tables and digests")
    .IsDependentOn("Build")
    .Does(() => RunTests("Snapshots"));

// The searches of the tests, longer: most of an hour on two cores.
Task("Fuzz")
    .Description("random command lines, mutated journals, every parameter at its ends: --cases, --seed (the search's)")
    .IsDependentOn("Build")
    .Does(() => DotNetTest("Snapshots/Snapshots.csproj", new DotNetTestSettings
    {
        Configuration = parameters.Configuration,
        NoBuild = true,
        NoLogo = true,
        Filter = "FullyQualifiedName~Fuzzing",
        EnvironmentVariables = new Dictionary<string, string>
        {
            ["FUZZ_CASES"] = parameters.Cases, ["FUZZ_SEED"] = parameters.Seed ?? "1",
        },
    }));

Task("CI")
    .Description("all tests, then the smoke audit")
    .IsDependentOn("Test")
    .IsDependentOn("Smoke");

Task("Matrix")
    .Description("one digest of the whole smoke audit under every instruction set, runtime setting, culture and "
        + "number of threads; where vectors are emulated of every eighth claim without figures, or with --full of "
        + "all: --filter, --tier (smoke)")
    .IsDependentOn("Build")
    .Does(() =>
{
    string slice = parameters.Full || parameters.Filter is not null ? parameters.Filter : EveryEighthClaim();
    var digests = new List<(string Name, string Claims, string Digest)>();
    void Measure(string name, string jobs, string filter, Dictionary<string, string> environment)
    {
        string folder = $"artifacts/matrix/{digests.Count}";
        DeleteIfPresent(folder);
        var arguments = new ProcessArgumentBuilder().Append("audit").AppendFilters(filter)
            .Append("--tier").Append(HasArgument("tier") ? parameters.Tier : "smoke")
            .Append("--jobs").Append(jobs)
            .Append("--out").AppendQuoted(folder);
        if (filter != parameters.Filter)
            arguments.Append("--no-figures");
        Information($"=== {name}");

        // An audit with unexpected verdicts has a digest too; that they are the same everywhere is the question here.
        Claims(arguments, environment, mayDisagree: true);
        string claims = filter == parameters.Filter ? "the claims asked for" : "every eighth claim";
        digests.Add((name, claims, Digest(folder)));
    }

    foreach ((string name, string jobs, bool isSlow, Dictionary<string, string> environment) in MatrixSettings)
        Measure(name, jobs, isSlow ? slice : parameters.Filter, environment);
    if (slice != parameters.Filter)
        Measure("defaults, 2 threads", "2", slice, new());
    foreach ((string name, string claims, string digest) in digests)
        Information($"{digest[..16]}  {name}, {claims}");
    if (digests.GroupBy(entry => entry.Claims).Any(group => group.Select(entry => entry.Digest).Distinct().Count() > 1))
        throw new CakeException(1, "The digest depends on the settings of the machine.");
});

Task("Arm64")
    .Description("publishes for linux-arm64, runs one unit of every experiment and a claim of each system there "
        + "(under qemu-user) and here, and compares")
    .IsDependentOn("Build")
    .Does(() =>
{
    // Its lock files lie beside its build: those of the repository stay as they are.
    DotNetPublish("Reproductions/Reproductions.csproj", new DotNetPublishSettings
    {
        Configuration = parameters.Configuration,
        Runtime = "linux-arm64",
        SelfContained = true,
        NoLogo = true,
        OutputDirectory = "artifacts/arm64/claims",
        ArgumentCustomization = arguments => arguments
            .Append("-p:NuGetLockFilePath=obj/linux-arm64.lock.json")
            .Append("-p:RestoreLockedMode=false")
            .Append("-p:PackAsTool=false"),
    });
    string sysroot = parameters.Sysroot ?? "artifacts/arm64/sysroot/root";
    var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture;
    bool native = architecture == System.Runtime.InteropServices.Architecture.Arm64;
    if (!native && Context.Tools.Resolve("qemu-aarch64") is null)
        throw new CakeException(4, "No qemu-aarch64 on the PATH; Debian's package is qemu-user.");
    if (!native && !DirectoryExists(sysroot))
        throw new CakeException(4, $"No arm64 libraries in {sysroot}; '.ci/arm64-sysroot artifacts/arm64/sysroot' "
            + "fetches them, --sysroot names others.");

    string program = MakeAbsolute(File("artifacts/arm64/claims/claims")).FullPath;
    string libraries = MakeAbsolute(Directory(sysroot)).FullPath;
    (string Command, string Prefix) there = native
        ? (program, "")
        : ("qemu-aarch64", $"-cpu cortex-a72 -L \"{libraries}\" \"{program}\" ");
    (string Command, string Prefix) here =
        ("dotnet", $"Reproductions/bin/{parameters.Configuration}/net10.0/claims.dll ");

    // qemu 7.2 knows neither the barriers of a concurrent collection nor two mappings of one page.
    var environment = new Dictionary<string, string>
    {
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };
    Same("one unit of every experiment", Output(here, "bits"), Output(there, "bits"));
    var claims = System.Text.Json.Nodes.JsonNode.Parse(Output(here, "list --json")).AsArray()
        .GroupBy(claim => (string)claim["system"], claim => (string)claim["id"]).Select(system => system.First());
    foreach (string claim in parameters.Filter?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? claims)
    {
        string[] digests = new[] { here, there }.Select((machine, i) =>
        {
            string folder = $"artifacts/arm64/audit-{i}";
            DeleteIfPresent(folder);
            Output(machine, $"audit \"{claim}\" --tier smoke --no-figures --out {folder}");
            return Digest(folder);
        }).ToArray();
        Same(claim, digests[0], digests[1]);
    }

    string Output((string Command, string Prefix) machine, string arguments)
    {
        int exitCode = StartProcess(
            machine.Command,
            new ProcessSettings
            {
                Arguments = machine.Prefix + arguments,
                RedirectStandardOutput = true,
                EnvironmentVariables = environment,
            },
            out IEnumerable<string> lines);
        string output = string.Join('\n', lines);
        return exitCode is 0 or 1 or 3
            ? output
            : throw new CakeException(
                exitCode, $"{machine.Command} {machine.Prefix}{arguments} ended with exit code {exitCode}.");
    }

    void Same(string what, string x64, string arm64)
    {
        if (x64 != arm64)
            throw new CakeException(1, $"arm64 differs in {what}:\n{x64}\n{arm64}");
        Information($"{what}: the same bits ({(x64.Contains('\n') ? $"{x64.Split('\n').Length} hashes" : x64[..16])})");
    }
});

Task("Coverage")
    .Description("runs all tests under Coverlet; fails below 85 % of the lines of Implementation and Spec")
    .IsDependentOn("Restore")
    .IsDependentOn("Page")
    .Does(() =>
{
    DeleteIfPresent(CoverageResults);
    foreach (string project in new[] { "Properties", "Snapshots" })
    {
        DotNetTest($"{project}/{project}.csproj", new DotNetTestSettings
        {
            // A configuration of its own, so that these assemblies never mix with those of a build. Coverlet looks for
            // the sources where the symbols say, hence no mapped paths; the numerics are too slow to test unoptimized.
            Configuration = "Coverage",
            NoLogo = true,
            ResultsDirectory = $"{CoverageResults}/{project}",
            // Tests that start a process of its own would cover nothing here, and take minutes under
            // instrumentation.
            Filter = FileExists(PictureScript)
                ? "FullyQualifiedName!~ProcessTests&Needs!=Chromium"
                : "FullyQualifiedName!~ProcessTests&Needs!=Chromium&Needs!=Node",
            ArgumentCustomization = arguments => arguments
                .Append("-p:PathMap=")
                .Append("-p:Optimize=true")
                .AppendQuoted("--collect:XPlat Code Coverage")
                .Append("--")
                .Append("DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include="
                    + "[Verification.Implementation]*,[Verification.Spec]*")
                // Whether a line ran, not how often: a counter that all threads add to would be most of the time.
                .Append("DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.SingleHit=true"),
        });
    }

    CheckCoverage();
});

Task("Mutate")
    .Description("runs Stryker on the core of the random streams and of the verdicts, or on the files of --filter, or "
        + "with --full on all that Properties/stryker-*.json name; fails below the thresholds there")
    .Does(() =>
{
    var below = new List<string>();
    foreach ((string project, string core) in MutatedCores)
    {
        Information($"Mutating {project}");
        var arguments = new ProcessArgumentBuilder()
            .Append("stryker")
            .Append("--config-file").Append($"stryker-{project.ToLowerInvariant()}.json")
            .Append("--output").AppendQuoted(MakeAbsolute(Directory($"artifacts/mutation/{project}")).FullPath);
        if (!parameters.Full)
        {
            foreach (string files in (parameters.Filter ?? core).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                arguments.Append("--mutate").AppendQuoted(files);
        }

        int exitCode = StartProcess(
            "dotnet", new ProcessSettings { WorkingDirectory = "Properties", Arguments = arguments });
        if (exitCode != 0)
            below.Add($"{project} (exit code {exitCode})");
    }

    if (below.Count > 0)
        throw new CakeException(1, $"Stryker could not run or found too few mutants killed in "
            + $"{string.Join(" and ", below)}; Properties/stryker-*.json say what is asked for.");
});

Task("Benchmark")
    .Description("runs benchmarks, a short job each, or with --full BenchmarkDotNet's own: --filter")
    .IsDependentOn("Build")
    .Does(() =>
{
    var arguments = new ProcessArgumentBuilder()
        .Append("--filter").AppendQuoted(parameters.Filter ?? "*")
        .Append("--artifacts").AppendQuoted("artifacts/benchmarks");
    if (parameters.Full)
        arguments.Append("--full");
    Run($"Benchmarks/bin/{parameters.Configuration}/net10.0/Verification.Benchmarks.dll", arguments);
});

Task("Pack")
    .Description("packs the tool 'claims', the engine and the tests' adapters for claims of other papers, and the "
        + "template 'dotnet new claims', into artifacts/packages")
    .IsDependentOn("Build")
    .Does(() =>
{
    DeleteIfPresent(Packages);
    foreach (string project in PackedProjects)
    {
        DotNetPack(project, new DotNetPackSettings
        {
            Configuration = parameters.Configuration,
            NoBuild = true,
            NoLogo = true,
            OutputDirectory = Packages,
        });
    }
});

Task("NewPaper")
    .Description("does what an author does who has the packages alone: makes a folder from the template, builds, tests "
        + "and audits it, in artifacts/new-paper")
    .IsDependentOn("Pack")
    .Does(() =>
{
    // Templates, tools and the packages of this version are kept apart from those of whoever builds.
    DeleteIfPresent(NewPaper);
    EnsureDirectoryExists(NewPaper);
    string hive = MakeAbsolute(Directory($"{NewPaper}/hive")).FullPath;
    string packages = MakeAbsolute(Directory(Packages)).FullPath;
    string template = GetFiles($"{Packages}/Verification.Templates.*.nupkg").Single().FullPath;
    RunIn(NewPaper, "dotnet", $"new install \"{template}\" --debug:custom-hive \"{hive}\"");
    RunIn(NewPaper, "dotnet", $"new claims -n OwnPaper --packages \"{packages}\" --debug:custom-hive \"{hive}\"");
    (string shell, string script) = IsRunningOnWindows() ? ("pwsh", "build.ps1") : ("bash", "build.sh");
    RunIn($"{NewPaper}/OwnPaper", shell, $"{script} --tier smoke", new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = MakeAbsolute(Directory($"{NewPaper}/packages")).FullPath,
    });
});

// Everything that fails ends in one line and an exit code; the line of the tests comes last, for machines that look for
// it.
int status = 0;
bool testsRan = false;
try
{
    parameters.Validate(Arguments().Keys, Tasks.Select(task => task.Name));
    RunTarget(parameters.Target);
}
catch (Exception exception)
{
    // Cake wraps what a task throws; the innermost exception knows the exit code.
    Exception cause = exception.GetBaseException();
    Error(cause.Message);
    status = cause is CakeException { ExitCode: > 0 } failed ? failed.ExitCode : 1;
}

if (testsRan)
    Console.WriteLine(System.IO.File.ReadAllText(TestSummary).TrimEnd());
if (status != 0)
    Environment.Exit(status);

void RunTests(params string[] projects)
{
    DeleteIfPresent(TestResults);
    string browserless = BrowserlessFilter();
    var broken = new List<string>();
    foreach (string project in projects)
    {
        try
        {
            DotNetTest($"{project}/{project}.csproj", new DotNetTestSettings
            {
                Configuration = parameters.Configuration,
                NoBuild = true,
                NoLogo = true,
                ResultsDirectory = TestResults,
                Filter = browserless,
                Loggers = { $"trx;LogFileName={project}.trx", "console;verbosity=minimal" },
            });
        }
        catch (CakeException)
        {
            // All projects run before the verdict, so that the sum is always that of all.
            broken.Add(project);
        }
    }

    (int passed, int failed) = GetFiles($"{TestResults}/*.trx")
        .Select(file => XDocument.Load(file.FullPath).Descendants())
        .Select(elements => elements.Single(element => element.Name.LocalName == "Counters"))
        .Select(counters => (
            Passed: Count(counters, "passed"),
            Failed: Count(counters, "failed", "error", "timeout", "aborted")))
        .Aggregate((Passed: 0, Failed: 0), (sum, one) => (sum.Passed + one.Passed, sum.Failed + one.Failed));
    EnsureDirectoryExists(TestResults);
    System.IO.File.WriteAllText(TestSummary, $"{passed} passed, {failed} failed\n");
    testsRan = true;

    if (failed > 0)
        throw new CakeException(1, $"Tests failed in {string.Join(" and ", broken)}.");
    if (broken.Count > 0)
        throw new CakeException(1, $"The tests of {string.Join(" and ", broken)} ended before their time.");
    if (passed == 0)
        throw new CakeException(1, "No test ran.");
}

// Null where the report page can be tested, else what leaves its tests out, and one line that says why. Continuous
// integration has what it takes, or fails.
string BrowserlessFilter()
{
    string chromium = EnvironmentVariable("CHROMIUM");
    bool hasBrowser = chromium is not null ? FileExists(chromium) : Browsers.Any(browser => FileExists(browser));
    string missing = !FileExists(PageTemplate) ? "Node (npm) on the PATH"
        : !hasBrowser ? "Chromium (/usr/bin/chromium, or its path in CHROMIUM)"
        : null;
    if (missing is null)
        return null;
    if (EnvironmentVariable("CI") == "true")
        throw new CakeException(4, $"There is no {missing}, which the tests of the report page need.");
    Warning($"The tests of the report page are left out: there is no {missing}.");
    return FileExists(PictureScript) ? "Needs!=Chromium" : "Needs!=Chromium&Needs!=Node";
}

void MakePage(string npm)
{
    string stamp = $"{PageTemplate}.inputs";
    string inputs = Hash(GetFiles($"{PageSources}/*") + GetFiles($"{PageSources}/src/*"));
    if (FileExists(PageTemplate) && FileExists(PictureScript) && FileExists(stamp)
        && System.IO.File.ReadAllText(stamp) == inputs)
        return;
    string packagesStamp = $"{PageSources}/node_modules/.inputs";
    string packages = Hash(GetFiles($"{PageSources}/package*.json"));
    if (!FileExists(packagesStamp) || System.IO.File.ReadAllText(packagesStamp) != packages)
    {
        RunIn(PageSources, npm, "ci --ignore-scripts --no-audit --no-fund --loglevel=error");
        System.IO.File.WriteAllText(packagesStamp, packages);
    }

    RunIn(PageSources, "node", $"build.mjs \"{MakeAbsolute(File(PageTemplate)).FullPath}\" "
        + $"\"{MakeAbsolute(File(PictureScript)).FullPath}\"");
    System.IO.File.WriteAllText(stamp, inputs);
}

string Hash(IEnumerable<FilePath> files)
{
    var text = new System.Text.StringBuilder();
    foreach (FilePath file in files.OrderBy(file => file.FullPath, StringComparer.Ordinal))
        text.Append(file.GetFilename()).Append('\n').Append(System.IO.File.ReadAllText(file.FullPath));
    return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(text.ToString())));
}

void RunIn(string folder, string program, string arguments, Dictionary<string, string> environment = null)
{
    int exitCode = StartProcess(program, new ProcessSettings
    {
        WorkingDirectory = folder, Arguments = arguments, EnvironmentVariables = environment ?? new(),
    });
    if (exitCode != 0)
        throw new CakeException(
            1, $"'{System.IO.Path.GetFileName(program)} {arguments}' in {folder} ended with exit code {exitCode}.");
}

int Count(XElement counters, params string[] names) =>
    names.Sum(name => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture));

void CheckCoverage()
{
    // A line counts as covered if one of the test projects runs it.
    var lines = GetFiles($"{CoverageResults}/**/coverage.cobertura.xml")
        .SelectMany(file => XDocument.Load(file.FullPath).Descendants("package"))
        .SelectMany(package => package.Descendants("class"), (package, type) => (
            Assembly: package.Attribute("name").Value,
            // Each report shortens its paths by a root of its own.
            File: $"{package.Document.Descendants("source").First().Value}/{type.Attribute("filename").Value}"
                .Replace('\\', '/')
                .Replace("//", "/"),
            Lines: type.Element("lines").Elements("line")))
        .Where(type => !type.File.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(type => type.Lines, (type, line) => (
            type.Assembly,
            Line: $"{type.File}:{line.Attribute("number").Value}",
            Hit: line.Attribute("hits").Value != "0"))
        .ToLookup(line => line.Assembly);
    var below = new List<string>();
    foreach (string assembly in new[] { "Verification.Implementation", "Verification.Spec" })
    {
        bool[] hits = lines[assembly]
            .GroupBy(line => line.Line, line => line.Hit)
            .Select(line => line.Any(hit => hit))
            .ToArray();
        double share = hits.Length == 0 ? 0 : hits.Count(hit => hit) / (double)hits.Length;
        Information("{0}", string.Create(
            CultureInfo.InvariantCulture,
            $"{assembly}: {hits.Count(hit => hit)} of {hits.Length} lines covered, {share:P1}"));
        if (share < LineCoverageThreshold)
            below.Add(assembly);
    }

    if (below.Count > 0)
        throw new CakeException(1, string.Create(
            CultureInfo.InvariantCulture,
            $"Fewer than {LineCoverageThreshold:P0} of the lines are covered in {string.Join(" and ", below)}."));
}

ProcessArgumentBuilder AuditArguments(string tier, string folder)
{
    var arguments = new ProcessArgumentBuilder()
        .Append("audit").AppendFilters(parameters.Filter)
        .Append("--tier").Append(tier);
    arguments = AppendSettings(arguments, firstSeed: "--seed");

    // Without a folder the program takes one for each tier, seed and selection.
    return folder is null ? arguments : arguments.Append("--out").AppendQuoted(folder);
}

ProcessArgumentBuilder AppendSettings(ProcessArgumentBuilder arguments, string firstSeed)
{
    (string, string)[] settings =
        { (firstSeed, parameters.Seed), ("--risk", parameters.Risk), ("--jobs", parameters.Jobs) };
    foreach ((string option, string value) in settings)
    {
        if (value is not null)
            arguments.Append(option).AppendQuoted(value);
    }

    return arguments;
}

void Claims(
    ProcessArgumentBuilder arguments, Dictionary<string, string> environment = null, bool mayDisagree = false) =>
    Run(
        $"Reproductions/bin/{parameters.Configuration}/net10.0/claims.dll",
        arguments,
        environment,
        mayDisagree ? new[] { 0, 1, 3 } : new[] { 0 });

void Run(
    string assembly,
    ProcessArgumentBuilder arguments,
    Dictionary<string, string> environment = null,
    int[] success = null)
{
    arguments.PrependQuoted(assembly);
    int exitCode = StartProcess(
        "dotnet", new ProcessSettings { Arguments = arguments, EnvironmentVariables = environment ?? new() });
    string name = System.IO.Path.GetFileNameWithoutExtension(assembly);
    if (!(success ?? new[] { 0 }).Contains(exitCode))
        throw new CakeException(exitCode, $"{name} ended with exit code {exitCode}.");
}

// In the order of the catalogue, so that all systems and kinds of claims are among them. None is one of those that
// train the networks of the Jacobian spectra, which takes minutes where vectors are emulated; their bits are tested.
string EveryEighthClaim()
{
    var list = new ProcessArgumentBuilder()
        .AppendQuoted($"Reproductions/bin/{parameters.Configuration}/net10.0/claims.dll")
        .Append("list")
        .Append("--json");
    using var process = StartAndReturnProcess(
        "dotnet", new ProcessSettings { Arguments = list, RedirectStandardOutput = true });
    var claims = System.Text.Json.Nodes.JsonNode.Parse(string.Concat(process.GetStandardOutput())).AsArray();
    return string.Join(' ', claims.Where((_, place) => place % 8 == 4).Select(claim => (string)claim["id"]));
}

string Digest(string folder) =>
    (string)System.Text.Json.Nodes.JsonNode.Parse(System.IO.File.ReadAllText($"{folder}/audit.json"))["digest"];

void DeleteIfPresent(string folder)
{
    if (DirectoryExists(folder))
        DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
}

/// <summary>The command line of a build.</summary>
sealed record BuildParameters(
    string Target,
    string Configuration,
    string Tier,
    string Filter,
    string Seed,
    string Risk,
    string Jobs,
    string Out,
    string Seeds,
    string Cases,
    string Sysroot,
    bool Full)
{
    private static readonly string[] Tiers = { "smoke", "standard", "full" };

    /// <summary>The arguments with what they mean; there are no others.</summary>
    public static readonly (string Name, string Meaning)[] Meanings =
    {
        ("target", "one of the targets"),
        ("configuration", "Release unless told"),
        ("tier", "smoke, standard (unless told) or full: how much an audit spends"),
        ("filter", "globs on claim ids, on figures (Reproduce) or on benchmarks (Benchmark), separated by blanks"),
        ("seed", "seed of the suite, the first one where there are many; 1 unless told"),
        ("risk", "probability that an audit errs anywhere; 0.001 unless told"),
        ("jobs", "number of threads; all unless told"),
        ("out", "where results go; a place below artifacts/ unless told"),
        ("seeds", "how many seeds a calibration takes; 200 unless told"),
        ("cases", "how many random cases Fuzz tries; 100000 unless told"),
        ("sysroot", "arm64 libraries for Arm64; artifacts/arm64/sysroot/root unless told"),
        ("full", "benchmarks of full length in place of short ones; takes no value"),
    };

    public void Validate(IEnumerable<string> given, IEnumerable<string> targets)
    {
        string[] names = Meanings.Select(argument => argument.Name).ToArray();

        // Cake keeps settings of its own among the arguments.
        given = given.Where(name => !name.StartsWith("Settings_", StringComparison.Ordinal));
        if (given.FirstOrDefault(name => !names.Contains(name.ToLowerInvariant())) is { } unknown)
            throw new CakeException(2, $"Unknown argument --{unknown}; there are --{string.Join(", --", names)}.");
        if (!targets.Contains(Target, StringComparer.OrdinalIgnoreCase))
            throw new CakeException(2, $"Unknown target {Target}; there are {string.Join(", ", targets)}.");
        if (!int.TryParse(Cases, NumberStyles.None, CultureInfo.InvariantCulture, out int cases) || cases == 0)
            throw new CakeException(2, $"--cases={Cases} is no whole number from 1 on.");
        if (!Tiers.Contains(Tier))
            throw new CakeException(2, $"Unknown tier {Tier}; there are {string.Join(", ", Tiers)}.");
    }
}

static ProcessArgumentBuilder AppendFilters(this ProcessArgumentBuilder arguments, string filters)
{
    foreach (string filter in (filters ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        arguments.AppendQuoted(filter);
    return arguments;
}
