# Builds, tests and audits: ./build.ps1 [--target=T] [--tier=smoke|standard|full] …; ./build.ps1 --help lists the targets.
# build.cake says how they are built; this script only finds the .NET SDK and starts it.
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine("build: no 'dotnet' on the PATH; the .NET SDK 10 is needed, https://dotnet.microsoft.com/download")
        exit 4
    }
    # global.json asks for version 10; dotnet fails here where it cannot be had.
    $ErrorActionPreference = 'Continue'
    dotnet --version *> $null
    if ($LASTEXITCODE -ne 0) {
        $sdks = (dotnet --list-sdks 2> $null | ForEach-Object { ($_ -split ' ')[0] }) -join ' '
        if (-not $sdks) { $sdks = 'none' }
        [Console]::Error.WriteLine("build: the .NET SDK 10 is needed, and the SDKs here are: $sdks")
        exit 4
    }

    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

    # Logs are files: no color codes in them.
    if ([Console]::IsOutputRedirected) { $env:NO_COLOR = '1' }

    # Cake reads --name=value; people also write --name value.
    $arguments = @()
    for ($i = 0; $i -lt $args.Count; $i++) {
        if ($args[$i] -in '--help', '-h') {
            $arguments = @('--target=Help', '--verbosity=quiet', '--no-report')
            break
        }
        $next = if ($i + 1 -lt $args.Count) { "$($args[$i + 1])" } else { '--' }
        if ("$($args[$i])" -match '^--[^=]+$' -and -not $next.StartsWith('--')) {
            $arguments += "$($args[$i])=$next"
            $i++
        }
        else {
            $arguments += "$($args[$i])"
        }
    }

    dotnet tool restore --verbosity quiet *> $null
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine("build: the local tools of dotnet-tools.json could not be restored; 'dotnet tool restore' says why.")
        exit 4
    }
    dotnet cake build.cake @arguments
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
