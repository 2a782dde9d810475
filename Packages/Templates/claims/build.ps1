# Builds, tests and audits; the audit and its page are in artifacts/audit.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
foreach ($step in 'tool restore', 'build --configuration Release', 'test --configuration Release --no-build') {
    & dotnet $step.Split(' ')
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& dotnet claims audit @args
exit $LASTEXITCODE
