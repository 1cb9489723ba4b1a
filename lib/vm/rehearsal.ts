/**
 * A rehearsal of the processor: every instruction is executed a few times, on usual and on extreme
 * values, before the first program is. An engine optimizes what it has seen. Without this, each
 * program that is the first to use an instruction makes it throw away the optimized loop of
 * `execute`, run slowly for a while and optimize it again: a tenth of a second of processor time,
 * often several times for one program. Nothing that a program could observe changes. Leaves out what
 * the loop always leaves to others: system calls, intrinsics, variable-length arrays.
 */
import { DATA_BASE_MIN, MAPPING_BASE, PAGE_SIZE, TEXT_BASE } from '../abi/address-space';
import type { FunctionInfo, ProgramImage } from '../abi/image';
import { Opcode, OPCODES, type OpcodeInfo, type OpcodeName } from '../abi/opcodes';
import { forkContext, type ExecutionContext } from './context';
import { execute } from './processor';
import { SharedRegion } from './shared-region';
import { startContext } from './start';

const DATA_BASE = DATA_BASE_MIN;
/** An object without a value, so that its first accesses are of that kind. */
const UNSET_BASE = DATA_BASE + 64;
const OBJECT_BYTES = 32;
const FRAME_BYTES = 256;

/** Slots of the frame: `a`, `b`, `c` and `d` as in abi/opcodes. */
const Slot = {
  d: -4,
  a: -8,
  b: -12,
  c: -16,
  pointer: -20,
  unset: -24,
  local: -28,
  index: -32,
  callee: -36,
  mapped: -40,
};
const INDEX = 1;
const IMMEDIATE = 5;

const LEFT_OUT: ReadonlySet<OpcodeName> = new Set([
  ...(['ILL', 'SYS', 'INTR', 'ALLOCA', 'ALLOCV', 'CLEAR'] as const),
  // Part of every call.
  ...(['ENTER', 'RET', 'RET32', 'RET64', 'RETN'] as const),
]);

/** Low and high words of `a` and `b`. */
const VALUES: readonly (readonly [number, number, number, number])[] = [
  [7, 0, 3, 0],
  [7, 0, 40, 0],
  [3, 0, 7, 0],
  [5, 0, 5, 0],
  [0, 0, 1, 0],
  [-7, -1, 2, 0],
  [-8, -1, -1, -1],
  [0x7fffffff, 0, 0x7ffffff0, 0],
  [0x70000000, 0x7fffffff, 0x70000000, 0x7ffffff0],
  [-0x80000000, -0x80000000, -1, -1],
  [-5, 0x1000, 12, 0x1000],
  // Floating point: 1.5 and -0.25 as double, as float; more than any integer; no number.
  [0, 0x3ff80000, 0, -0x40300000],
  [0x3fc00000, 0, -0x41800000, 0],
  [0, 0x7e37e43c, 0, 0x3ff00000],
  [0, 0x7ff80000, 0, 0x7ff80000],
];

/** After the first of them the engine begins to take notes. */
const ROUNDS = 4;
const INSTRUCTIONS_MAX = 100_000;

let rehearsed = false;

/** Does nothing but the first time. */
export function rehearse(): void {
  if (rehearsed) return;
  rehearsed = true;
  const { image, places } = script();
  const context = startContext(image, [], []);
  if (context === null) throw new Error('no room for a rehearsal');
  execute(context, 1);
  // What memories go through, too: code that was optimized for memories as they begin would be thrown away.
  const { memory } = context;
  memory.setBreak(memory.breakAddress + PAGE_SIZE);
  const snapshot = memory.snapshot();
  forkContext(context).memory.materialize();
  memory.compact();
  memory.restore(snapshot);
  memory.map(new SharedRegion('rehearsal', PAGE_SIZE), MAPPING_BASE, { writable: true });
  for (let round = 0; round < ROUNDS; round++) {
    for (const values of VALUES) {
      setSlots(context, values);
      context.pc = places[0] ?? image.entry;
      while (execute(context, INSTRUCTIONS_MAX).kind !== 'system-call') {
        // A note went on by itself, a fault (a division by zero) did not.
        const { pc } = context;
        if (places.includes(pc)) context.pc = places.find((place) => place > pc) ?? pc;
      }
    }
  }
}

