import { describe, expect, it } from 'vitest';
import { type SearchDocument, SearchIndex, type SearchKind } from './search-index';
import { stem } from './words';

function aDocument(kind: SearchKind, slug: string, rest: Partial<SearchDocument>): SearchDocument {
  return { kind, slug, section: null, title: slug, heading: null, names: [], text: '', ...rest };
}

const index = new SearchIndex([
  aDocument('lesson', 'memory', { title: 'Memory', text: 'A zombie has none. Nor a semaphore.' }),
  aDocument('lesson', 'ends', {
    title: 'How processes end',
    text: 'By a signal, or by themselves.',
  }),
  aDocument('lesson', 'ends', {
    ...{ section: 'zombies', title: 'How processes end', heading: 'Zombies' },
    text: `A process that has ended stays. ${'It waits for its parent. '.repeat(20)}Its entry in the process table is all that is left, and the status.`,
  }),
  aDocument('glossary', 'zombie', { title: 'zombie', text: 'A process that has ended.' }),
  aDocument('glossary', 'pcb', {
    title: 'process control block',
    names: ['PCB'],
    text: 'A record.',
  }),
  aDocument('exercise', 'undead', { title: 'Zombies and how to avoid them', text: 'Reap them.' }),
  aDocument('quiz', 'swap', { title: 'Swapping' }),
  aDocument('c-name', 'sem_post', { title: 'sem_post', text: 'Adds one to a semaphore.' }),
]);

const all = new Set<SearchKind>(['lesson', 'glossary', 'exercise', 'quiz', 'c-name']);

function found(query: string, kinds = all): readonly string[] {
  return index
    .search(query, { kinds, resultsMax: 10 })
    .map(({ kind, slug, section }) => `${kind} ${slug}${section === null ? '' : `#${section}`}`);
}

describe('search', () => {
  it('puts titles before headings, headings before terms, terms before text', () => {
    expect(found('zombie')).toEqual([
      'exercise undead',
      'lesson ends#zombies',
      'glossary zombie',
      'lesson memory',
    ]);
  });

  it('finds a lesson by its title once, not by each of its sections', () => {
    expect(found('processes end')[0]).toBe('lesson ends');
    expect(found('how processes end').filter((one) => one === 'lesson ends#zombies')).toHaveLength(
      1,
    );
  });

  it('takes words that are only begun, other endings, small letters, abbreviations', () => {
    expect(found('zom')).toEqual(found('zombie'));
    expect(found('swapped')).toEqual(['quiz swap']);
    expect(found('swappi')).toEqual(['quiz swap']);
    expect(found('pcb')).toEqual(['glossary pcb']);
    expect(found('SEM_POST')).toEqual(['c-name sem_post']);
  });

  it('forgives a typing error, where nothing fits as it is', () => {
    expect(found('zombei')).toContain('glossary zombie');
    expect(found('semafore')).toEqual(expect.arrayContaining(['c-name sem_post', 'lesson memory']));
    expect(found('xyzzyx')).toEqual([]);
  });

  it('wants every word, or else shows what has some', () => {
    expect(found('process table')).toEqual(['lesson ends#zombies']);
    expect(found('semaphore swapping')).toContain('quiz swap');
  });

  it('looks at nothing but the kinds that it may show', () => {
    expect(found('zombie', new Set(['glossary']))).toEqual(['glossary zombie']);
    expect(found('sem_post', new Set(['lesson', 'glossary']))).not.toContain('c-name sem_post');
  });

  it('says nothing to nothing', () => {
    for (const nothing of ['', '   ', '?!', 'what is the', '\u0000'])
      expect(found(nothing)).toEqual([]);
  });

  it('shows the place with the words, and marks them', () => {
    const [first] = index.search('process table', { kinds: all, resultsMax: 1 });
    expect(first?.heading).toEqual([{ text: 'Zombies', isMatch: false }]);
    const text = first?.excerpt.map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece));
    expect(text?.join('')).toMatch(
      /^….*Its entry in the \[process\] \[table\] is all that is left.*\.$/,
    );
  });
});

describe('stems', () => {
  it.each([
    ['swap', 'swaps', 'swapped', 'swapping'],
    ['process', 'processes', 'processing', 'processed'],
    ['queue', 'queues', 'queued', 'queuing'],
    ['share', 'shared', 'sharing'],
    ['copy', 'copies'],
    ['call', 'calls', 'called', 'calling'],
    ['marshal', 'marshalled', 'marshalling'],
  ])('of %s are the same', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });
  it.each(['status', 'thing', 'this', 'bss', 'ring', 'red'])('%s keeps its end', (word) => {
    expect(word).toContain(stem(word));
    expect(stem(word).length).toBeGreaterThanOrEqual(word.length - 1);
  });
});
