# Sourced by test/run: all tests, in a throwaway server.  Ends with the line "N passed, N failed, N skipped".
passed=0 failed=0 skipped=0

# result LABEL STATUS: counts one test
result()
{
	if [ "$2" = 0 ]; then passed=$((passed + 1)); else
		failed=$((failed + 1))
		say "FAILED: $1"
	fi
}

# tally TEXT: adds the numbers of the last line "N passed, N failed[, N skipped]" of a program's output
tally()
{
	line=$(printf '%s\n' "$1" | grep -E '^[0-9]+ passed, [0-9]+ failed' | tail -1)
	[ -n "$line" ] || { failed=$((failed + 1)); return; }
	set -- $(printf '%s' "$line" | tr -c '0-9\n' ' ')
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0}))
}

say "== layers"
r=0; test/layers.sh || r=1
result layers $r

say "== unit tests of the core"
cc=${CC:-cc}
flags="-O1 -g -std=c99 -Wall -Wextra -DARA_BLOB_FILE=\"build/arabic_fts.blob\""
sanitize=
echo 'int main(void){return 0;}' >build/probe.c
if $cc -fsanitize=address,undefined -o build/probe build/probe.c 2>/dev/null && build/probe; then
	sanitize="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
fi
mkdir -p build/core
objects=
for f in src/core/*.c src/tools/data.c src/tools/phon.c src/tools/verb.c src/tools/noun.c \
	src/tools/lexicon.c src/tools/lexicon_row.c; do
	o=build/core/$(basename "$(dirname "$f")")_$(basename "$f" .c).o
	$cc $flags $sanitize -c -o "$o" "$f"
	objects="$objects $o"
done
for f in test/unit/test_*.c; do
	name=$(basename "$f" .c)
	libs=-lm
	[ "$name" = test_chartab ] && libs="-licuuc $libs"
	if out=$($cc $flags $sanitize -Isrc/core -Isrc/tools -o "build/$name" "$f" $objects $libs 2>&1); then
		case $name in
		test_article) args="test/data/articles $shared/seeds" ;;
		test_quote_text) args=test/data/quotes.txt ;;
		test_pages) args="test/data/pages 0.88" ;;
		*) args=src/data ;;
		esac
		out=$(ASAN_OPTIONS=detect_leaks=0 "build/$name" $args 2>&1) || true
		printf '%s: %s\n' "$name" "$(printf '%s\n' "$out" | tail -1)" >&2
		printf '%s\n' "$out" | grep -iE '^(not ok|fail|skip)|ERROR: AddressSanitizer|runtime error' >&2 || true
		tally "$out"
	else
		printf '%s\n' "$out" >&2
		result "$name (does not compile)" 1
	fi
done

say "== pg_regress"
psql -qAtc 'create database arabic_fts_regress encoding utf8 template template0' >/dev/null
mkdir -p results
out=$("$("$PG_CONFIG" --pgxs | sed 's,/src/makefiles/pgxs.mk$,,')/src/test/regress/pg_regress" \
	--bindir="$PGBIN" --inputdir=. --outputdir=build --use-existing --dbname=arabic_fts_regress \
	extension $(ls sql/*.sql | grep -v -e -- -e extension | sed 's,sql/\(.*\)\.sql,\1,') 2>&1) || true
printf '%s\n' "$out" | grep -E '(^|\s)(ok|not ok|FAILED|failed)' >&2 || printf '%s\n' "$out" >&2
p=$(printf '%s\n' "$out" | grep -cE '^ok |^test .*\.\.\. ok' || true)
f=$(printf '%s\n' "$out" | grep -cE '^not ok |^test .*FAILED' || true)
passed=$((passed + p)) failed=$((failed + f))
[ "$p" -gt 0 ] || failed=$((failed + 1))
if [ "$f" -gt 0 ]; then head -200 build/regression.diffs >&2; fi

say "== scripts"
for f in test/t/*.sh; do
	[ "$f" = test/t/lib.sh ] && continue
	out=$(shared=$shared sh "$f" 2>&1) || true
	printf '%s: %s\n' "$(basename "$f")" "$(printf '%s\n' "$out" | tail -1)" >&2
	printf '%s\n' "$out" | grep -iE '^(not ok|skip)' >&2 || true
	tally "$out"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] || exit 1
