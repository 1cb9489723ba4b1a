/**
 * Finding what a small program does wrong: runs to the first fault or finding.
 */
import { expect } from 'vitest';
import { BSS_BASE, DATA_BASE, RODATA_BASE, start, type ImageSource } from './assembler';
import type { ExecutionContext } from '../context';
import { execute } from '../processor';
import type { FindingFact } from '../trap';

/** The first finding of the program, of which there must be one. */
export function found(source: ImageSource): FindingFact {
  const { finding } = runTo(start(source));
  if (finding === null) throw new Error('nothing was found');
  return finding;
}

/** On to the next one, or to exit. */
export function runTo(context: ExecutionContext): { finding: FindingFact | null } {
  const trap = execute(context, 1e7);
  if (trap.kind === 'fault' || trap.kind === 'finding') return { finding: trap.finding };
  expect(trap).toEqual({ kind: 'system-call', number: 60 });
  return { finding: null };
}

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** A string, an array with data, and two without, one of which ends inside a granule. */
export const statics: Partial<ImageSource> = {
  rodata: bytes('hello\0'),
  data: bytes('abcdefgh'),
  bssBytes: 64,
  globals: [
    { name: '"hello"', type: 2, location: RODATA_BASE, bytes: 6, line: 0, readOnly: true },
    { name: 'name', type: 2, location: DATA_BASE, bytes: 8, line: 4 },
    { name: 'table', type: 3, location: BSS_BASE, bytes: 16, line: 5 },
    { name: 'odd', type: 5, location: BSS_BASE + 32, bytes: 10, line: 6 },
  ],
};
