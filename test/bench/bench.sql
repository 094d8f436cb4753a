-- Medians of rounds in which all candidates take turns, as ratios of throughput: the machine may be noisy, the ratio is not.
CREATE FUNCTION bench(rounds int, VARIADIC statements text[]) RETURNS TABLE (statement text, ms numeric)
LANGUAGE plpgsql AS $$
DECLARE
	s text;
	t timestamptz;
	r int;
BEGIN
	CREATE TEMP TABLE IF NOT EXISTS bench_times (statement text, ms numeric);
	TRUNCATE bench_times;
	FOR r IN 0..rounds LOOP
		FOREACH s IN ARRAY statements LOOP
			t := clock_timestamp();
			EXECUTE s;
			IF r > 0 THEN -- round 0 warms up
				INSERT INTO bench_times VALUES (s, extract(epoch FROM clock_timestamp() - t) * 1000);
			END IF;
		END LOOP;
	END LOOP;
	RETURN QUERY SELECT b.statement, percentile_cont(0.5) WITHIN GROUP (ORDER BY b.ms)::numeric FROM bench_times b GROUP BY 1;
END $$;
