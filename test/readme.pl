#!/usr/bin/perl
# readme.pl - keeps README.md and the regression test "readme" one
#
# The test's script is the sql blocks of README.md in order, those inside HTML comments (set-up and cleaning up, which
# the reader does not see) included.  A block without a language that follows an sql block shows its output.
#
#     test/readme.pl check     what differs, one line each, then "N passed, N failed"
#     test/readme.pl sql       writes sql/readme.sql
#     test/readme.pl output    puts the output of expected/readme.out into README.md, after that file has been
#                              looked at and taken over from build/results/readme.out
#
# White space at line ends does not count: editors take it away.
use strict;
use warnings;

sub read_lines { my ($file) = @_; open(my $f, '<', $file) or return (); my @l = <$f>; chomp @l; return @l; }
sub write_lines { my ($file, @l) = @_; open(my $f, '>', $file) or die "$file: $!\n"; print $f map { "$_\n" } @l; close($f) or die; }
sub trim { my ($s) = @_; $s =~ s/\s+$//; return $s; }

# README.md as a list of [kind, lines...]: text, sql, output
my @parts = (['text']);
my $kind = 'text';
my $after_sql = 0;
for my $line (read_lines('README.md'))
{
	if ($kind eq 'text')
	{
		push @{ $parts[-1] }, $line;
		if ($line =~ /^```(.*)$/)
		{
			$kind = $1 eq 'sql' ? 'sql' : $1 eq '' && $after_sql ? 'output' : 'other';
			push @parts, [$kind];
		}
		elsif ($line !~ /^\s*$/) { $after_sql = 0; }
	}
	elsif ($line eq '```')
	{
		$after_sql = $kind eq 'sql';
		$kind = 'text';
		push @parts, [ 'text', $line ];
	}
	else { push @{ $parts[-1] }, $line; }
}

my @sql = ('-- The examples of README.md, written by test/readme.pl: edit them there.');
push @sql, @{$_}[ 1 .. $#$_ ] for grep { $_->[0] eq 'sql' } @parts;

# What psql prints behind each sql block: its log repeats every line of the script that is not empty.
my %output;
{
	my @log = read_lines('expected/readme.out');
	my $at = 1;			# behind the head line
	my @blocks = grep { $parts[$_][0] eq 'sql' } 0 .. $#parts;
	for my $i (0 .. $#blocks)
	{
		my @lines = grep { /\S/ } @{ $parts[ $blocks[$i] ] }[ 1 .. $#{ $parts[ $blocks[$i] ] } ];
		my ($next) = $i < $#blocks ? grep { /\S/ } @{ $parts[ $blocks[ $i + 1 ] ] }[ 1 .. $#{ $parts[ $blocks[ $i + 1 ] ] } ] : ();
		for my $line (@lines)
		{
			$at++ while $at < @log && $log[$at] ne $line;
			$at++;
		}
		my @out;
		push @out, $log[ $at++ ] while $at < @log && !(defined $next && $log[$at] eq $next);
		pop @out while @out && $out[-1] =~ /^\s*$/;
		$output{ $blocks[$i] } = [ map { trim($_) } @out ];
	}
}

my $mode = $ARGV[0] // '';
if ($mode eq 'sql')
{
	write_lines('sql/readme.sql', @sql);
}
elsif ($mode eq 'output')
{
	my $last;
	for my $i (0 .. $#parts)
	{
		$last = $i if $parts[$i][0] eq 'sql';
		$parts[$i] = [ 'output', @{ $output{$last} } ] if $parts[$i][0] eq 'output';
	}
	write_lines('README.md', map { @{$_}[ 1 .. $#$_ ] } @parts);
}
elsif ($mode eq 'check')
{
	my ($passed, $failed) = (0, 0);
	my @have = read_lines('sql/readme.sql');
	if (join("\n", map { trim($_) } @have) eq join("\n", map { trim($_) } @sql)) { $passed++; }
	else
	{
		$failed++;
		print "not ok: sql/readme.sql is not the sql blocks of README.md: run test/readme.pl sql\n";
	}
	my $last;
	for my $i (0 .. $#parts)
	{
		my ($k, @lines) = @{ $parts[$i] };
		$last = $i if $k eq 'sql';
		next if $k ne 'output';
		if (join("\n", map { trim($_) } @lines) eq join("\n", @{ $output{$last} })) { $passed++; }
		else
		{
			$failed++;
			print "not ok: expected/readme.out has another output than README.md for: $parts[$last][1]\n";
		}
	}
	print "$passed passed, $failed failed\n";
}
else
{
	die "usage: test/readme.pl check|sql|output\n";
}
