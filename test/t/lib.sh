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

# gold NAME TRUTH: runs the SQL of standard input over each seed article, which is :text less its last character,
# and gold_NAME.py over the truth and the directory of results
gold()
{
	if [ ! -f "$shared/gold/$2" ] || ! command -v python3 >/dev/null; then
		skip 'the seed articles, or python3, are not here'
		done_testing
		return
	fi
	gold_db=arabic_fts_gold_$1
	gold_results=$(mktemp -d)
	cat >"$gold_results.sql"
	psql -qXd postgres -c "CREATE DATABASE $gold_db ENCODING 'UTF8' TEMPLATE template0"
	q $gold_db 'CREATE EXTENSION arabic_fts'
	for f in "$shared"/seeds/*.txt; do
		psql -qXAt -v ON_ERROR_STOP=1 -v text="$(cat "$f"; echo x)" -d $gold_db <"$gold_results.sql" >"$gold_results/$(basename "$f")"
	done
	out=$(python3 "test/t/gold_$1.py" "$shared/gold/$2" "$gold_results")
	printf '%s\n' "$out" | grep -v ' passed, '
	passed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f1)
	failed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f3)
	psql -qXd postgres -c "DROP DATABASE $gold_db"
	rm -r "$gold_results" "$gold_results.sql"
	done_testing
}
