/*
 * fact.h - what the tests beside it count
 */
#ifndef FACT_H
#define FACT_H

#include <stdio.h>

static int	passed;
static int	failed;

static void
fact(int ok, const char *name)
{
	if (ok)
		passed++;
	else
	{
		failed++;
		printf("FAILED: %s\n", name);
	}
}

#endif
