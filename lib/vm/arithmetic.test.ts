import { describe, expect, test } from 'vitest';
import { Opcode, type OpcodeName } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { execute } from './processor';
import { start, type Line } from './testing/assembler';
import { Random } from './testing/random';
import type { Trap } from './trap';

const ROUNDS = 400;
/** Byte offsets from fp of the slots a, b and the result. */
const A = -16;
const B = -24;
const D = -32;

/** Contexts by instruction: assembling thousands of images would be slow. */
function machine(line: Line): ExecutionContext {
  const body: Line[] = [['ENTER', 64], 'top', line, ['NOP'], ['JMP', 'top']];
  const context = start({ functions: [{ name: 'main', body }] });
  execute(context, 1);
  return context;
}

/** Runs the instruction once on the values and gives the result's bits. */
function run(context: ExecutionContext, a: bigint, b: bigint): { result: bigint; trap: Trap } {
  const { memory, fp } = context;
  const view = new DataView(memory.u8.buffer);
  const at = (offset: number): number => fp + offset - memory.stackDelta;
  view.setBigInt64(at(A), BigInt.asIntN(64, a), true);
  view.setBigInt64(at(B), BigInt.asIntN(64, b), true);
  view.setBigInt64(at(D), 0x1111_2222_3333_4444n, true);
  context.noted.clear();
  const { pc } = context;
  const trap = execute(context, 1);
  const result = view.getBigInt64(at(D), true);
  context.pc = pc;
  return { result, trap };
}

const d = D / 4;
const a = A / 4;
const b = B / 4;

type Reference = (x: bigint, y: bigint) => bigint | 'fault';

const binary: Record<string, Reference> = {
  ADD: (x, y) => x + y,
  SUB: (x, y) => x - y,
  MUL: (x, y) => x * y,
  AND: (x, y) => x & y,
  OR: (x, y) => x | y,
  XOR: (x, y) => x ^ y,
};

function checkBinary(name: OpcodeName, bits: 32 | 64, signed: boolean, reference: Reference): void {
  const context = machine([name, d, a, b] as unknown as Line);
  const random = new Random(Opcode[name] + 77);
  for (let round = 0; round < ROUNDS; round++) {
    const [x, y] = [random.bits64(), random.bits64()];
    const cut = (v: bigint): bigint => (signed ? BigInt.asIntN(bits, v) : BigInt.asUintN(bits, v));
    const expected = reference(cut(x), cut(y));
    const { result, trap } = run(context, x, y);
    if (expected === 'fault') {
      expect(trap.kind, `${name} ${x} ${y}`).toBe('fault');
      continue;
    }
    expect(trap.kind === 'fault', `${name} ${x} ${y}`).toBe(false);
    expect(BigInt.asIntN(bits, result), `${name} ${x} ${y}`).toBe(BigInt.asIntN(bits, expected));
    if (bits === 32) expect(result >> 32n, 'high word untouched').toBe(0x1111_2222n);
    if (/^(ADD|SUB|MUL)S/.test(name)) {
      const overflows = cut(expected) !== expected;
      expect(trap.kind, `${name} ${x} ${y}`).toBe(overflows ? 'finding' : 'quantum');
    }
  }
}

