#!/bin/sh
# The README's examples are those of the regression test "readme", and so is the output it shows.
cd "$(dirname "$0")/../.." || exit 1
if command -v perl >/dev/null; then
	perl test/readme.pl check
else
	echo "skip: perl is not installed"
	echo "0 passed, 0 failed, 1 skipped"
fi
