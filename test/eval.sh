# Sourced by test/run: quality, measured with the scorers and data of $shared/eval, which are not part of this
# repository.  Lemmas: do the forms of a word share a lexeme, and different words not?  Retrieval: where does the
# document that answers a question come, when BM25 computed outside the server ranks by a configuration's lexemes?
eval_dir=$shared/eval
eval_tmp=$work/eval
mkdir -p "$eval_tmp"
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

# python_with MODULES: sets $python to one that has them
python_with()
{
	for python in /usr/bin/python3 python3; do
		if "$python" -c "import $1" 2>/dev/null; then return 0; fi
	done
	return 1
}

sql() { psql -qX -v ON_ERROR_STOP=1 "$@"; }

# analyses CONFIGURATION SEGMENTATION: a line a word, word<TAB>lexemes[<TAB>proclitics<TAB>enclitic]; segmentation
# "best" is that of the best reading, with any other the scorer takes what is left of the lexeme on either side
analyses()
{
	segments='' from='FROM words'
	if [ "$2" = best ]; then
		segments=", coalesce(proclitics, ''), coalesce(enclitic, '')"
		from="FROM words LEFT JOIN LATERAL (SELECT proclitics, enclitic FROM arabic_analyze(word)
			WHERE reading = 1 AND proclitics IS NOT NULL ORDER BY start LIMIT 1) a ON true"
	fi
	sql -c "COPY (SELECT word, array_to_string(tsvector_to_array(to_tsvector('$1', word)), ' ') $segments
		$from ORDER BY n) TO STDOUT"
}

eval_lemmas()
{
	sql -c 'CREATE TABLE words (n int GENERATED ALWAYS AS IDENTITY, word text)' \
		-c "\\copy words (word) FROM '$eval_dir/morphology/words.txt'"
	while read -r config name segmentation; do
		analyses "$config" "$segmentation" >"$eval_tmp/$name.tsv"
		"$python" "$eval_dir/score_lemmas.py" "$eval_tmp/$name.tsv" "$name" -j
	done >"$eval_tmp/lemmas.json" <<-EOF
		arabic built-in guess
		arabic_fts_exact exact guess
		arabic_fts_light light guess
		arabic_fts lemma best
		arabic_fts_root root best
	EOF
	"$python" - "$eval_tmp/lemmas.json" <<-'EOF'
		import json, sys
		columns = [('precision', 'P'), ('recall', 'R'), ('F1', 'F1'), ('broken plurals', 'R_broken plural'), ('verbs', 'R_verb'),
		           ('proclitics', 'pre_ok'), ('stop + clitics', 'func_types'), ('names damaged', 'propn_dam'),
		           ('words lost', 'swallowed')]
		print('%-10s' % 'mode' + ''.join(title.rjust(max(8, len(title) + 2)) for title, _ in columns))
		for line in open(sys.argv[1]):
		    row = json.loads(line)
		    print('%-10s' % row['name'] + ''.join(('%d' if type(row[key]) is int else '%.3f').__mod__(row[key])
		          .rjust(max(8, len(title) + 2)) for title, key in columns))
	EOF
}

eval_spelling()
{
	sql -P footer=off <<-'EOF'
		WITH typed AS MATERIALIZED (
			SELECT word, v.* FROM words, LATERAL (VALUES
				(1, 'hamza left off', translate(word, 'أإآ', 'ااا')),
				(2, 'teh marbuta typed heh', regexp_replace(word, 'ة$', 'ه')),
				(3, 'final yeh, alef maqsura exchanged', left(word, -1) || translate(right(word, 1), 'ىي', 'يى')),
				(4, 'Persian kaf, yeh, heh', translate(word, 'كيىه', U&'\06A9\06CC\06CC\06C1')),
				(5, 'vowel signs added', regexp_replace(word, '(.)', U&'\\1\064E', 'g')),
				(6, 'tatweel added', regexp_replace(word, '^(.)(.)', U&'\\1\0640\0640\\2'))
			) v (n, change, as_typed) WHERE as_typed <> word)
		SELECT change, count(*) AS words,
			round(avg((to_tsvector('arabic', word) = to_tsvector('arabic', as_typed))::int), 3) AS "built-in",
			round(avg((to_tsvector('arabic_fts_light', word) = to_tsvector('arabic_fts_light', as_typed))::int), 3) AS light,
			round(avg((to_tsvector('arabic_fts', word) = to_tsvector('arabic_fts', as_typed))::int), 3) AS lemma,
			round(avg((to_tsvector('arabic_fts_root', word) = to_tsvector('arabic_fts_root', as_typed))::int), 3) AS root
		FROM typed GROUP BY n, change ORDER BY n;
	EOF
}