describe('integers against BigInt', () => {
  for (const bits of [32, 64] as const) {
    for (const [name, reference] of Object.entries(binary)) {
      test(`${name}${bits}`, () =>
        checkBinary(`${name}${bits}` as OpcodeName, bits, true, reference));
      if (['ADD', 'SUB', 'MUL'].includes(name)) {
        test(`${name}S${bits}`, () =>
          checkBinary(`${name}S${bits}` as OpcodeName, bits, true, reference));
      }
    }
    const lowest = -(1n << BigInt(bits - 1));
    const divide: Reference = (x, y) => (y === 0n || (y === -1n && x === lowest) ? 'fault' : x / y);
    const remainder: Reference = (x, y) =>
      y === 0n || (y === -1n && x === lowest) ? 'fault' : x % y;
    test(`division ${bits}`, () => {
      checkBinary(`DIVS${bits}`, bits, true, divide);
      checkBinary(`DIVU${bits}`, bits, false, divide);
      checkBinary(`REMS${bits}`, bits, true, remainder);
      checkBinary(`REMU${bits}`, bits, false, remainder);
    });
    test(`comparisons ${bits}`, () => {
      const compare: Record<string, [boolean, (x: bigint, y: bigint) => boolean]> = {
        EQ: [true, (x, y) => x === y],
        NE: [true, (x, y) => x !== y],
        LTS: [true, (x, y) => x < y],
        LES: [true, (x, y) => x <= y],
        LTU: [false, (x, y) => x < y],
        LEU: [false, (x, y) => x <= y],
      };
      for (const [name, [signed, holds]] of Object.entries(compare)) {
        const context = machine([`${name}${bits}`, d, a, b] as unknown as Line);
        const jump = machine([`J${name}${bits}`, a, b, 'top'] as unknown as Line);
        const random = new Random(bits);
        for (let round = 0; round < ROUNDS; round++) {
          const x = random.bits64();
          const y = random.below(4) === 0 ? x : random.bits64();
          const cut = (v: bigint): bigint =>
            signed ? BigInt.asIntN(bits, v) : BigInt.asUintN(bits, v);
          const expected = holds(cut(x), cut(y));
          const { result } = run(context, x, y);
          expect(BigInt.asIntN(32, result), `${name}${bits} ${x} ${y}`).toBe(expected ? 1n : 0n);
          const { pc } = jump;
          run(jump, x, y);
          jump.pc = pc;
          const view = new DataView(jump.memory.u8.buffer);
          view.setBigInt64(jump.fp + A - jump.memory.stackDelta, x, true);
          view.setBigInt64(jump.fp + B - jump.memory.stackDelta, y, true);
          execute(jump, 1);
          expect(jump.pc === pc, `J${name}${bits} ${x} ${y}`).toBe(expected);
          jump.pc = pc;
        }
      }
    });
    test(`shifts ${bits}`, () => {
      const shifts: Record<string, (x: bigint, n: bigint) => bigint> = {
        SHL: (x, n) => x << n,
        SHRS: (x, n) => x >> n,
        SHRU: (x, n) => BigInt.asUintN(bits, x) >> n,
      };
      for (const [name, reference] of Object.entries(shifts)) {
        const context = machine([`${name}${bits}`, d, a, b] as unknown as Line);
        const random = new Random(3);
        for (let round = 0; round < ROUNDS; round++) {
          const x = BigInt.asIntN(bits, random.bits64());
          const n = BigInt(random.below(80)) - 4n;
          const { result, trap } = run(context, x, n);
          const expected = reference(x, n & BigInt(bits - 1));
          expect(BigInt.asIntN(bits, result), `${name}${bits} ${x} ${n}`).toBe(
            BigInt.asIntN(bits, expected),
          );
          expect(trap.kind).toBe(n < 0n || n >= BigInt(bits) ? 'finding' : 'quantum');
        }
      }
    });
  }

  test('immediates', () => {
    const random = new Random(11);
    for (let round = 0; round < 60; round++) {
      const i = Number(BigInt.asIntN(32, random.bits64()));
      const big = BigInt(i);
      const n = i & 31;
      const forms: [OpcodeName, number, 32 | 64, (x: bigint) => bigint][] = [
        ['ADDI32', i, 32, (x) => x + big],
        ['ADDSI32', i, 32, (x) => x + big],
        ['MULI32', i, 32, (x) => x * big],
        ['MULSI32', i, 32, (x) => x * big],
        ['ANDI32', i, 32, (x) => x & big],
        ['SHLI32', n, 32, (x) => x << BigInt(n)],
        ['SHRSI32', n, 32, (x) => x >> BigInt(n)],
        ['SHRUI32', n, 32, (x) => BigInt.asUintN(32, x) >> BigInt(n)],
        ['ADDI64', i, 64, (x) => x + big],
        ['ADDSI64', i, 64, (x) => x + big],
      ];
      for (const [name, immediate, bits, reference] of forms) {
        const context = machine([name, d, a, immediate] as unknown as Line);
        for (let k = 0; k < 8; k++) {
          const x = BigInt.asIntN(bits, random.bits64());
          const { result, trap } = run(context, x, 0n);
          const exact = reference(x);
          expect(BigInt.asIntN(bits, result), `${name} ${x} ${immediate}`).toBe(
            BigInt.asIntN(bits, exact),
          );
          const noted =
            /SI/.test(name) && !name.startsWith('SH') && BigInt.asIntN(bits, exact) !== exact;
          expect(trap.kind, `${name} ${x} ${immediate}`).toBe(noted ? 'finding' : 'quantum');
        }
      }
    }
  });

  test('unary operations and integer conversions', () => {
    const forms: [OpcodeName, 32 | 64, 32 | 64, (x: bigint) => bigint][] = [
      ['NEG32', 32, 32, (x) => -x],
      ['NOT32', 32, 32, (x) => ~x],
      ['NEG64', 64, 64, (x) => -x],
      ['NOT64', 64, 64, (x) => ~x],
      ['MOV32', 32, 32, (x) => x],
      ['MOV64', 64, 64, (x) => x],
      ['SX8', 32, 32, (x) => BigInt.asIntN(8, x)],
      ['SX16', 32, 32, (x) => BigInt.asIntN(16, x)],
      ['ZX8', 32, 32, (x) => BigInt.asUintN(8, x)],
      ['ZX16', 32, 32, (x) => BigInt.asUintN(16, x)],
      ['SX64', 32, 64, (x) => x],
      ['ZX64', 32, 64, (x) => BigInt.asUintN(32, x)],
      ['NEZ32', 32, 32, (x) => (x === 0n ? 0n : 1n)],
      ['NEZ64', 64, 32, (x) => (x === 0n ? 0n : 1n)],
    ];
    for (const [name, from, to, reference] of forms) {
      const context = machine([name, d, a] as unknown as Line);
      const random = new Random(5);
      for (let round = 0; round < ROUNDS; round++) {
        const x = random.bits64();
        const { result } = run(context, x, 0n);
        expect(BigInt.asIntN(to, result), `${name} ${x}`).toBe(
          BigInt.asIntN(to, reference(BigInt.asIntN(from, x))),
        );
      }
    }
  });

  test('pointer arithmetic', () => {
    const random = new Random(9);
    for (const scale of [1, 4, 24, -8, 100_000]) {
      const by32 = machine(['PADD', d, a, b, scale]);
      const by64 = machine(['PADD64', d, a, b, scale]);
      const difference = machine(['PDIFF', d, a, b, scale]);
      for (let round = 0; round < ROUNDS; round++) {
        const [x, y] = [random.bits64(), random.bits64()];
        const wrap = (v: bigint): bigint => BigInt.asIntN(64, v);
        const big = BigInt(scale);
        expect(run(by32, x, y).result).toBe(wrap(x + BigInt.asIntN(32, y) * big));
        expect(run(by64, x, y).result).toBe(wrap(x + y * big));
        expect(run(difference, x, y).result, `${x} ${y}`).toBe(wrap(x - y) / big);
        const [p, q] = [BigInt.asUintN(31, x), BigInt.asUintN(31, y)];
        expect(run(difference, p, q).result).toBe((p - q) / big);
      }
    }
  });

  test('results may overwrite their operands', () => {
    for (const name of ['ADD64', 'SUB64', 'MUL64', 'AND64', 'SHL64', 'SHRS64'] as const) {
      const apart = machine([name, d, a, b]);
      const onA = machine([name, a, a, b]);
      const onB = machine([name, b, a, b]);
      const random = new Random(21);
      for (let round = 0; round < 100; round++) {
        const x = random.bits64();
        const y = name.startsWith('SH') ? BigInt(random.below(64)) : random.bits64();
        const expected = run(apart, x, y).result;
        for (const [context, offset] of [
          [onA, A],
          [onB, B],
        ] as const) {
          run(context, x, y);
          const view = new DataView(context.memory.u8.buffer);
          const at = context.fp + offset - context.memory.stackDelta;
          expect(view.getBigInt64(at, true), `${name} ${x} ${y}`).toBe(expected);
        }
      }
    }
  });
});

