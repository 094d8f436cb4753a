# arabic_fts: build with PGXS, test and demonstrate in throwaway servers
#
#   make            build            make install   into the server that pg_config names
#   make demo       what it does, on real input; installs what is missing (Debian, Ubuntu)
#   make test       everything below test/ and sql/; installs what is missing
#   make bench      speed, as ratios side by side      make eval   quality, on the evaluation data
#   make layers     the include rules between layers   make chartab   src/core/chartab.c from ICU

EXTENSION = arabic_fts
EXTVERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" arabic_fts.control)
MODULE_big = arabic_fts
DATA = $(wildcard sql/arabic_fts--*.sql)
DOCS = README.md

CORE = $(patsubst %.c,%.o,$(sort $(wildcard src/core/*.c)))
GLUE = $(patsubst %.c,%.o,$(sort $(wildcard src/pg/*.c)))
OBJS = $(CORE) $(GLUE)

DATA_DIR = src/data
BLOB = build/arabic_fts.blob
DATAC = build/datac
# the data compiler folds words as the library does, so it links the core, less the data it makes
LEXICON_SRC = $(addprefix src/tools/,data.c lexicon.c lexicon_row.c verb.c noun.c phon.c)
DATAC_SRC = $(sort $(LEXICON_SRC) $(wildcard src/tools/data*.c)) src/tools/dawg.c src/tools/no_blob.c \
	$(filter-out src/core/blob.c,$(sort $(wildcard src/core/*.c)))
CORE_H = $(wildcard src/core/*.h)

PG_CFLAGS = -O2 -fvisibility=hidden -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers
PG_CPPFLAGS = -DARABIC_FTS_VERSION='"$(EXTVERSION)"' -DARA_BLOB_FILE='"$(BLOB)"'

# src/pg/calendar.c: Hijri dates
SHLIB_LINK += -licui18n -licuuc

# src/pg/html_read.c: HTML.  Without libxml2, or by make NO_LIBXML=1, the functions that need it say so.
LIBXML_CPPFLAGS := $(if $(NO_LIBXML),,$(shell pkg-config --cflags libxml-2.0 2>/dev/null || xml2-config --cflags 2>/dev/null))
LIBXML_LIBS := $(if $(NO_LIBXML),,$(shell pkg-config --libs libxml-2.0 2>/dev/null || xml2-config --libs 2>/dev/null))
ifneq ($(LIBXML_LIBS),)
PG_CPPFLAGS += -DUSE_LIBXML_HTML $(LIBXML_CPPFLAGS)
SHLIB_LINK += $(LIBXML_LIBS)
endif

# extension.sql creates the extension for those after it
REGRESS = extension $(patsubst sql/%.sql,%,$(filter-out sql/arabic_fts--% sql/extension.sql,$(sort $(wildcard sql/*.sql))))

EXTRA_CLEAN = build $(patsubst %.o,%.bc,$(OBJS))

# Text search functions are called by pointer, so bitcode to inline them into queries serves
# nobody; without it, the build needs no clang and takes half the time.
override with_llvm = no

PG_CONFIG ?= pg_config
HAVE_PGXS := $(shell test -f "$$($(PG_CONFIG) --pgxs 2>/dev/null)" && echo yes)

ifeq ($(HAVE_PGXS),yes)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)
else
all install installcheck:
	@echo "pg_config of a PostgreSQL server-dev package is needed: run 'test/run deps' or set PG_CONFIG" >&2
	@exit 1
endif

HOSTCC ?= cc
HOSTCFLAGS = -O2 -std=c99 -Wall -Wextra

$(OBJS): $(CORE_H) $(wildcard src/pg/*.h)
src/core/blob.o: $(BLOB)

$(DATAC): $(DATAC_SRC) $(wildcard src/tools/*.h) $(CORE_H)
	@mkdir -p build
	$(HOSTCC) $(HOSTCFLAGS) -o $@ $(DATAC_SRC) -lm

# names of countries and cities, from the ICU that is installed
build/cldr.tsv: src/tools/cldr.c
	@mkdir -p build
	$(HOSTCC) $(HOSTCFLAGS) -o build/cldr src/tools/cldr.c -licui18n -licuuc
	build/cldr > $@.new
	mv $@.new $@

$(BLOB): $(DATAC) build/cldr.tsv $(wildcard src/data/*.tsv) $(wildcard src/data/*/*.tsv)
	$(DATAC) $(DATA_DIR) build/cldr.tsv $@

# Maintainer's tool: TEXTS names files of raw text.
build/em: src/tools/em.c $(BLOB) $(CORE_H) $(wildcard src/core/*.c)
	$(HOSTCC) $(HOSTCFLAGS) -DARA_CAREFUL_TEXT -DARA_BLOB_FILE='"$(BLOB)"' -o $@ src/tools/em.c src/tools/data.c $(sort $(wildcard src/core/*.c)) -lm

# Maintainer's tool: learns the weights of the tagger from marked text, src/data/corpus or one's own.
CORPUS = $(sort $(wildcard src/data/corpus/*.txt))
build/train: src/tools/train.c $(BLOB) $(CORE_H) $(wildcard src/core/*.c)
	$(HOSTCC) $(HOSTCFLAGS) -DARA_BLOB_FILE='"$(BLOB)"' -o $@ src/tools/train.c src/tools/data.c $(sort $(wildcard src/core/*.c)) -lm

tagger: build/train
	build/train $(DATA_DIR)/tagger.tsv $(CORPUS)

# The forms that each round keeps depend on the weights of the last, so a few rounds settle them.
counts:
	for round in 1 2 3 4; do $(MAKE) -s build/em && build/em $(DATA_DIR) $(TEXTS) || exit 1; done

chartab:
	@mkdir -p build
	$(HOSTCC) $(HOSTCFLAGS) -o build/chartab src/tools/chartab.c src/tools/data.c $$(pkg-config --cflags --libs icu-uc)
	build/chartab src/data > build/chartab.c
	mv build/chartab.c src/core/chartab.c

demo test bench eval:
	@test/run $@

layers:
	@test/layers.sh

.PHONY: demo test bench eval layers chartab counts tagger

# After a change that is meant to change lexemes: records the new ones for the tests.
vocabulary:
	@RECORD=1 test/run record

.PHONY: vocabulary
