-- :floor is the path of floor.so
CREATE FUNCTION floor_start(internal, int) RETURNS internal AS :'floor' LANGUAGE C STRICT;
CREATE FUNCTION floor_next(internal, internal, internal) RETURNS internal AS :'floor' LANGUAGE C STRICT;
CREATE FUNCTION floor_end(internal) RETURNS void AS :'floor' LANGUAGE C STRICT;
CREATE FUNCTION floor_types(internal) RETURNS internal AS :'floor' LANGUAGE C STRICT;
CREATE FUNCTION floor_lexize(internal, internal, internal, internal) RETURNS internal AS :'floor' LANGUAGE C STRICT;
CREATE TEXT SEARCH PARSER floor (START = floor_start, GETTOKEN = floor_next, END = floor_end, LEXTYPES = floor_types);
CREATE TEXT SEARCH TEMPLATE floor (LEXIZE = floor_lexize);
CREATE TEXT SEARCH DICTIONARY floor (TEMPLATE = floor);
CREATE TEXT SEARCH CONFIGURATION floor (PARSER = floor);
ALTER TEXT SEARCH CONFIGURATION floor ADD MAPPING FOR word WITH floor;