function setSlots(
  { memory, fp }: ExecutionContext,
  [al, ah, bl, bh]: (typeof VALUES)[number],
): void {
  const set = (slot: number, low: number, high: number) => {
    memory.writeInt32(fp + 4 * slot, low);
    memory.writeInt32(fp + 4 * slot + 4, high);
  };
  set(Slot.a, al, ah);
  set(Slot.b, bl, bh);
  set(Slot.c, al, ah);
  set(Slot.pointer, DATA_BASE, 0);
  set(Slot.unset, UNSET_BASE, 0);
  set(Slot.mapped, MAPPING_BASE, 0);
  set(Slot.local, fp + 4 * Slot.d, 0);
  set(Slot.index, INDEX, 0);
  set(Slot.callee, TEXT_BASE + 4, 0);
  memory.unset(UNSET_BASE, OBJECT_BYTES);
}

interface Script {
  readonly image: ProgramImage;
  /** Where its instructions begin, those of called functions left out. */
  readonly places: readonly number[];
}

function script(): Script {
  const code: number[] = [Opcode.ILL];
  const functions: FunctionInfo[] = [];
  const places: number[] = [];
  const emit = (name: OpcodeName, ...operands: number[]) => {
    code.push(Opcode[name], ...operands);
  };
  const define = (name: string, body: () => void): number => {
    const start = code.length;
    emit('ENTER', FRAME_BYTES);
    body();
    const place = { library: true, file: 0, line: 1, frameBytes: FRAME_BYTES };
    functions.push({ name, start, end: code.length, ...place, parameters: [], locals: [] });
    return start;
  };
  const callees = [
    define('nothing', () => emit('RET')),
    define('int', () => emit('RET32', Slot.a)),
    define('long', () => emit('RET64', Slot.a)),
  ];
  const entry = define('everything', () => {
    for (const info of OPCODES) {
      if (LEFT_OUT.has(info.name)) continue;
      const variants =
        info.name === 'CALL' ? callees : [Slot.pointer, Slot.unset, Slot.local, Slot.mapped];
      for (const variant of variants) {
        places.push(code.length);
        emit(info.name, ...operandsOf(info, code.length, variant));
      }
    }
    emit('SYS', 0);
  });
  return { image: imageOf(code, entry, functions), places };
}

/** `variant`: the slot of a pointer to memory, or which function is called. */
function operandsOf({ name, operands }: OpcodeInfo, at: number, variant: number): number[] {
  const next = at + 1 + operands.length;
  if (name === 'CALL') return [variant];
  if (name === 'CALLR') return [Slot.callee];
  if (name === 'COPY' || name === 'COPYA') return [Slot.pointer, variant, 16];
  if (name === 'SWITCH') return [Slot.a, 0, 2, next + 1, next + 1, next + 1];
  const element = /^(LD|ST)[XY](8|16|32|64)/.exec(name);
  const access = element ?? /^(LD|ST)(8|16|32|64)/.exec(name);
  let immediates = 0;
  return [...operands].map((kind) => {
    switch (kind) {
      case 'a':
        return access === null ? Slot.a : variant;
      case 'b':
        return element === null ? Slot.b : Slot.index;
      case 'c':
        return Slot.c;
      case 'o':
        return 4 * Slot.d;
      case 'g':
        return DATA_BASE;
      case 't':
        return next;
      case 'n':
        return name.startsWith('SARG') ? 0 : 8;
      case 'i':
        if (element !== null) return immediates++ === 0 ? Number(element[2]) / 8 : 0;
        return access === null ? IMMEDIATE : 0;
      default:
        return Slot.d;
    }
  });
}

function imageOf(
  code: readonly number[],
  entry: number,
  functions: readonly FunctionInfo[],
): ProgramImage {
  const none = new Int32Array(0);
  const object = { type: 0, bytes: OBJECT_BYTES, line: 1 };
  // In the linker's order: for the engine it is an object of the same form as every other image.
  return {
    version: 1,
    name: 'rehearsal',
    code: Int32Array.from(code),
    entry,
    rodata: { address: DATA_BASE, bytes: new Uint8Array(0) },
    data: { address: DATA_BASE, bytes: new Uint8Array(PAGE_SIZE) },
    threadLocal: { address: DATA_BASE, bytes: new Uint8Array(0) },
    bss: { address: DATA_BASE + PAGE_SIZE, bytes: 0 },
    heapBase: DATA_BASE + PAGE_SIZE,
    functions,
    globals: [
      { name: 'set', location: DATA_BASE, ...object },
      { name: 'unset', location: UNSET_BASE, ...object },
    ],
    files: ['rehearsal'],
    lines: { pc: none, file: none, line: none, column: none },
    passedOn: none,
    types: [{ kind: 'integer', name: 'char', bytes: 1, signed: true }],
  };
}
