"""gold_quotes.py GOLD RESULTS_DIR: the quotations that the database finds in the seeds: F1 of exact spans, share with the right speaker"""
import json, sys

gold = json.load(open(sys.argv[1], encoding='utf-8'))
hits = found = wanted = right = 0


def is_right(row, quote):
    """the speaker as written; where gold says that it is elided, a part of whom it means, carried over"""
    if quote['speaker'] is not None:
        return row['speaker'] == quote['speaker']
    return row['carried'] and row['speaker'] is not None and (
        row['speaker'] in quote['speaker_resolved'] or quote['speaker_resolved'] in row['speaker'])


for key, g in sorted(gold.items()):
    rows = json.load(open(sys.argv[2] + '/' + g['file'], encoding='utf-8'))
    quotes = list(g['quotes'])
    wanted += len(quotes)
    found += len(rows)
    for r in rows:
        match = [q for q in quotes if q['start'] == r['start'] and q['end'] == r['start'] + r['length']]
        if not match:
            print('not in gold: %s %s' % (key, r['content']))
            continue
        hits += 1
        quotes.remove(match[0])
        right += is_right(r, match[0])
        if not is_right(r, match[0]):
            print('speaker: %s %s, in gold %s (%s)' % (key, r['speaker'], match[0]['speaker'], match[0]['speaker_resolved']))
    for q in quotes:
        print('missed: %s %s' % (key, q['text']))
f1 = 2 * hits / (found + wanted)
share = right / wanted
passed = (f1 >= 0.95) + (share >= 0.85)
print('%sok - quotations of the seeds: F1 %.3f (%d hits, %d found, %d in gold)' % ('' if f1 >= 0.95 else 'not ', f1, hits, found, wanted))
print('%sok - quotations of the seeds: speaker right %.3f' % ('' if share >= 0.85 else 'not ', share))
print('%d passed, %d failed' % (passed, 2 - passed))
