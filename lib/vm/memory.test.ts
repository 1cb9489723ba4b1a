import { expect, test } from 'vitest';
import { ARGUMENTS_LIMIT, MAPPING_BASE, PAGE_SIZE, STACK_TOP } from '../abi/address-space';
import {
  contextFromSnapshot,
  forkContext,
  snapshotContext,
  type ExecutionContext,
} from './context';
import { execute, RunMode } from './processor';
import { SharedRegion } from './shared-region';
import { startContext } from './start';
import { ProcessMemory } from './memory';
import {
  assemble,
  BSS_BASE,
  DATA_BASE,
  outgoingSlot,
  program,
  RODATA_BASE,
  start,
} from './testing/assembler';

const data = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const image = assemble({
  ...program([]),
  rodata: new Uint8Array([104, 105, 0]),
  data,
  bssBytes: 3 * PAGE_SIZE,
  globals: [
    { name: 's', type: 2, location: RODATA_BASE, bytes: 3, line: 1, readOnly: true },
    { name: 'd', type: 2, location: DATA_BASE, bytes: 8, line: 2 },
    { name: 'b', type: 2, location: BSS_BASE, bytes: 3 * PAGE_SIZE, line: 3 },
  ],
});
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : String.fromCharCode(...bytes);

test('the kernel reads and writes; what is not mapped or read-only is EFAULT', () => {
  const memory = ProcessMemory.load(image);
  expect(memory.readBytes(DATA_BASE, 8)).toEqual(data);
  expect(memory.writeInt32(DATA_BASE, -5)).toBe(true);
  expect(memory.readInt32(DATA_BASE)).toBe(-5);
  expect(memory.writeInt64(BSS_BASE, -6e9)).toBe(true);
  expect(memory.readInt64(BSS_BASE)).toBe(-6e9);
  expect(text(memory.readCString(RODATA_BASE))).toBe('hi');
  expect(memory.writeInt32(RODATA_BASE, 1)).toBe(false);
  expect(memory.readInt32(0)).toBeNull();
  expect(memory.readInt32(memory.lowEnd - 2)).toBeNull();
  expect(memory.readBytes(ARGUMENTS_LIMIT - 4, 5)).toBeNull();
  expect(memory.writeBytes(MAPPING_BASE, data)).toBe(false);
  // Far down the stack: it grows for the kernel, too.
  expect(memory.writeInt32(STACK_TOP - 1024 * 1024, 7)).toBe(true);
  expect(memory.readInt32(STACK_TOP - 1024 * 1024)).toBe(7);
  expect(memory.readInt32(STACK_TOP - 9 * 1024 * 1024)).toBeNull();
});

test('words are read from pages and mappings without a flat buffer', () => {
  const parent = ProcessMemory.load(image);
  const region = new SharedRegion('shared memory 1', PAGE_SIZE);
  region.view.setInt32(8, -9, true);
  parent.map(region, MAPPING_BASE, { writable: true });
  parent.writeInt32(DATA_BASE + 4, -5);
  parent.writeInt32(BSS_BASE + 2 * PAGE_SIZE, 6);
  parent.writeInt32(STACK_TOP - 8, 7);
  parent.writeInt32(STACK_TOP - 1024 * 1024, 8);
  const child = parent.fork();
  const words = [
    DATA_BASE + 4,
    BSS_BASE + 2 * PAGE_SIZE,
    STACK_TOP - 8,
    STACK_TOP - 1024 * 1024,
    STACK_TOP - 2 * 1024 * 1024,
    MAPPING_BASE + 8,
  ];
  const read = () => words.map((address) => child.readInt32(address));
  expect(read()).toEqual([-5, 6, 7, 8, 0, -9]);
  expect(child.isMaterialized).toBe(false);
  child.materialize();
  expect(read()).toEqual([-5, 6, 7, 8, 0, -9]);
});

test('what is no word of the process is not read without a flat buffer either', () => {
  const parent = ProcessMemory.load(image);
  const region = new SharedRegion('shared memory 1', PAGE_SIZE);
  parent.map(region, MAPPING_BASE, { writable: true, readable: false });
  const child = parent.fork();
  for (const address of [
    0,
    child.lowEnd,
    STACK_TOP - 9 * 1024 * 1024,
    ARGUMENTS_LIMIT,
    MAPPING_BASE,
    MAPPING_BASE + PAGE_SIZE,
  ])
    expect(child.readInt32(address)).toBeNull();
});

