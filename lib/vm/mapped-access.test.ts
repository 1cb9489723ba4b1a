import { expect, test } from 'vitest';
import { MAPPING_BASE, PAGE_SIZE } from '../abi/address-space';
import type { OpcodeName } from '../abi/opcodes';
import { executeSlowly } from './slow-path';
import { execute, RunMode } from './processor';
import { SharedRegion } from './shared-region';
import { outgoingSlot, program, start, type Line } from './testing/assembler';
import type { ExecutionContext } from './context';

const POINTER = -4;
const INDEX = -6;
const VALUE = -8;
const out = outgoingSlot;

/** The first access opens the window. */
const opened: readonly Line[] = [
  ['MOVI64', POINTER, MAPPING_BASE, 0],
  ['MOVI64', INDEX, 3, 0],
  ['LD32', out(9), POINTER, 0],
];

function started(body: readonly Line[]): { context: ExecutionContext; region: SharedRegion } {
  const context = start(program([...opened, ...body]));
  const region = new SharedRegion('r', PAGE_SIZE);
  for (let k = 0; k < PAGE_SIZE; k++) region.bytes[k] = (37 * k + 128) & 255;
  context.memory.map(region, MAPPING_BASE, { writable: true });
  return { context, region };
}

const suffixes = ['8S', '8U', '16S', '16U', '32', '64'] as const;
const every: Line[] = suffixes.flatMap((suffix, k): Line[] => [
  [`LD${suffix}` as OpcodeName, out(k), POINTER, 8 * k],
  [`LDX${suffix}` as OpcodeName, out(k), POINTER, INDEX, 8, 8 * k],
  [`LDY${suffix}` as OpcodeName, out(k), POINTER, INDEX, 16, 8 * k],
]);
const stores: Line[] = (['8', '16', '32', '64'] as const).flatMap((bits, k): Line[] => [
  [`ST${bits}` as OpcodeName, POINTER, 512 + 8 * k, VALUE],
  [`STX${bits}` as OpcodeName, POINTER, INDEX, 8, 600 + 8 * k, VALUE],
  [`STY${bits}` as OpcodeName, POINTER, INDEX, 16, 700 + 8 * k, VALUE],
]);

test('through the window every load and store does what the slow path does', () => {
  const body: Line[] = [['MOVI64', VALUE, -123456789, 987654321], ...every, ...stores];
  const fast = started(body);
  expect(execute(fast.context, 1000)).toEqual({ kind: 'system-call', number: 60 });
  expect(fast.context.memory.window).not.toBeNull();
  const slow = started(body);
  execute(slow.context, 3);
  for (let k = 0; k < 1000 && slow.context.pc < fast.context.pc - 2; k++) {
    // Instructions that aren't left by the loop have no slow way.
    if (executeSlowly(slow.context)?.kind === 'fault') execute(slow.context, 1);
  }
  expect(slow.region.bytes).toEqual(fast.region.bytes);
  const { fp } = fast.context;
  expect(slow.context.memory.readBytes(fp - 256, 256)).toEqual(
    fast.context.memory.readBytes(fp - 256, 256),
  );
  expect(slow.context.instructions).toBeLessThanOrEqual(fast.context.instructions);
});

test('what is written through the window is in the next snapshot', () => {
  const { context, region } = started([
    ['MOVI32', VALUE, 77],
    ['ST32', POINTER, 12, VALUE],
  ]);
  const before = region.snapshot();
  execute(context, 1000);
  expect(region.snapshot().pages[0]?.[12]).toBe(77);
  region.restore(before);
  expect(region.bytes[12]).toBe((37 * 12 + 128) & 255);
});

test('what the kernel changes between two executions is heeded', () => {
  const body: Line[] = [
    'l',
    ['ST8', POINTER, 0, VALUE],
    ['LD32', out(0), POINTER, 0],
    ['JMP', 'l'],
  ];
  const again = (change: (context: ExecutionContext, region: SharedRegion) => void) => {
    const { context, region } = started(body);
    expect(execute(context, 100)).toEqual({ kind: 'quantum' });
    change(context, region);
    return execute(context, 100).kind;
  };
  expect(again(() => undefined)).toBe('quantum');
  expect(again(({ memory }) => memory.unmap(MAPPING_BASE, PAGE_SIZE))).toBe('fault');
  expect(again((_, region) => region.resize(0))).toBe('fault');
  const protection = { readable: true, writable: false, line: null };
  expect(again(({ memory }) => memory.protect(MAPPING_BASE, PAGE_SIZE, protection))).toBe('fault');
});

test('past the end, unaligned and refused accesses are seen as before', () => {
  const kindOf = (line: Line) => {
    const { context } = started([line, ['JMP', 'end'], 'end']);
    return execute(context, 1000).kind;
  };
  expect(kindOf(['LD32', out(0), POINTER, PAGE_SIZE - 4])).toBe('system-call');
  expect(kindOf(['LD32', out(0), POINTER, PAGE_SIZE - 3])).toBe('fault');
  expect(kindOf(['LD64', out(0), POINTER, 13])).toBe('system-call');
  expect(kindOf(['LD8U', out(0), POINTER, -1])).toBe('fault');
  const { context } = started([['ST32', POINTER, 0, VALUE]]);
  const protection = { readable: true, writable: false, line: null };
  context.memory.protect(MAPPING_BASE, PAGE_SIZE, protection);
  expect(execute(context, 1000).kind).toBe('fault');
});

test('to an explorer each access is still a visible operation', () => {
  const { context } = started([
    ['LD32', out(0), POINTER, 0],
    ['LD32', out(1), POINTER, 4],
  ]);
  expect(execute(context, 1000, RunMode.untilVisible).kind).toBe('visible');
  const stops = [];
  for (let k = 0; k < 4; k++) stops.push(execute(context, 1000, RunMode.throughVisible).kind);
  expect(stops).toEqual(['visible', 'visible', 'visible', 'system-call']);
});
