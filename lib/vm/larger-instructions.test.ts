/** The larger instructions against the two smaller ones that each stands for. */
import { describe, expect, test } from 'vitest';
import { ELEMENT_SCALE_MAX, OPCODES, type OpcodeName } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { execute } from './processor';
import { BSS_BASE, DATA_BASE, type Line, program, RODATA_BASE, start } from './testing/assembler';
import type { Trap } from './trap';

const names = new Set<string>(OPCODES.map(({ name }) => name));

function opcode(name: string): OpcodeName {
  const found = OPCODES.find((info) => info.name === name);
  if (found === undefined) throw new Error(`no opcode ${name}`);
  return found.name;
}

const BYTES = 64;
const more = {
  rodata: new Uint8Array(16).fill(0x91),
  data: Uint8Array.from({ length: BYTES }, (_, k) => (k * 37 + 129) & 0xff),
  bssBytes: BYTES,
  globals: [
    { name: 'c', type: 0, location: RODATA_BASE, bytes: 16, line: 1 },
    { name: 'd', type: 0, location: DATA_BASE, bytes: BYTES - 3, line: 1 },
    { name: 'b', type: 0, location: BSS_BASE, bytes: BYTES, line: 1 },
  ],
};

/** Pointer in slot -40, index in -44 (64 bits), value in -48, result in -52. */
function prepared(pointer: number, high: number, index: bigint, body: readonly Line[]) {
  const context = start(
    program(
      [
        ['MOVI64', -40, pointer, high],
        ['MOVI64', -44, Number(BigInt.asIntN(32, index)), Number(BigInt.asIntN(32, index >> 32n))],
        ['MOVI64', -48, 0x12345678, 0x0fedcba9],
        ['MOVI64', -52, 0x55555555, 0x66666666],
        ...body,
      ],
      more,
    ),
  );
  return { context, trap: execute(context, 1000) };
}

/** What differs between the two by nature: where they are. */
function outcome({ context, trap }: { context: ExecutionContext; trap: Trap }) {
  const { memory, sp } = context;
  const read = (address: number, bytes: number) => [...(memory.readBytes(address, bytes) ?? [])];
  return {
    trap:
      trap.kind === 'fault'
        ? { kind: trap.finding.kind, message: trap.finding.message, address: trap.finding.address }
        : trap,
    frame: read(sp, 256).slice(0, 96),
    data: read(DATA_BASE, BYTES),
    bss: read(BSS_BASE, BYTES),
  };
}

const indices = [0n, 1n, 7n, 15n, 60n, -1n, 2n ** 26n, -(2n ** 26n) - 1n];
const wideIndices = [...indices, 2n ** 32n, 2n ** 32n + 1n, -(2n ** 33n), 2n ** 63n - 1n];
const pointers = [
  [DATA_BASE, 0],
  [BSS_BASE, 0],
  [RODATA_BASE, 0],
  [0, 0],
  [DATA_BASE, 1],
  [-16, 0],
  [-16, -1],
] as const;

describe('elements', () => {
  const plain = [...names].filter((name) => /^(LD|ST)\d/.test(name));
  for (const letter of ['X', 'Y']) {
    test.each(plain)(`%s with an index (${letter})`, (name) => {
      const element = opcode(name.replace(/^(LD|ST)/, `$1${letter}`));
      const isLoad = name.startsWith('LD');
      const addition = letter === 'X' ? 'PADD' : 'PADD64';
      for (const [pointer, high] of pointers) {
        for (const index of letter === 'X' ? indices : wideIndices) {
          for (const [scale, offset] of [
            [1, 0],
            [4, -8],
            [ELEMENT_SCALE_MAX, 4],
            [-2, 0],
          ] as const) {
            const one = prepared(pointer, high, index, [
              isLoad
                ? [element, -52, -40, -44, scale, offset]
                : [element, -40, -44, scale, offset, -48],
            ]);
            const two = prepared(pointer, high, index, [
              [addition, -36, -40, -44, scale],
              isLoad ? [opcode(name), -52, -36, offset] : [opcode(name), -36, offset, -48],
            ]);
            // The sum lies in the last words of the frame, which aren't compared.
            expect(outcome(one), `${pointer} ${index} ${scale} ${offset}`).toEqual(outcome(two));
          }
        }
      }
    });
  }
});

describe('ends of loops', () => {
  const jumps = [...names].filter((name) => name.startsWith('ADDJ'));
  test.each(jumps)('%s', (name) => {
    const jump = opcode(name.slice(3));
    const wide = name.endsWith('64');
    const signed = !name.includes('LTU');
    const addition = opcode(`ADD${signed ? 'S' : ''}I${wide ? '64' : '32'}`);
    const values = [0, 1, -1, 5, -5, 0x7fffffff, -0x80000000, 0x7ffffffe];
    for (const value of values) {
      for (const high of wide ? [0, -1, 0x7fffffff, -0x80000000] : [0]) {
        for (const step of [1, -1, 3, -0x80000000, 0x7fffffff]) {
          for (const limit of values) {
            const immediate = jump.includes('I32');
            const common: readonly Line[] = [
              ['MOVI64', -40, value, high],
              ['MOVI64', -44, limit, limit >> 31],
              ['MOVI32', -48, 0],
            ];
            const end: readonly Line[] = [['MOVI32', -48, 1], 'end'];
            const other = immediate ? limit : -44;
            const runs = [
              [...common, [name, -40, step, other, 'end'], ...end],
              [...common, [addition, -40, -40, step], [jump, -40, other, 'end'], ...end],
            ].map((body) => {
              const context = start(program(body as readonly Line[], more));
              const traps: unknown[] = [];
              for (;;) {
                const trap = execute(context, 1000);
                traps.push('finding' in trap ? trap.finding.message : trap);
                if (trap.kind === 'system-call') return { context, traps };
              }
            });
            const [one, two] = runs.map(({ context, traps }) => ({
              traps,
              frame: [...(context.memory.readBytes(context.sp, 256) ?? [])],
            }));
            expect(one, `${value} ${high} ${step} ${limit}`).toEqual(two);
          }
        }
      }
    }
  });

  test('ADDSX64 adds an int to a long', () => {
    const sum = (a: bigint, b: number) => {
      const { context, trap } = prepared(b, 0, a, [['ADDSX64', -52, -44, -40]]);
      return {
        value: new DataView(
          Uint8Array.from(context.memory.readBytes(context.fp - 208, 8) ?? []).buffer,
        ).getBigInt64(0, true),
        trap: trap.kind,
      };
    };
    expect(sum(5n, -7)).toEqual({ value: -2n, trap: 'system-call' });
    expect(sum(2n ** 40n, 1)).toEqual({ value: 2n ** 40n + 1n, trap: 'system-call' });
    expect(sum(2n ** 32n - 1n, 1)).toEqual({ value: 2n ** 32n, trap: 'system-call' });
    expect(sum(2n ** 63n - 1n, 1)).toEqual({ value: -(2n ** 63n), trap: 'finding' });
  });
});

test('a call counts one instruction, whether the stack has room or has to grow', () => {
  const deep = (frame: number) => {
    const context = start({
      functions: [
        {
          name: 'main',
          body: [
            ['ENTER', 64],
            ['CALL', 'f'],
            ['SYS', 60],
          ],
        },
        { name: 'f', body: [['ENTER', frame], ['RET']] },
      ],
    });
    expect(execute(context, 100).kind).toBe('system-call');
    return context.instructions;
  };
  expect(deep(32)).toBe(4);
  expect(deep(1024 * 1024)).toBe(4);
});
