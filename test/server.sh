# Sourced by test/run and by test/t/shards.sh: throwaway clusters of the server whose programs are in PGBIN.

# cluster_start DIR: makes a cluster in the new directory DIR, and starts it on the socket DIR/socket, port 5432, user
# postgres.  As root, it runs as postgres.
cluster_start()
{
	chmod 755 "$1"
	mkdir "$1/data" "$1/socket"
	runas=
	if [ "$(id -u)" = 0 ]; then
		chown -R postgres "$1"
		runas="setpriv --reuid=postgres --regid=postgres --init-groups env HOME=$1"
	fi
	(cd "$1" && $runas "$PGBIN/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$1/initdb.log" 2>&1) ||
		{ cat "$1/initdb.log" >&2; return 1; }
	cat >>"$1/data/postgresql.conf" <<-EOF
		listen_addresses = ''
		unix_socket_directories = '$1/socket'
		fsync = off
		max_wal_size = 4GB
		shared_buffers = 256MB
		timezone = 'UTC'
	EOF
	# one that can only be preloaded
	if [ -f "$("$PG_CONFIG" --pkglibdir)/pg_textsearch.so" ]; then
		echo "shared_preload_libraries = 'pg_textsearch'" >>"$1/data/postgresql.conf"
	fi
	(cd "$1" && $runas "$PGBIN/pg_ctl" -D "$1/data" -l "$1/server.log" -s -w -o '-p 5432' start) ||
		{ cat "$1/server.log" >&2; return 1; }
}

# cluster_stop DIR: stops it, and removes the directory
cluster_stop()
{
	if [ -f "$1/data/postmaster.pid" ]; then
		(cd "$1" && $runas "$PGBIN/pg_ctl" -D "$1/data" -s -m immediate stop) || true
	fi
	rm -rf "$1"
}
