"""gold_entities.py GOLD RESULTS_DIR: the names that the database finds in the seeds, against those that are there"""
import json, sys

KIND = {'person': 'PER', 'place': 'LOC', 'organisation': 'ORG'}
gold = json.load(open(sys.argv[1], encoding='utf-8'))['docs']
exact = overlap = found = wanted = same = canonical = 0


def f1(hits):
    return 2 * hits / (found + wanted)


for doc in gold.values():
    rows = json.load(open(sys.argv[2] + '/' + doc['file'], encoding='utf-8'))
    spans = [(r['start'] - 1, r['start'] - 1 + r['length'], KIND[r['kind']], r['canonical']) for r in rows]
    found += len(spans)
    wanted += len(doc['mentions'])
    left = list(spans)
    for m in doc['mentions']:
        kinds = [m['type']] + m.get('alt_types', [])
        hit = [s for s in spans if s[:2] == (m['start'], m['end']) and s[2] in kinds]
        if hit:
            exact += 1
            same += 1
            canonical += hit[0][3] == m['canonical']
        near = [s for s in left if s[0] < m['end'] and m['start'] < s[1] and s[2] in kinds]
        if near:
            overlap += 1
            left.remove(near[0])
good = 0
facts = [('span and kind', f1(exact), 0.88), ('overlap', f1(overlap), 0.93), ('canonical form', canonical / max(same, 1), 0.90)]
for name, value, goal in facts:
    good += value >= goal
    print('%sok - names of the seeds, %s: %.3f (%d found, %d in gold)' % ('' if value >= goal else 'not ', name, value, found, wanted))
print('%d passed, %d failed' % (good, len(facts) - good))
