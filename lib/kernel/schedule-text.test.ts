import { describe, expect, it } from 'vitest';
import { pid } from './pid';
import { formatSchedule, parseSchedule } from './schedule-text';
import type { Choice } from './scheduler';

const choices: readonly Choice[] = [
  { pid: pid(100), until: { kind: 'blocked' } },
  { pid: pid(101), until: { kind: 'instructions', count: 1000 } },
  { pid: pid(101), until: { kind: 'instructions', count: 1000 } },
  { pid: pid(101), until: { kind: 'instructions', count: 17 } },
  { pid: pid(100), until: { kind: 'visible' } },
];

describe('the text of a schedule', () => {
  it('says each choice in a word, repeated ones once', () => {
    expect(formatSchedule(choices)).toBe('forkyard-schedule/1 100b 101:1000*2 101:17 100v');
    expect(formatSchedule([])).toBe('forkyard-schedule/1');
  });

  it('reads back', () => {
    expect(parseSchedule(` ${formatSchedule(choices)}\n`)).toEqual({ kind: 'schedule', choices });
  });

  it.each([
    ['', 'a schedule begins with'],
    ['forkyard-schedule/2 1b', 'of version 2'],
    ['forkyard-schedule/1 x', '"x" is not a choice'],
    ['forkyard-schedule/1 1b*0', 'is not a choice'],
    ['forkyard-schedule/1 1b*999999999', 'is not a choice'],
  ])('%j is refused', (text, message) => {
    const parsed = parseSchedule(text);
    expect(parsed).toMatchObject({ kind: 'unreadable' });
    expect(parsed.kind === 'unreadable' && parsed.message).toContain(message);
  });
});
