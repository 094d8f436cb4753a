/*
 * dump_tokens.c - prints the tokens of standard input: type and bytes in hex, a token a line
 */
#include <stdio.h>
#include <stdlib.h>

#include "ara.h"

int
main(void)
{
	size_t		size = 1 << 24;
	char	   *text = malloc(size);
	size_t		len = text != NULL ? fread(text, 1, size, stdin) : 0;
	AraTokenizer t;
	AraToken	token;

	if (text == NULL || len == size)
	{
		fprintf(stderr, "dump_tokens: out of memory, or more than %zu bytes\n", size - 1);
		return 1;
	}
	ara_tokenizer_init(&t, text, len);
	while (ara_next_token(&t, &token))
	{
		size_t		i;

		printf("%d ", (int) token.type);
		for (i = 0; i < token.len; i++)
			printf("%02x", (unsigned char) token.start[i]);
		putchar('\n');
	}
	free(text);
	return 0;
}