describe('floating point', () => {
  const bits = (value: number): bigint => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigInt64(0);
  };
  const number = (value: bigint): number => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigInt64(0, value);
    return view.getFloat64(0);
  };
  const floatBits = (value: number): bigint => {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value);
    return BigInt(view.getInt32(0));
  };
  const float = (value: bigint): number => {
    const view = new DataView(new ArrayBuffer(4));
    view.setInt32(0, Number(BigInt.asIntN(32, value)));
    return view.getFloat32(0);
  };

  test('doubles and floats calculate', () => {
    expect(number(run(machine(['ADDF64', d, a, b]), bits(0.1), bits(0.2)).result)).toBe(0.1 + 0.2);
    expect(number(run(machine(['DIVF64', d, a, b]), bits(1), bits(-0)).result)).toBe(-Infinity);
    expect(number(run(machine(['NEGF64', d, a]), bits(0), 0n).result)).toBe(-0);
    const third = Math.fround(1 / 3);
    const sum = run(machine(['ADDF32', d, a, b]), floatBits(third), floatBits(1e8)).result;
    expect(float(sum)).toBe(Math.fround(third + 1e8));
    expect(float(run(machine(['NEGF32', d, a]), floatBits(1.5), 0n).result)).toBe(-1.5);
  });

  test('an invalid operation gives the negative quiet NaN of x86-64, and a NaN keeps its bits', () => {
    const nan = 0x7ff8_0000_0000_0123n;
    expect(run(machine(['DIVF64', d, a, b]), bits(0), bits(0)).result).toBe(-(1n << 51n));
    expect(run(machine(['ADDF64', d, a, b]), nan, bits(1)).result).toBe(nan);
    expect(run(machine(['SUBF64', d, a, b]), bits(1), nan).result).toBe(nan);
    expect(BigInt.asIntN(32, run(machine(['DIVF32', d, a, b]), 0n, 0n).result)).toBe(-(1n << 22n));
    expect(Number.isNaN(float(run(machine(['F64_F32', d, a]), nan, 0n).result))).toBe(true);
    const wide = run(machine(['F32_F64', d, a]), 0x7fc0_0001n, 0n).result;
    expect(wide).toBe(0x7ff8_0000_2000_0000n);
  });

  test('comparisons with NaN are false, except !=', () => {
    for (const [name, expected] of [
      ['EQF64', 0n],
      ['NEF64', 1n],
      ['LTF64', 0n],
      ['LEF64', 0n],
    ] as const) {
      const { result } = run(machine([name, d, a, b]), bits(NaN), bits(1));
      expect(BigInt.asIntN(32, result), name).toBe(expected);
    }
    expect(BigInt.asIntN(32, run(machine(['NEZF64', d, a]), bits(-0), 0n).result)).toBe(0n);
    expect(BigInt.asIntN(32, run(machine(['NEZF64', d, a]), bits(NaN), 0n).result)).toBe(1n);
  });

  test('double to integer truncates; out of range gives what x86-64 gives', () => {
    const indefinite64 = -(1n << 63n);
    const cases: [OpcodeName, 32 | 64, number, bigint][] = [
      ['F64_S32', 32, -2.9, -2n],
      ['F64_S32', 32, 2147483647.9, 2147483647n],
      ['F64_S32', 32, 2147483648, -(1n << 31n)],
      ['F64_S32', 32, -2147483648.9, -(1n << 31n)],
      ['F64_S32', 32, NaN, -(1n << 31n)],
      ['F64_U32', 32, 4294967295.5, -1n],
      ['F64_U32', 32, -1, -1n],
      ['F64_U32', 32, 1e30, 0n],
      ['F64_S64', 64, 9007199254740993, 9007199254740992n],
      ['F64_S64', 64, -9.5, -9n],
      ['F64_S64', 64, 2 ** 63, indefinite64],
      ['F64_S64', 64, NaN, indefinite64],
      ['F64_U64', 64, 2 ** 63, -(1n << 63n)],
      ['F64_U64', 64, 18446744073709549568, -2048n],
      ['F64_U64', 64, 2 ** 64, 0n],
      ['F64_U64', 64, -1, -1n],
    ];
    for (const [name, width, value, expected] of cases) {
      const { result } = run(machine([name, d, a] as unknown as Line), bits(value), 0n);
      expect(BigInt.asIntN(width, result), `${name} ${value}`).toBe(expected);
    }
  });

  test('integer to double and float rounds once', () => {
    const random = new Random(17);
    const once = (value: bigint): number => {
      // The nearest float by exact comparison of its neighbours.
      const near = Math.fround(Number(value));
      if (!Number.isFinite(near)) return near;
      let best = near;
      for (const step of [-1n, 1n]) {
        const other = float(BigInt.asIntN(32, floatBits(near) + step));
        const distance = (v: number): bigint => {
          const difference = BigInt(v) - value;
          return difference < 0n ? -difference : difference;
        };
        const even = (floatBits(other) & 1n) === 0n;
        if (Math.abs(other) < 16777216 || !Number.isInteger(other)) continue;
        if (distance(other) < distance(best) || (distance(other) === distance(best) && even)) {
          best = other;
        }
      }
      return best;
    };
    for (let round = 0; round < ROUNDS; round++) {
      const x = random.bits64();
      expect(number(run(machine(['S64_F64', d, a]), x, 0n).result)).toBe(Number(x));
      const u = BigInt.asUintN(64, x);
      expect(number(run(machine(['U64_F64', d, a]), x, 0n).result)).toBe(Number(u));
      expect(float(run(machine(['S64_F32', d, a]), x, 0n).result), `${x}`).toBe(once(x));
      expect(float(run(machine(['U64_F32', d, a]), x, 0n).result), `${u}`).toBe(once(u));
      const i = BigInt.asIntN(32, x);
      expect(number(run(machine(['S32_F64', d, a]), x, 0n).result)).toBe(Number(i));
      expect(float(run(machine(['U32_F32', d, a]), x, 0n).result)).toBe(
        Math.fround(Number(BigInt.asUintN(32, x))),
      );
    }
    // 2^60 + 2^36 + 1: by way of a double it would be a tie and round down.
    const tie = (1n << 60n) + (1n << 36n) + 1n;
    expect(float(run(machine(['S64_F32', d, a]), tie, 0n).result)).toBe(2 ** 60 + 2 ** 37);
  });
});
