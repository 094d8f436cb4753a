#!/bin/sh
# The include rules between layers (src/README.md): core knows C and itself, tools know core,
# only the glue knows PostgreSQL, and only the glue's calendar.c knows ICU.
cd "$(dirname "$0")/.." || exit 1
bad=0
check() # files, pattern of allowed includes
{
	out=$(grep -nE '^[[:space:]]*#[[:space:]]*include' $1 2>/dev/null | grep -vE "include[[:space:]]+($2)")
	if [ -n "$out" ]; then
		printf '%s\n' "$out"
		bad=1
	fi
}
std='<(assert|ctype|dirent|errno|inttypes|limits|math|stdarg|stdbool|stddef|stdint|stdio|stdlib|string)\.h>'
core_std='<(limits|math|stdbool|stddef|stdint|string)\.h>'
check 'src/core/*.[ch]' "$core_std|\"[a-z0-9_]+\.h\""
check 'src/tools/*.[ch]' "$std|<unicode/[a-z0-9_]+\.h>|\"[a-z0-9_]+\.h\"|\"\.\./core/[a-z0-9_]+\.h\""
check 'src/pg/*.[ch]' "\"\.\./core/[a-z0-9_]+\.h\"|\"[A-Za-z0-9_/]+\.h\"|<(math|limits)\.h>|<(unicode|libxml)/[A-Za-z0-9_]+\.h>"
out=$(grep -ln 'unicode/' src/core/*.[ch] src/pg/*.[ch] 2>/dev/null | grep -v '^src/pg/calendar\.c$')
[ -z "$out" ] || { echo "ICU is for src/tools and src/pg/calendar.c: $out"; bad=1; }
out=$(grep -ln 'libxml/' src/core/*.[ch] src/pg/*.[ch] src/tools/*.[ch] 2>/dev/null | grep -v '^src/pg/html_read\.c$')
[ -z "$out" ] || { echo "libxml2 is for src/pg/html_read.c: $out"; bad=1; }
out=$(grep -nE '\b(malloc|calloc|realloc|free|setlocale|alloca)[[:space:]]*\(' src/core/*.[ch])
[ -z "$out" ] || { echo "core allocates nothing: $out"; bad=1; }
out=$(grep -lE '#if.*PG_VERSION_NUM' src/pg/*.[ch] | grep -v '^src/pg/compat\.h$')
[ -z "$out" ] || { echo "version differences live in compat.h: $out"; bad=1; }
[ $bad -eq 0 ] && echo "layers: the include rules hold"
exit $bad
