"""gold_dates.py GOLD RESULTS_DIR: F1 of the dates that the database finds in the seeds; a hit overlaps and has the value"""
import json, sys

gold = json.load(open(sys.argv[1], encoding='utf-8'))
hits = found = wanted = 0


def value(row):
    """the first day, cut to the precision, as the gold writes it"""
    if row['from'] is None:
        return None
    return row['from'][:{'year': 4, 'month': 7}.get(row['precision'], 10)]


for key, g in sorted(gold.items()):
    rows = json.load(open(sys.argv[2] + '/' + g['file'], encoding='utf-8'))
    # gold lists what only looks like a date as well, and says so
    dates = [d for d in g['dates'] if 'not a date' not in d['note']]
    wanted += len(dates)
    found += len(rows)
    for r in rows:
        match = [d for d in dates if d['start'] < r['start'] + r['length'] and r['start'] < d['end']
                 and d['value'] == value(r)]
        if match:
            hits += 1
            dates.remove(match[0])
        else:
            print('not in gold: %s %s %s' % (key, r['content'], value(r)))
    for d in dates:
        print('missed: %s %s %s' % (key, d['text'], d['value']))
f1 = 2 * hits / (found + wanted)
good = f1 >= 0.97
print('%sok - dates of the seeds: F1 %.3f (%d hits, %d found, %d in gold)' % ('' if good else 'not ', f1, hits, found, wanted))
print('%d passed, %d failed' % (good, not good))
