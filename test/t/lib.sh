# Sourced by the scripts beside it: counts and prints facts.
passed=0 failed=0 skipped=0

# is LABEL GOT WANTED
is()
{
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
		echo "ok - $1"
	else
		failed=$((failed + 1))
		printf 'not ok - %s\n  got:    %s\n  wanted: %s\n' "$1" "$2" "$3"
	fi
}

skip()
{
	skipped=$((skipped + 1))
	echo "skip - $1"
}

done_testing()
{
	echo "$passed passed, $failed failed, $skipped skipped"
	[ "$failed" = 0 ]
}

# q DATABASE SQL: the unaligned result
q()
{
	psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -c "$2" 2>&1
}
