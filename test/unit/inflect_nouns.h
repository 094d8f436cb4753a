static const NounFacts nouns[] = {
	{"كِتَاب","كتاب",""}
};