test('a string without an end is EFAULT, across pages it is found', () => {
  const memory = ProcessMemory.load(image);
  memory.writeBytes(BSS_BASE, new Uint8Array(PAGE_SIZE + 3).fill(120));
  expect(memory.readCString(BSS_BASE)?.length).toBe(PAGE_SIZE + 3);
  memory.writeBytes(BSS_BASE, new Uint8Array(3 * PAGE_SIZE).fill(120));
  memory.setBreak(memory.breakAddress + 1);
  expect(memory.readCString(BSS_BASE, 100)).toBeNull();
});

test('fork shares pages, and writes of one are not seen by the other', () => {
  const parent = ProcessMemory.load(image);
  parent.writeInt32(DATA_BASE, 1);
  parent.writeInt32(BSS_BASE + PAGE_SIZE, 2);
  const child = parent.fork();
  expect(child.isMaterialized).toBe(false);
  const shared = child.snapshot();
  const again = parent.snapshot();
  shared.lowPages.forEach((page, k) => expect(page).toBe(again.lowPages[k]));
  child.writeInt32(DATA_BASE, 10);
  parent.writeInt32(BSS_BASE + PAGE_SIZE, 20);
  expect(parent.readInt32(DATA_BASE)).toBe(1);
  expect(child.readInt32(BSS_BASE + PAGE_SIZE)).toBe(2);
  const after = child.snapshot();
  const changed = after.lowPages.flatMap((page, k) => (page === shared.lowPages[k] ? [] : [k]));
  expect(changed).toEqual([(DATA_BASE - RODATA_BASE) / PAGE_SIZE]);
  expect(child.pageTable().map((row) => `${row.segment} ${row.state}`)).toEqual([
    'read-only data shared',
    'data shared',
    'bss zero',
    'bss shared',
    'bss zero',
    'heap zero',
  ]);
});

test('a page written with what it held stays shared', () => {
  const memory = ProcessMemory.load(image);
  const before = memory.snapshot();
  memory.writeBytes(DATA_BASE, data);
  expect(memory.pageTable()[1]?.state).toBe('dirty');
  expect(memory.snapshot().lowPages).toEqual(before.lowPages);
  expect(memory.snapshot().lowPages[1]).toBe(before.lowPages[1]);
});

test('restore brings everything back: break, heap, stack, mappings', () => {
  const memory = ProcessMemory.load(image);
  const region = new SharedRegion('shared memory 1', 100);
  memory.writeInt32(STACK_TOP - 64, 5);
  const early = memory.snapshot();
  const at = memory.map(region, null, { writable: true });
  expect(at).toBe(MAPPING_BASE);
  expect(memory.setBreak(memory.breakAddress + 100_000)).toBe(true);
  memory.writeInt32(memory.breakAddress - 4, 9);
  memory.writeInt32(STACK_TOP - 64, 6);
  memory.writeInt32(STACK_TOP - 500_000, 7);
  const late = memory.snapshot();
  memory.restore(early);
  expect(memory.readInt32(STACK_TOP - 64)).toBe(5);
  expect(memory.readInt32(STACK_TOP - 500_000)).toBe(0);
  expect(memory.readInt32(late.breakAddress - 4)).toBeNull();
  expect(memory.mappings).toEqual([]);
  memory.restore(late);
  expect(memory.readInt32(late.breakAddress - 4)).toBe(9);
  expect(memory.readInt32(STACK_TOP - 500_000)).toBe(7);
  expect(memory.mappingAt(MAPPING_BASE + 5)?.region).toBe(region);
  expect(memory.snapshot()).toEqual(late);
  const copy = ProcessMemory.fromSnapshot(late);
  expect(copy.readInt32(late.breakAddress - 4)).toBe(9);
  expect(copy.snapshot()).toEqual(late);
});

