import { describe, expect, it } from 'vitest';
import { pid } from '../pid';
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

  it('has version 2 where a choice ends when somebody becomes ready', () => {
    const preemptible: Choice[] = [
      { pid: pid(100), until: { kind: 'blocked' }, preemptible: true },
      { pid: pid(101), until: { kind: 'instructions', count: 7 }, preemptible: true },
      { pid: pid(101), until: { kind: 'instructions', count: 7 } },
    ];
    const text = 'forkyard-schedule/2 100bw 101:7w 101:7';
    expect(formatSchedule(preemptible)).toBe(text);
    expect(parseSchedule(text)).toEqual({
      kind: 'schedule',
      choices: preemptible,
      timing: 'clock',
    });
  });

  it('reads back', () => {
    expect(parseSchedule(` ${formatSchedule(choices)}\n`)).toEqual({
      kind: 'schedule',
      choices,
      timing: 'clock',
    });
  });

  it('has version 4 where everything is chosen', () => {
    const chosen: Choice[] = [
      { pid: pid(100), until: { kind: 'visible' } },
      { pid: pid(100), until: { kind: 'visible' }, way: 1 },
      { pid: pid(101), until: { kind: 'timeout' } },
      { pid: pid(100), until: { kind: 'alarm' } },
      { pid: pid(101), until: { kind: 'signal' } },
      { pid: pid(101), until: { kind: 'acquire' } },
    ];
    const text = 'forkyard-schedule/4 100v 100v/1 101t 100r 101s 101a';
    expect(formatSchedule(chosen, 'chosen')).toBe(text);
    expect(parseSchedule(text)).toEqual({ kind: 'schedule', choices: chosen, timing: 'chosen' });
  });

  it.each([
    ['', 'a schedule begins with'],
    ['forkyard-schedule/3 1b', 'of version 3'],
    ['forkyard-schedule/4 1bw', '"1bw" is not a choice'],
    ['forkyard-schedule/1 1t', '"1t" is not a choice'],
    ['forkyard-schedule/2 1v/1', '"1v/1" is not a choice'],
    ['forkyard-schedule/1 1bw', '"1bw" is not a choice'],
    ['forkyard-schedule/1 x', '"x" is not a choice'],
    ['forkyard-schedule/1 1b*0', 'is not a choice'],
    ['forkyard-schedule/1 1b*999999999', 'is not a choice'],
  ])('%j is refused', (text, message) => {
    const parsed = parseSchedule(text);
    expect(parsed).toMatchObject({ kind: 'unreadable' });
    expect(parsed.kind === 'unreadable' && parsed.message).toContain(message);
  });
});
