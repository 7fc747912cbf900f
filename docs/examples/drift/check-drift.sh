#!/bin/sh
# Checks one stack for drift and keeps a report where there is any. Exits as check-drift does: 0 none, 4 drift, else failed.
# Usage: check-drift.sh PROJECT_FOLDER STACK REPORT_FOLDER
set -u
project=$1
stack=$2
mkdir -p "$3" || exit 1
reports=$(cd "$3" && pwd) || exit 1
report="$reports/drift-$stack-$(date -u +%Y%m%dT%H%M%SZ).json"
cd "$project" || exit 1
node bin/tierguard.cjs check-drift --stack "$stack" --output "$reports" --exit-code --json >"$report"
code=$?
case $code in
0) rm "$report" ;;
4) echo "The stack $stack has drifted: see $report" ;;
*) echo "The stack $stack could not be checked for drift (exit code $code): see $report" ;;
esac
exit $code