test('memory given back and taken again is zero', () => {
  const memory = ProcessMemory.load(image);
  const start = memory.breakAddress;
  expect(memory.setBreak(start + 10_000)).toBe(true);
  memory.writeInt32(start + 100, 3);
  memory.writeInt32(start + 9000, 4);
  expect(memory.setBreak(start + 50)).toBe(true);
  expect(memory.readInt32(start + 9000)).toBeNull();
  expect(memory.setBreak(start + 10_000)).toBe(true);
  expect(memory.readInt32(start + 100)).toBe(0);
  expect(memory.readInt32(start + 9000)).toBe(0);
  expect(memory.setBreak(start - 1)).toBe(false);
  expect(memory.setBreak(start + 65 * 1024 * 1024)).toBe(false);
});

test('shared regions are seen by all who map them, and snapshotted once', () => {
  const region = new SharedRegion('shared memory 1', 5000);
  const a = ProcessMemory.load(image);
  const at = a.map(region, null, { writable: true }) ?? 0;
  const b = a.fork();
  const readOnly = b.map(region, MAPPING_BASE + 16 * PAGE_SIZE, { writable: false }) ?? 0;
  a.writeInt32(at + 4, 42);
  expect(b.readInt32(at + 4)).toBe(42);
  expect(b.readInt32(readOnly + 4)).toBe(42);
  expect(b.writeInt32(readOnly + 4, 1)).toBe(false);
  const first = region.snapshot();
  a.writeInt32(at + 4100, 43);
  const second = region.snapshot();
  expect(second.pages[0]).toBe(first.pages[0]);
  expect(second.pages[1]).not.toBe(first.pages[1]);
  region.restore(first);
  expect(a.readInt32(at + 4100)).toBe(0);
  expect(a.readInt32(at + 4)).toBe(42);
  expect(SharedRegion.fromSnapshot('copy', second).bytes[4100]).toBe(43);
  a.unmap(at, region.bytes.length);
  expect(a.mappingAt(at)).toBeNull();
  expect(a.readInt32(at)).toBeNull();
  expect(b.map(region, at, { writable: true })).toBeNull();
  expect(b.map(region, null, { writable: true })).toBe(at + 2 * PAGE_SIZE);
});

test('arguments lie on top of the stack as System V has them', () => {
  const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
  const context = startContext(image, ['prog', 'x y'].map(bytes), ['HOME=/'].map(bytes));
  if (context === null) throw new Error('does not fit');
  const { memory, fp } = context;
  expect(memory.readInt64(fp + 8)).toBe(0);
  expect(memory.readInt64(fp + 16)).toBe(2);
  const argv = memory.readInt64(fp + 24) ?? 0;
  const envp = memory.readInt64(fp + 32) ?? 0;
  expect(argv).toBeGreaterThanOrEqual(STACK_TOP);
  const string = (vector: number, k: number): string | null =>
    text(memory.readCString(memory.readInt64(vector + 8 * k) ?? 0));
  expect([string(argv, 0), string(argv, 1), memory.readInt64(argv + 16)]).toEqual([
    'prog',
    'x y',
    0,
  ]);
  expect([string(envp, 0), memory.readInt64(envp + 8)]).toEqual(['HOME=/', 0]);
  expect(fp % 16).toBe(0);
  expect(startContext(image, [new Uint8Array(70_000).fill(65)], [])).toBeNull();
});

/** Touches stack, bss, heap and shared memory; leaves a checksum as the exit status. */
const busy = program(
  [
    ['MOVI64', outgoingSlot(0), 400, 0],
    ['INTR', 'malloc'],
    ['MOV64', -10, outgoingSlot(0)],
    ['MOVI64', -12, MAPPING_BASE, 0],
    ['MOVI32', -5, 0],
    ['MOVI32', -7, 0],
    'loop',
    ['PADD', -14, -10, -5, 4],
    ['ST32', -14, 0, -5],
    ['LD32', -15, -12, 0],
    ['ADDS32', -15, -15, -5],
    ['ST32', -12, 0, -15],
    ['STG32', BSS_BASE, -15],
    ['MOV32', outgoingSlot(0), -15],
    ['CALL', 'twice'],
    ['XOR32', -7, -7, outgoingSlot(0)],
    ['ADDSI32', -5, -5, 1],
    ['JLTSI32', -5, 20, 'loop'],
    ['MOV64', outgoingSlot(0), -10],
    ['INTR', 'free'],
    ['MOV32', outgoingSlot(0), -7],
  ],
  {
    bssBytes: 16,
    functions: [
      {
        name: 'twice',
        body: [
          ['ENTER', 32],
          ['POISON', -16, 8],
          ['ADD32', -2, 4, 4],
          ['UNPOISON', -16, 8],
          ['RET32', -2],
        ],
      },
    ],
  },
);

