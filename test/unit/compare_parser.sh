#!/bin/sh
# compare_parser.sh - our tokens of English text against the default parser's
#
# usage: compare_parser.sh FILE...     (PGHOST, PGPORT, ... name a running server, encoding UTF8)
#
# Neighbouring blanks count as one, and the differences D1, D2 and D10 (src/core/token.c) are taken
# out.  Prints what remains, a diff for each file; exit status 1 if there is any.  Passes over files
# that are not UTF-8.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
core=$here/../../src/core
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

${CC:-cc} -std=c99 -O2 -I"$core" -o "$tmp/dump" "$here/dump_tokens.c" \
	"$core"/token*.c "$core/chartab.c"

# merges blanks (12); drops hashtags (24), mentions (25), percents (28); turns the path (19) ".."
# into a blank, and paths of digits and '/' into numbers
same()
{
	awk 'function put(type, hex) {
			if (type == 12) { blank = blank hex; return }
			if (blank) print 12, blank
			blank = ""
			print type, hex
		 }
		 $1 == 24 || $1 == 25 || $1 == 28 { next }
		 $0 == "19 2e2e" { put(12, $2); next }
		 $1 == 19 && $2 ~ /^(3[0-9]|2f)+(2d)*$/ {
			rest = $2
			while (match(rest, /^(3[0-9])+|^(2f)+|^(2d)+/)) {
				put(rest ~ /^3/ ? 22 : 12, substr(rest, 1, RLENGTH))
				rest = substr(rest, RLENGTH + 1)
			}
			next
		 }
		 { put($1, $2) }
		 END { if (blank) print 12, blank }'
}

status=0
for file do
	iconv -f UTF-8 -t UTF-8 "$file" >"$tmp/utf8" 2>/dev/null || continue
	printf '%s' "$(cat "$tmp/utf8")" >"$tmp/text"	# as psql: no line end at the end
	"$tmp/dump" <"$tmp/text" | same >"$tmp/ours"
	psql -AtqX -F ' ' >"$tmp/theirs.raw" <<-EOF
		SET client_encoding = 'UTF8';
		\\set text \`cat "$tmp/text"\`
		SELECT tokid, encode(convert_to(token, 'UTF8'), 'hex') FROM ts_parse('default', :'text');
	EOF
	same <"$tmp/theirs.raw" >"$tmp/theirs"
	if ! diff "$tmp/theirs" "$tmp/ours" >"$tmp/diff"; then
		status=1
		echo "== $file"
		cat "$tmp/diff"
	fi
done
exit $status
