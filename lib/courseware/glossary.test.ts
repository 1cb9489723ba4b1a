import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseGlossary } from './glossary';
import { glossaryProblems } from './glossary-places';
import { readCourseware, readGlossary } from './repository';

const root = fileURLToPath(new URL('../..', import.meta.url));
const terms = readGlossary(root);
const lessons = readCourseware(root).items.flatMap((item) =>
  item.kind === 'lesson' ? [item.lesson] : [],
);

describe('the glossary', () => {
  it('has the words of the chapter, each used in a lesson and explained in one', () => {
    expect(terms.length).toBeGreaterThan(120);
    expect(glossaryProblems(terms, lessons)).toEqual([]);
  });

  it('is in alphabetical order', () => {
    const names = terms.map(({ term }) => term.toLowerCase());
    expect(names.indexOf('abort')).toBeLessThan(names.indexOf('zombie'));
  });

  it('tells what is wrong with a word', () => {
    const one = { text: 'Twenty letters, or more.', explained: 'wait' };
    const parse = (words: readonly object[]) => () => parseGlossary(JSON.stringify(words));
    expect(parse([{ ...one, term: 'zombie', see: ['orphan'] }])).toThrow(
      '"zombie" points to "orphan"',
    );
    expect(
      parse([
        { ...one, term: 'port (network)', forms: ['port'], only: ['sockets'] },
        { ...one, term: 'port (mailbox)', forms: ['port'] },
      ]),
    ).toThrow('"port" can be "port (network)" and "port (mailbox)"');
    expect(
      glossaryProblems(parse([{ ...one, term: 'zombie', explained: 'wait#where' }])(), [
        { slug: 'wait', title: '', summary: '', minutes: 1, objectives: [], body: 'Nobody.' },
      ]),
    ).toEqual(['"zombie" appears in no lesson', '"zombie": there is no wait#where']);
  });
});
