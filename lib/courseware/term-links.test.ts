import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseGlossary } from './glossary';
import { treeOf } from './lesson-tree';
import { linkTerms } from './term-links';

const about = { text: 'Twenty letters, or more.', explained: 'any' };
const terms = parseGlossary(
  JSON.stringify([
    { ...about, term: 'process', frequent: true },
    { ...about, term: 'process control block', forms: ['control block', 'PCB'] },
    { ...about, term: 'blocking' },
    { ...about, term: 'non-blocking' },
    { ...about, term: 'copy', forms: ['copies of'] },
    { ...about, term: 'queue' },
    { ...about, term: 'ready (state)', emphasised: ['ready'] },
    { ...about, term: 'fork', codes: ['fork'] },
    { ...about, term: 'port (network)', forms: ['port'], only: ['sockets'] },
    { ...about, term: 'port (mailbox)', forms: ['port'], only: ['mach'] },
  ]),
);

/** The text with each link as [words|term], and headings, code and the rest as they are. */
function linked(markdown: string, lesson = 'any'): string {
  const tree = treeOf(markdown);
  linkTerms(tree, terms, lesson);
  return shown(tree).trim();
}

function shown(node: Nodes): string {
  if (node.type === 'glossaryTerm')
    return `[${node.children.map(shown).join('')}|${node.data.hProperties.term}]`;
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map(shown).join('');
  return ['paragraph', 'heading', 'tableCell'].includes(node.type) ? `${text}\n` : text;
}

describe('terms in a lesson', () => {
  it('are linked by their longest form, in the plural and across lines too', () => {
    expect(linked('Many process\ncontrol blocks, and a process.')).toBe(
      'Many [process\ncontrol blocks|process-control-block], and a [process|process].',
    );
    expect(linked('Its copies are queued.')).toBe('Its [copies|copy] are queued.');
    expect(linked('Processes of Unix')).toBe('[Processes|process] of Unix');
  });

  it('are whole words', () => {
    expect(linked('A subprocess, processing, process_id, my-process, non-blocking')).toBe(
      'A subprocess, processing, process_id, my-process, [non-blocking|non-blocking]',
    );
    expect(linked("The process's queue; blocking.")).toBe(
      "The [process|process]'s [queue|queue]; [blocking|blocking].",
    );
  });

  it('with capitals are nothing else', () => {
    expect(linked('A pcb, two PCBs')).toBe('A pcb, two [PCBs|process-control-block]');
  });

  it('are linked once in each section, frequent ones once in the lesson', () => {
    expect(
      linked(
        'A queue, a process, a queue.\n\n## Next\n\nA process in a queue.\n\n### In it\n\nA queue.',
      ),
    ).toBe(
      'A [queue|queue], a [process|process], a queue.\nNext\nA process in a [queue|queue].\nIn it\nA queue.',
    );
  });

  it('are not taken apart when they come again', () => {
    expect(linked('A control block in a queue. A control block.')).toBe(
      'A [control block|process-control-block] in a [queue|queue]. A control block.',
    );
    expect(linked('A PCB. A process control block.')).toBe(
      'A [PCB|process-control-block]. A process control block.',
    );
  });

  it('may need emphasis, may be code, and depend on the lesson', () => {
    expect(linked('Get ready. It is **ready**.')).toBe('Get ready. It is [ready|ready-state].');
    expect(linked('After `fork` or `fork()`')).toBe('After [fork|fork] or fork()');
    expect(linked('A port.')).toBe('A port.');
    expect(linked('A port.', 'mach')).toBe('A [port|port-mailbox].');
    expect(linked('A port.', 'sockets')).toBe('A [port|port-network].');
  });

  it.each([
    ['headings', '# A queue\n\n## A queue\n\n### A queue'],
    ['heads of tables', '| queue |\n| --- |\n| x |'],
    ['links', '[a queue](/here) and ![a queue](picture)'],
    ['code', '`a queue` and\n\n```c\nint queue;\n```'],
    ['programs', ':::program{title="A queue"}\n```c\nint queue;\n```\n:::'],
    ['titles of asides', ':::note[A queue]\nnothing\n:::'],
    ['formulas', '$queue$'],
    ['references', '## References\n\nDijkstra: *A queue*.'],
  ])('are left alone in %s', (_what, markdown) => {
    expect(linkTerms(treeOf(markdown), terms, 'any')).toEqual([]);
  });

  it('are found in lists, tables, asides and emphasis, with their section', () => {
    const tree = treeOf(
      [
        '- a *queue*\n\n## One\n\n| a |\n| --- |\n| queue |',
        '## Two\n\n:::note[x]\na queue\n:::\n\n## Three\n\n> a queue',
      ].join('\n\n'),
    );
    expect(linkTerms(tree, terms, 'any').map(({ section }) => section)).toEqual([
      null,
      'one',
      'two',
      'three',
    ]);
  });
});