const snapshotWhole = (context: ExecutionContext) => ({
  ...snapshotContext(context),
  memory: context.memory.snapshot(),
});

test('stopped between every two instructions, snapshotted and resumed elsewhere: the same run', () => {
  const whole = start(busy);
  const region = new SharedRegion('r', 64);
  whole.memory.map(region, MAPPING_BASE, { writable: true });
  expect(execute(whole, 1e6)).toEqual({ kind: 'system-call', number: 60 });
  const expected = { ...snapshotWhole(whole), region: region.snapshot() };

  let context = start(busy);
  const again = new SharedRegion('r', 64);
  context.memory.map(again, MAPPING_BASE, { writable: true });
  const marks: ReturnType<typeof snapshotWhole>[] = [];
  for (;;) {
    const snapshot = snapshotWhole(context);
    marks.push(snapshot);
    // Every other step goes on in a copy.
    if (marks.length % 2 === 0) {
      context = contextFromSnapshot(snapshot, ProcessMemory.fromSnapshot(snapshot.memory));
    }
    const trap = execute(context, 1);
    if (trap.kind !== 'quantum') break;
  }
  const end = snapshotWhole(context);
  expect(end.instructions).toBe(expected.instructions);
  expect([end.pc, end.sp, end.fp]).toEqual([expected.pc, expected.sp, expected.fp]);
  expect(end.memory.lowPages).toEqual(expected.memory.lowPages);
  expect(end.memory.stackPages).toEqual(expected.memory.stackPages);
  expect(again.snapshot()).toEqual(expected.region);

  // Back to any moment in place, and forwards again.
  for (const k of [5, 100, 37]) {
    const mark = marks[k];
    if (mark === undefined) throw new Error('too short');
    context.memory.restore(mark.memory);
    context = contextFromSnapshot(mark, context.memory);
    expect(snapshotWhole(context)).toEqual(mark);
  }
});

test('a forked child runs on from where its parent is, with its own memory', () => {
  const parent = start(busy);
  parent.memory.map(new SharedRegion('r', 64), MAPPING_BASE, { writable: true });
  execute(parent, 100);
  const child = forkContext(parent);
  child.memory.unmap(MAPPING_BASE, PAGE_SIZE);
  child.memory.map(new SharedRegion('other', 64), MAPPING_BASE, { writable: true });
  const before = snapshotWhole(parent);
  execute(child, 50);
  expect(child.instructions).toBe(50);
  expect(snapshotWhole(parent)).toEqual(before);
});

test('running until visible operations stops before each access to shared memory and each system call', () => {
  const context = start(busy);
  context.memory.map(new SharedRegion('r', 64), MAPPING_BASE, { writable: true });
  expect(execute(context, 1e6, RunMode.untilVisible)).toEqual({ kind: 'visible' });
  expect(execute(context, 1e6, RunMode.untilVisible)).toEqual({ kind: 'visible' });
  const steps = context.instructions;
  let stops = 1;
  let trap = execute(context, 1e6, RunMode.throughVisible);
  while (trap.kind === 'visible') {
    stops++;
    trap = execute(context, 1e6, RunMode.throughVisible);
  }
  expect(stops).toBe(20 * 2 + 1);
  expect(trap).toEqual({ kind: 'system-call', number: 60 });
  const whole = start(busy);
  whole.memory.map(new SharedRegion('r', 64), MAPPING_BASE, { writable: true });
  execute(whole, 1e6);
  expect(context.instructions).toBe(whole.instructions);
  expect(steps).toBeGreaterThan(5);
});

test('threads without end move the memory seldom', () => {
  const memory = ProcessMemory.load(image);
  const buffers = new Set<ArrayBufferLike>();
  for (let k = 0; k < 200; k++) {
    const area = memory.addThreadStack(1024 * 1024);
    if (area === null) throw new Error('no room');
    memory.writeInt32(area.floor, k);
    buffers.add(memory.u8.buffer);
  }
  expect(buffers.size).toBeLessThan(50);
});
