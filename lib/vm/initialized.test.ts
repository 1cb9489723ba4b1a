import { expect, test } from 'vitest';
import { allocate } from './heap';
import {
  firstUninitialized,
  initializednessOf,
  markInitialized,
  passInitializedness,
} from './initialized';
import type { ProcessMemory } from './memory';
import { program, start } from './testing/assembler';

function withBlock(bytes: number): { memory: ProcessMemory; address: number; flat: number } {
  const { memory } = start(program([['NOP']]));
  const address = allocate(memory, bytes, 0);
  return { memory, address, flat: address - memory.lowDelta };
}

test('bytes get values one by one, in any order, and a whole granule is accessible as any', () => {
  const { memory, flat } = withBlock(21);
  expect(firstUninitialized(memory, flat, 21)).toBe(flat);
  for (const at of [3, 0, 2, 1, 7, 5, 4]) markInitialized(memory, flat + at, 1);
  expect(firstUninitialized(memory, flat, 21)).toBe(flat + 6);
  markInitialized(memory, flat + 6, 1);
  expect(memory.shadow[flat >> 3]).toBe(0);
  // The last granule has five bytes only.
  markInitialized(memory, flat + 8, 13);
  expect(firstUninitialized(memory, flat, 21)).toBe(-1);
  expect(memory.shadow[(flat >> 3) + 2]).toBe(5);
});

test('what the kernel writes has a value', () => {
  const { memory, address, flat } = withBlock(16);
  memory.writeInt32(address + 4, 1);
  memory.writeBytes(address + 9, Uint8Array.of(1, 2, 3));
  expect([...(initializednessOf(memory, flat, 16) ?? [])].join('')).toBe('0000111101110000');
});

test('a copy is as its source in the heap; on the stack it takes no value away', () => {
  const { memory, address, flat } = withBlock(8);
  markInitialized(memory, flat + 2, 2);
  const source = initializednessOf(memory, flat, 8);
  const other = allocate(memory, 8, 0) - memory.lowDelta;
  markInitialized(memory, other, 8);
  passInitializedness(memory, other, 8, source, memory.isHeap(address));
  expect(initializednessOf(memory, other, 8)).toEqual(source);
  markInitialized(memory, other, 8);
  passInitializedness(memory, other, 8, source, false);
  expect(initializednessOf(memory, other, 8)).toBeNull();
});

test('snapshots, forks and restoring carry it', () => {
  const { memory, address, flat } = withBlock(24);
  markInitialized(memory, flat + 1, 3);
  const before = initializednessOf(memory, flat, 24);
  const snapshot = memory.snapshot();
  markInitialized(memory, flat, 24);
  const child = memory.fork();
  child.materialize();
  expect(initializednessOf(child, address - child.lowDelta, 24)).toBeNull();
  memory.restore(snapshot);
  expect(initializednessOf(memory, flat, 24)).toEqual(before);
  // Into a memory that has no flat buffer yet, too.
  child.compact();
  child.restore(snapshot);
  child.materialize();
  expect(initializednessOf(child, address - child.lowDelta, 24)).toEqual(before);
});
