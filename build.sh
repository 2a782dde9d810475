#!/usr/bin/env bash
# Builds, tests and audits: ./build.sh [--target=T] [--tier=smoke|standard|full] …; ./build.sh --help lists the targets.
# build.cake says how they are built; this script only finds the .NET SDK and starts it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet > /dev/null; then
    echo "build: no 'dotnet' on the PATH; the .NET SDK 10 is needed, https://dotnet.microsoft.com/download" >&2
    exit 4
fi
# global.json asks for version 10; dotnet fails here where it cannot be had.
if ! dotnet --version > /dev/null 2>&1; then
    here=$(dotnet --list-sdks 2> /dev/null | cut -d ' ' -f 1 | paste -s -d ' ' - | sed 's/^$/none/')
    echo "build: the .NET SDK 10 is needed, and the SDKs here are: $here" >&2
    exit 4
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# Logs are files: no color codes in them.
[[ -t 1 ]] || export NO_COLOR=1

# Cake reads --name=value; people also write --name value.
arguments=()
while (($#)); do
    if [[ $1 == --help || $1 == -h ]]; then
        arguments=(--target=Help --verbosity=quiet --no-report)
        break
    elif [[ $1 == --?* && $1 != *=* && $# -ge 2 && $2 != --* ]]; then
        arguments+=("$1=$2")
        shift 2
    else
        arguments+=("$1")
        shift
    fi
done

if ! dotnet tool restore --verbosity quiet > /dev/null; then
    echo "build: the local tools of dotnet-tools.json could not be restored; 'dotnet tool restore' says why." >&2
    exit 4
fi
exec dotnet cake build.cake "${arguments[@]+"${arguments[@]}"}"
