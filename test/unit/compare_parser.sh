#!/bin/sh
# compare_parser.sh - our tokens of English text against the default parser's
#
# usage: compare_parser.sh FILE...          (PGHOST, PGPORT, ... name a running server, encoding UTF8)
#
# Neighbouring blanks count as one, and the differences D1 and D2 (see src/core/token.c) are taken
# out.  Prints what remains, as a diff per file; exit status 1 if something does.  Files that are not
# UTF-8 are passed over.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
core=$here/../../src/core
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

${CC:-cc} -std=c99 -O2 -I"$core" -o "$tmp/dump" "$here/dump_tokens.c" "$core"/token*.c "$core/chartab.c"

same()	# merges blanks (12), drops hashtags (24), mentions (25), percents (28), turns ".." (19) blank
{
	awk '$1 == 24 || $1 == 25 || $1 == 28 { next }
		 $1 == 12 || $0 == "19 2e2e" { blank = blank $2; next }
		 { if (blank) print 12, blank; blank = ""; print }
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
