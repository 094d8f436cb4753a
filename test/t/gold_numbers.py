"""gold_numbers.py GOLD RESULTS_DIR: numbers of the seeds against the gold, by value and overlap

A gold range gives two numbers; gold percents are parts of one.  Ordinals are not in the gold, so they don't count,
nor does what lies inside a gold date.
"""
import json, sys
from decimal import Decimal

gold = json.load(open(sys.argv[1], encoding='utf-8'))
found = wanted = right = 0
for key, g in sorted(gold.items()):
    rows = json.load(open(sys.argv[2] + '/' + g['file'], encoding='utf-8')) or []
    want = []
    for n in g['numbers']:
        for v in n['value'] if isinstance(n['value'], list) else [n['value']]:
            want.append((n['start'], n['end'], Decimal(str(v))))
    dates = [(d['start'], d['end']) for d in g['dates'] if 'start' in d]
    got = []
    for r in rows:
        s, e = r['start'] - 1, r['start'] - 1 + r['length']
        value = Decimal(str(r['value'])) / (100 if r['kind'] == 'percent' else 1)
        if r['kind'] != 'ordinal':
            got.append((s, e, value))
    wanted += len(want)
    for s, e, v in got:
        match = next((w for w in want if w[0] < e and s < w[1] and w[2] == v), None)
        if match:
            want.remove(match)
            right += 1
            found += 1
        elif not any(a < e and s < b for a, b in dates):
            found += 1
            print('#', key, 'not in the gold:', s, repr(r['content']), v)
    for w in want:
        print('#', key, 'missed:', w)
f1 = 2 * right / (found + wanted)
good = f1 >= 0.97
print('%sok - numbers of the seeds: F1 %.3f (%d right, %d found, %d in gold)' % ('' if good else 'not ', f1, right, found, wanted))
print('%d passed, %d failed' % (good, not good))
