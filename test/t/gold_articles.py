"""gold_articles.py GOLD RESULTS_DIR: compares what the database says of each seed with the gold, field by field"""
import json, sys

gold = json.load(open(sys.argv[1], encoding='utf-8'))
passed = failed = 0


def check(name, got, wanted):
    global passed, failed
    if got == wanted:
        passed += 1
        print('ok -', name)
    else:
        failed += 1
        print('not ok - %s\n  got:    %r\n  wanted: %r' % (name, got, wanted))


for key, g in sorted(gold.items()):
    r = json.load(open(sys.argv[2] + '/' + g['file'], encoding='utf-8'))
    a, parts = r['article'], r['parts']
    spans = lambda kinds, article: [(p['start'] - 1, p['start'] - 1 + p['length']) for p in parts
                                    if p['part'] in kinds and (p['article'] > 0) == article]
    check(key + ' title', a['title'], g['title'])
    check(key + ' title span', spans(('title',), False), [tuple(g['title_span'])])
    check(key + ' published_on', a['published_on'], g['published_at'])
    check(key + ' author', a['author'], g['author'])
    check(key + ' reading_minutes', a['reading_minutes'], g['reading_minutes'])
    check(key + ' lead', a['lead'], next(b['text'] for b in g['body'] if b['kind'] == 'p'))
    check(key + ' body', a['body'], '\n'.join(b['text'] for b in g['body']))
    check(key + ' body spans', spans(('paragraph', 'heading'), False), [(b['start'], b['end']) for b in g['body']])
    check(key + ' headings', spans(('heading',), False), [(b['start'], b['end']) for b in g['body'] if b['kind'] == 'heading'])
    check(key + ' sources', a['sources'] or [], g['sources'])
    check(key + ' keywords', a['keywords'], g['keywords'] and g['keywords']['gold'])
    check(key + ' related titles', [x['title'] for x in a['related'] or []], [x['title'] for x in g['related']])
    check(key + ' related bodies', [x['body'] for x in a['related'] or []],
          ['\n'.join(b['text'] for b in x['body']) for x in g['related']])
print('%d passed, %d failed' % (passed, failed))
