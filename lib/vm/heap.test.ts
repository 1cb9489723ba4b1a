import { expect, test } from 'vitest';
import { PAGE_SIZE } from '../abi/address-space';
import { allocate, allocatedBytes, release } from './heap';
import { heapBlocks } from './heap-blocks';
import { ProcessMemory } from './memory';
import { assemble, program } from './testing/assembler';
import { Random } from './testing/random';

const image = assemble(program([]));
const load = (heapBytesMax = 4 * 1024 * 1024): ProcessMemory =>
  ProcessMemory.load(image, { heapBytesMax, stackBytesMax: 1024 * 1024 });

test('addresses are multiples of 16, grow, and never coincide', () => {
  const memory = load();
  let last = 0;
  for (const bytes of [0, 1, 15, 16, 17, 100, 5000, 70_000, 0]) {
    const address = allocate(memory, bytes, 1);
    expect(address % 16).toBe(0);
    expect(address).toBeGreaterThan(last);
    expect(allocatedBytes(memory, address)).toBe(bytes);
    last = address;
  }
  expect(heapBlocks(memory).map((block) => block.bytes)).toEqual([
    0, 1, 15, 16, 17, 100, 5000, 70_000, 0,
  ]);
});

test('too much is NULL, and what is there stays usable', () => {
  const memory = load(256 * 1024);
  expect(allocate(memory, 2 ** 40, 1)).toBe(0);
  expect(allocate(memory, Infinity, 1)).toBe(0);
  expect(allocate(memory, 300 * 1024, 1)).toBe(0);
  const blocks: number[] = [];
  for (
    let address = allocate(memory, 1000, 1);
    address !== 0;
    address = allocate(memory, 1000, 1)
  ) {
    blocks.push(address);
  }
  expect(blocks.length).toBeGreaterThan(220);
  for (const address of blocks) expect(release(memory, address, 2)).toBeNull();
  // The quarantine gives way before the heap gives up, and neighbours are joined.
  expect(allocate(memory, 200 * 1024, 1)).not.toBe(0);
});

test('a freed block is not used again at once', () => {
  const memory = load();
  const first = allocate(memory, 64, 1);
  release(memory, first, 2);
  for (let k = 0; k < 100; k++) expect(allocate(memory, 64, 1)).not.toBe(first);
  expect(release(memory, first, 3)).toBe('already-freed');
  expect(release(memory, first + 16, 3)).toBe('never-allocated');
});

test('allocating and freeing for ever stays within bounds', () => {
  const memory = load();
  for (let k = 0; k < 50_000; k++) {
    const address = allocate(memory, 100, 1);
    expect(address).not.toBe(0);
    release(memory, address, 1);
  }
  expect(memory.breakAddress - memory.layout.heapBase).toBeLessThan(600 * 1024);
});

test('a block that grows by little and little stays within bounds', () => {
  const memory = load();
  let address = 0;
  for (let bytes = 16; bytes < 60_000; bytes += 16) {
    const next = allocate(memory, bytes, 1);
    expect(next).not.toBe(0);
    if (address !== 0) release(memory, address, 1);
    address = next;
  }
});

test('brk by the program itself leaves a hole that the heap goes round', () => {
  const memory = load();
  const first = allocate(memory, 10, 1);
  const own = memory.breakAddress;
  expect(memory.setBreak(own + 3000)).toBe(true);
  memory.writeBytes(own, new Uint8Array(3000).fill(255));
  const second = allocate(memory, 100_000, 1);
  expect(second).toBeGreaterThan(own + 3000);
  expect(memory.readBytes(own, 3000)).toEqual(new Uint8Array(3000).fill(255));
  expect(heapBlocks(memory).map((block) => block.address)).toEqual([first, second]);
  expect(release(memory, first, 1)).toBeNull();
  expect(release(memory, second, 1)).toBeNull();
});

test('a program that moves the break before its first malloc', () => {
  const memory = load();
  memory.setBreak(memory.breakAddress + PAGE_SIZE);
  expect(allocate(memory, 10, 1)).not.toBe(0);
  expect(allocate(memory, 10_000, 1)).not.toBe(0);
});

test('random work against a model: blocks never overlap, contents survive, forks agree', () => {
  let memory = load();
  const random = new Random(2024);
  const model = new Map<number, { bytes: number; fill: number }>();
  for (let step = 0; step < 20_000; step++) {
    if (random.below(100) < 55 || model.size === 0) {
      const bytes = random.below(10) === 0 ? random.below(20_000) : random.below(200);
      const address = allocate(memory, bytes, step);
      if (address === 0) {
        expect(model.size).toBeGreaterThan(50);
        for (const [other] of [...model].slice(0, 40)) {
          release(memory, other, step);
          model.delete(other);
        }
        continue;
      }
      const fill = random.below(256);
      memory.writeBytes(address, new Uint8Array(bytes).fill(fill));
      model.set(address, { bytes, fill });
    } else {
      const [address, expected] = [...model][random.below(model.size)] ?? [0, null];
      if (expected === null) throw new Error('empty');
      expect(memory.readBytes(address, expected.bytes)?.every((b) => b === expected.fill)).toBe(
        true,
      );
      expect(release(memory, address, step)).toBeNull();
      model.delete(address);
    }
    if (step % 2000 === 1999) {
      const blocks = heapBlocks(memory);
      const live = blocks.filter((block) => block.state === 'allocated');
      expect(new Map(live.map((block) => [block.address, block.bytes]))).toEqual(
        new Map([...model].map(([address, { bytes }]) => [address, bytes])),
      );
      blocks.forEach((block, k) => {
        const next = blocks[k + 1];
        if (next !== undefined)
          expect(block.address + block.bytes).toBeLessThanOrEqual(next.address - 32);
      });
      memory = memory.fork();
    }
  }
});