# mrr CONFIGURATION QUERIES [weights of levels of lexeme ...]: the scorer's MRR
mrr()
{
	config=$1 queries=$2
	shift 2
	"$python" "$eval_dir/score_retrieval.py" --dsn "host=$PGHOST port=$PGPORT user=$PGUSER dbname=$PGDATABASE" \
		--config "$config" --mode bm25 --queries "$queries" "$@" | sed -n 's/.* MRR \([0-9.]*\).*/\1/p'
}

eval_retrieval()
{
	row='%-18s %10s %24s\n'
	printf "$row" configuration questions 'typed without signs'
	for config in arabic arabic_fts_light arabic_fts; do
		printf "$row" "$config" "$(mrr "$config" queries.tsv)" "$(mrr "$config" queries_noisy.tsv)"
	done
	printf "$row" arabic_fts_names "$(mrr arabic_fts_names queries.tsv --lexeme-weight '^@[A-Z]=.4')" \
		"$(mrr arabic_fts_names queries_noisy.tsv --lexeme-weight '^@[A-Z]=.4')"
	# surface, four letters, family: against 1 for the lemma
	set -- --k1 .7 --b .8 --lexeme-weight '^==.15' --lexeme-weight '^~=.35' --lexeme-weight '^\^=.3'
	printf "$row" arabic_fts_rich "$(mrr arabic_fts_rich queries.tsv "$@")" "$(mrr arabic_fts_rich queries_noisy.tsv "$@")"
}

# entities QUERY: scores rows of document, start, end (0-based), type
entities()
{
	sql -c "COPY ($1) TO STDOUT" >"$eval_tmp/entities.tsv"
	"$python" "$eval_dir/score_entities.py" "$eval_dir/entities/gold.tsv" "$eval_tmp/entities.tsv" --types PER,LOC,ORG ${2-}
}

eval_entities()
{
	sql -c 'CREATE TABLE documents (id text, content text)' \
		-c "\\copy documents FROM '$eval_dir/entities/docs.tsv'"
	# as far back as the word goes that the name stands in
	word="length((regexp_match(left(content, start - 1), '[[:alpha:]]*\$'))[1])"
	type="CASE kind WHEN 'person' THEN 'PER' WHEN 'place' THEN 'LOC' ELSE 'ORG' END"
	entities "SELECT id, start - 1 - $word, start - 1 + length, $type FROM documents, arabic_entities(content)"
	echo 'the same without clitics, as arabic_entities gives them'
	entities "SELECT id, start - 1, start - 1 + length, $type FROM documents, arabic_entities(content)" --clitics
}

sql -c 'CREATE EXTENSION arabic_fts'

echo 'Lemmas: pairs of words that share a lexeme against pairs of one lemma; recall by kind; shares of words'
if [ ! -f "$eval_dir/score_lemmas.py" ]; then
	echo "skipped: there is no evaluation data in $eval_dir"
elif ! python_with json; then
	echo 'skipped: python3 is not installed'
else
	eval_lemmas
	echo
	echo 'Spelling: share of words whose lexeme stays the same when they are typed differently'
	eval_spelling
fi

echo 'Retrieval: mean reciprocal rank of the document that answers'
if [ ! -f "$eval_dir/score_retrieval.py" ]; then
	echo "skipped: there is no evaluation data in $eval_dir"
elif ! python_with psycopg2,numpy; then
	echo 'skipped: install python3-psycopg2 and python3-numpy'
else
	eval_retrieval
fi

echo
echo 'Entities: exact span and type (whole words: the corpus has the clitics inside); seeds: see test/t/gold_entities.sh'
if [ ! -f "$eval_dir/score_entities.py" ]; then
	echo "skipped: there is no evaluation data in $eval_dir"
elif ! python_with json; then
	echo 'skipped: python3 is not installed'
else
	eval_entities
fi
