#!/usr/bin/env bash
# Builds, tests and audits; the audit and its page are in artifacts/audit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
dotnet tool restore
dotnet build --configuration Release
dotnet test --configuration Release --no-build
dotnet claims audit "$@"
