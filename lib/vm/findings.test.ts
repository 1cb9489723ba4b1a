import { describe, expect, test } from 'vitest';
import { HEAP_LIMIT, STACK_BYTES_MAX, TEXT_BASE } from '../abi/address-space';
import { checkBuffer } from './checked-access';
import type { ExecutionContext } from './context';
import { leakFindings } from './leak-report';
import { execute } from './processor';
import {
  BSS_BASE,
  DATA_BASE,
  outgoingSlot,
  program,
  RODATA_BASE,
  start,
  type FunctionSource,
  type ImageSource,
  type Line,
} from './testing/assembler';
import type { FindingFact } from './trap';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const out = outgoingSlot;

/** Runs to the first fault or finding. */
function found(source: ImageSource): FindingFact {
  const { finding } = runTo(start(source));
  if (finding === null) throw new Error('nothing was found');
  return finding;
}

function runTo(context: ExecutionContext): { finding: FindingFact | null } {
  const trap = execute(context, 1e7);
  if (trap.kind === 'fault' || trap.kind === 'finding') return { finding: trap.finding };
  expect(trap).toEqual({ kind: 'system-call', number: 60 });
  return { finding: null };
}

const statics: Partial<ImageSource> = {
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

describe('pointers', () => {
  test('null, with and without an offset', () => {
    const plain = found(
      program([
        ['MOVI64', -4, 0, 0],
        ['LD32', -6, -4, 0],
      ]),
    );
    expect(plain).toMatchObject({
      kind: 'null-pointer',
      fatal: true,
      signal: 'SIGSEGV',
      address: 0,
      message: 'This reads 4 bytes through a null pointer.',
      at: { file: 'test.c', line: 3, function: 'main' },
    });
    const field = found(
      program([
        ['MOVI64', -4, 0, 0],
        ['ST64', -4, 16, -6],
      ]),
    );
    expect(field.message).toContain('16 bytes past it');
  });

  test('wild: a high word, negative, unmapped, in code', () => {
    const high = found(
      program([
        ['MOVI64', -4, 0x1234, 0x7ffe],
        ['LD8S', -6, -4, 0],
      ]),
    );
    expect(high.kind).toBe('wild-pointer');
    expect(high.message).toContain('0x7ffe00001234');
    expect(
      found(
        program([
          ['MOVI64', -4, -1, -1],
          ['ST8', -4, 0, -6],
        ]),
      ).kind,
    ).toBe('wild-pointer');
    expect(
      found(
        program([
          ['MOVI64', -4, HEAP_LIMIT, 0],
          ['LD64', -6, -4, 0],
        ]),
      ).kind,
    ).toBe('wild-pointer');
    const code = found(
      program([
        ['MOVI64', -4, TEXT_BASE + 8, 0],
        ['ST32', -4, 0, -6],
      ]),
    );
    expect(code.kind).toBe('read-only');
    expect(code.message).toContain('the code of `main`');
  });

  test('string literals may not be written', () => {
    const finding = found(
      program(
        [
          ['MOVI64', -4, RODATA_BASE, 0],
          ['ST8', -4, 0, -6],
        ],
        statics,
      ),
    );
    expect(finding.kind).toBe('read-only');
    expect(finding.message).toContain('the string literal "hello"');
  });

  test('past the end and before the start of globals', () => {
    const at = (address: number, load: 'LD8S' | 'LD16S' | 'LD32' | 'LD64' = 'LD32'): Line[] => [
      ['MOVI64', -4, address, 0],
      [load, -6, -4, 0],
    ];
    expect(found(program(at(BSS_BASE + 16), statics)).message).toBe(
      'This reads 4 bytes past the end of `table` (int[4], declared at line 5): element 4, but the last one is 3.',
    );
    expect(found(program(at(BSS_BASE + 12, 'LD64'), statics)).message).toContain(
      'runs 4 bytes past the end of `table`',
    );
    expect(found(program(at(BSS_BASE + 28), statics)).message).toContain(
      '4 bytes before the start of `odd`',
    );
    // A granule that is accessible in part.
    const fine = program([...at(BSS_BASE + 41, 'LD8S'), ...at(BSS_BASE + 40, 'LD16S')], statics);
    expect(runTo(start(fine)).finding).toBeNull();
    expect(found(program(at(BSS_BASE + 42, 'LD8S'), statics)).message).toContain('element 10');
    expect(found(program(at(BSS_BASE + 40, 'LD32'), statics)).kind).toBe('out-of-bounds');
  });

  test('unaligned access is as on x86-64', () => {
    const context = start(
      program(
        [
          ['MOVI64', -4, DATA_BASE + 1, 0],
          ['LD32', -6, -4, 0],
          ['ST32', -4, 3, -6],
        ],
        statics,
      ),
    );
    expect(runTo(context).finding).toBeNull();
    expect(String.fromCharCode(...(context.memory.readBytes(DATA_BASE, 8) ?? []))).toBe('abcdbcde');
  });

  test('calls through pointers', () => {
    const call = (address: number): Line[] => [
      ['MOVI64', -4, address, 0],
      ['CALLR', -4],
    ];
    expect(found(program(call(0))).message).toContain('null pointer');
    expect(found(program(call(TEXT_BASE + 12)))).toMatchObject({
      kind: 'bad-call',
      signal: 'SIGSEGV',
    });
    expect(found(program(call(DATA_BASE))).kind).toBe('bad-call');
    const leaf: FunctionSource = {
      name: 'f',
      body: [
        ['ENTER', 16],
        ['MOVI32', -1, 7],
        ['RET32', -1],
      ],
    };
    const context = start(
      program(
        [
          ['MOVI64', -4, 0, 0],
          ['CALLR', -4],
        ],
        { functions: [leaf] },
      ),
    );
    const target = context.image.functions[1]?.start ?? 0;
    execute(context, 2);
    context.memory.writeInt64(context.fp - 16, TEXT_BASE + 4 * target);
    expect(runTo(context).finding).toBeNull();
    expect(context.memory.readInt32(context.sp)).toBe(7);
  });
});

describe('the stack', () => {
  const buffer = { name: 'buffer', type: 2, location: -48, bytes: 8, line: 12 };
  const count = { name: 'count', type: 0, location: -64, bytes: 4, line: 13 };

  test('redzones around locals; first bytes of a granule stay accessible', () => {
    const body: Line[] = [
      ['ENTER', 256],
      ['POISON', -56, 8],
      ['POISON', -43, 11],
      ['LEA', -4, -48],
      ['LD8S', -20, -4, 4],
      ['LD8S', -20, -4, 5],
    ];
    const source = {
      functions: [{ name: 'main', body, locals: [{ ...buffer, bytes: 5 }, count] }],
    };
    const finding = found(source);
    expect(finding.at?.line).toBe(6);
    expect(finding.message).toBe(
      'This reads 1 byte past the end of `buffer` (char[8], local of `main`, declared at line 12): element 5, but the last one is 7.',
    );
    const before = {
      functions: [
        {
          name: 'main',
          body: [...body.slice(0, 4), ['ST8', -4, -1, -20]] as Line[],
          locals: [buffer, count],
        },
      ],
    };
    expect(found(before).message).toContain('1 byte before the start of `buffer`');
  });

  test('a frame record cannot be overwritten', () => {
    const finding = found(
      program([
        ['LEA', -4, 0],
        ['ST64', -4, 8, -6],
      ]),
    );
    expect(finding.kind).toBe('out-of-bounds');
    const inner = found(
      program(
        [
          ['LEA', -4, 0],
          ['CALL', 'f'],
        ],
        {
          functions: [
            {
              name: 'f',
              body: [
                ['ENTER', 32],
                ['LEA', -4, 8],
                ['ST64', -4, 0, -6],
              ],
            },
          ],
        },
      ),
    );
    expect(inner.message).toContain("keeps a function's return address");
  });

  const getName: FunctionSource = {
    name: 'get_name',
    locals: [buffer],
    body: [
      ['ENTER', 64],
      ['LEA', -2, -48],
      ['RET64', -2],
    ],
  };

  test('a local of a function that has returned', () => {
    const finding = found(
      program(
        [
          ['CALL', 'get_name'],
          ['MOV64', -4, out(0)],
          ['LD8S', -6, -4, 0],
        ],
        {
          functions: [getName],
        },
      ),
    );
    expect(finding).toMatchObject({
      kind: 'use-after-return',
      message:
        'This reads 1 byte in `buffer` (char[8]), a local of `get_name`, which has already returned: the variable no longer exists.',
      at: { line: 4, function: 'main' },
    });
  });

  test('such a local given to the library, whose frames lie over it', () => {
    const finding = found(
      program([['CALL', 'get_name'], ['CALL', 'puts'], ['NOP']], {
        functions: [
          getName,
          {
            name: 'puts',
            library: true,
            body: [['ENTER', 256], ['MOV64', out(0), 4], ['INTR', 'strlen'], ['RET']],
          },
        ],
      }),
    );
    expect(finding).toMatchObject({ kind: 'use-after-return', at: { line: 3, function: 'main' } });
    expect(finding.message).toContain(
      '`puts` reads 1 byte in `buffer` (char[8]), a local of `get_name`',
    );
  });

  test('endless recursion', () => {
    const finding = found(
      program([['CALL', 'down']], {
        functions: [{ name: 'down', body: [['ENTER', 96], ['CALL', 'down'], ['RET']] }],
      }),
    );
    expect(finding.kind).toBe('stack-overflow');
    const depth = Math.floor((STACK_BYTES_MAX - 48 - 256 - 256) / 112);
    expect(finding.message).toContain(`\`down\` is active ${depth + 1} times`);
    expect(finding.stack).toHaveLength(32);
  });

  test('locals that are too big', () => {
    const finding = found({ functions: [{ name: 'main', body: [['ENTER', 16 * 1024 * 1024]] }] });
    expect(finding.message).toContain('use malloc for large arrays');
  });

  test('variable-length arrays come and go', () => {
    const context = start(
      program([
        ['MOVI64', -4, 1000, 0],
        ['ALLOCA', -6, -4, 128],
        ['MOVI32', -8, 5],
        ['ST32', -6, 996, -8],
        ['MOVI64', -4, -1008, -1],
        ['ALLOCA', -10, -4, 128],
      ]),
    );
    const { sp } = context;
    expect(runTo(context).finding).toBeNull();
    expect(context.sp).toBe(sp - 256);
    expect(context.memory.readInt64(context.fp - 24)).toBe(context.sp + 128 - 1008);
    expect(context.memory.readInt64(context.fp - 40)).toBe(context.sp + 128);
  });
});

describe('the heap', () => {
  const malloc = (n: number, slot: number): Line[] => [
    ['MOVI64', out(0), n, 0],
    ['INTR', 'malloc'],
    ['MOV64', slot, out(0)],
  ];
  const free = (slot: number): Line[] => [
    ['MOV64', out(0), slot],
    ['INTR', 'free'],
  ];

  test('past the end, after free, freed twice, never allocated', () => {
    const past = found(program([...malloc(40, -4), ['ST32', -4, 40, -6]]));
    expect(past.kind).toBe('out-of-bounds');
    expect(past.message).toContain(
      'just past the end of the block of 40 bytes allocated by `main` at line 3: as an array of 4-byte elements its last one is 9, and this is 10',
    );
    const stale = found(program([...malloc(40, -4), ...free(-4), ['LD32', -6, -4, 8]]));
    expect(stale.kind).toBe('use-after-free');
    expect(stale.message).toBe(
      'This reads 4 bytes at byte 8 of a block of 40 bytes that was already freed by `main` at line 6 (allocated by `main` at line 3).',
    );
    const twice = found(program([...malloc(8, -4), ...free(-4), ...free(-4)]));
    expect(twice).toMatchObject({ kind: 'double-free', signal: 'SIGABRT' });
    const inner = found(program([...malloc(8, -4), ['ADDI64', -4, -4, 4], ...free(-4)]));
    expect(inner.kind).toBe('invalid-free');
    expect(inner.message).toContain('an address 4 bytes into the block of 8 bytes');
    const global = found(program([['MOVI64', -4, DATA_BASE, 0], ...free(-4)], statics));
    expect(global.message).toContain(
      'the address of `name` (char[8], declared at line 4), which malloc did not',
    );
    expect(runTo(start(program([['MOVI64', -4, 0, 0], ...free(-4)]))).finding).toBeNull();
  });

  test('odd sizes are exact', () => {
    const ok = program([
      ...malloc(5, -4),
      ['ST32', -4, 0, -6],
      ['ST8', -4, 4, -6],
      ['LD8S', -6, -4, 4],
      ['LD32', -6, -4, 0],
      ['LD16U', -6, -4, 2],
    ]);
    expect(runTo(start(ok)).finding).toBeNull();
    expect(found(program([...malloc(5, -4), ['LD8S', -6, -4, 5]])).kind).toBe('out-of-bounds');
    expect(found(program([...malloc(5, -4), ['LD16S', -6, -4, 4]])).kind).toBe('out-of-bounds');
    expect(found(program([...malloc(0, -4), ['LD8S', -6, -4, 0]])).message).toContain(
      'the block of 0 bytes',
    );
  });

  test('what the kernel writes for a system call is checked, too', () => {
    const context = start(program([...malloc(10, -4)]));
    runTo(context);
    const address = context.memory.readInt64(context.fp - 16) ?? 0;
    expect(checkBuffer(context, address, 10, 'write')).toBeNull();
    expect(checkBuffer(context, address, 16, 'write', 'read')).toMatchObject({
      kind: 'out-of-bounds',
    });
    expect(checkBuffer(context, address, 16, 'write', 'read')?.message).toContain(
      '`read` writes 16 bytes, which runs 6 bytes past the end of the block of 10 bytes',
    );
    expect(checkBuffer(context, 0, 16, 'read')).toMatchObject({
      kind: 'invalid-argument',
      fatal: false,
    });
    // Told once a place.
    expect(checkBuffer(context, 0x5000_0000, 16, 'read')).toBeNull();
  });

  test('leaks, by the place that allocated', () => {
    const context = start(
      program([
        ...malloc(10, -4),
        ...malloc(20, -6),
        ...free(-4),
        ['MOVI32', -8, 0],
        'l',
        ...malloc(5, -10),
        ['ADDI32', -8, -8, 1],
        ['JLTSI32', -8, 3, 'l'],
      ]),
    );
    runTo(context);
    const leaks = leakFindings(context);
    expect(leaks.map((leak) => leak.message)).toEqual([
      '20 bytes in 1 block, allocated by `main` at line 6, was never freed.',
      '15 bytes in 3 blocks, allocated by `main` at line 13, were never freed.',
    ]);
  });
});

describe('strings', () => {
  const argument = (k: number, address: number): Line => ['MOVI64', out(k), address, 0];

  test('strcpy past the end of its destination', () => {
    const finding = found(
      program([argument(0, BSS_BASE + 32), argument(1, DATA_BASE), ['INTR', 'strcpy']], {
        ...statics,
        data: bytes('abcdefghijklm\0'),
        globals: [
          ...(statics.globals?.slice(0, 1) ?? []),
          { name: 'text', type: 2, location: DATA_BASE, bytes: 14, line: 3 },
          ...(statics.globals?.slice(2) ?? []),
        ],
      }),
    );
    expect(finding.message).toBe(
      '`strcpy` writes 14 bytes, which runs 4 bytes past the end of `odd` (char[10], declared at line 6).',
    );
  });

  test('a string without its zero', () => {
    const finding = found(program([argument(0, DATA_BASE), ['INTR', 'strlen']], statics));
    expect(finding.message).toBe(
      "`strlen` reads 9 bytes, which runs 1 byte past the end of `name` (char[8], declared at line 4). The text there has no terminating zero ('\\0').",
    );
  });

  test('results', () => {
    const run = (lines: Line[]): number => {
      const context = start(program(lines, statics));
      expect(runTo(context).finding).toBeNull();
      return context.memory.readInt32(context.sp) ?? NaN;
    };
    expect(run([argument(0, RODATA_BASE), ['INTR', 'strlen']])).toBe(5);
    expect(run([argument(0, RODATA_BASE), argument(1, RODATA_BASE), ['INTR', 'strcmp']])).toBe(0);
    // Differs before the unterminated end.
    expect(
      run([argument(0, DATA_BASE), argument(1, RODATA_BASE), ['INTR', 'strcmp']]),
    ).toBeLessThan(0);
    expect(
      run([
        argument(0, BSS_BASE),
        argument(1, RODATA_BASE),
        ['INTR', 'strcpy'],
        ['INTR', 'strlen'],
      ]),
    ).toBe(5);
    expect(
      run([
        argument(0, BSS_BASE),
        ['MOVI32', out(1), 0x141],
        argument(2, 16),
        ['INTR', 'memset'],
        ['LDG32', out(0), BSS_BASE + 12],
      ]),
    ).toBe(0x41414141);
    expect(
      run([
        argument(0, DATA_BASE + 2),
        argument(1, DATA_BASE),
        argument(2, 6),
        ['INTR', 'memmove'],
        ['LDG32', out(0), DATA_BASE + 4],
      ]),
    ).toBe(0x66656463);
    expect(
      run([argument(0, DATA_BASE), argument(1, DATA_BASE + 1), argument(2, 3), ['INTR', 'memcmp']]),
    ).toBe(-1);
  });

  test('a negative size is a huge one', () => {
    const finding = found(
      program(
        [
          argument(0, BSS_BASE),
          argument(1, DATA_BASE),
          ['MOVI64', out(2), -1, -1],
          ['INTR', 'memcpy'],
        ],
        statics,
      ),
    );
    expect(finding.kind).toBe('out-of-bounds');
  });
});

describe('arithmetic', () => {
  test('division by zero is fatal, overflow is noted once a place', () => {
    expect(
      found(
        program([
          ['MOVI32', -4, 1],
          ['MOVI32', -5, 0],
          ['DIVS32', -6, -4, -5],
        ]),
      ),
    ).toMatchObject({
      kind: 'division-by-zero',
      signal: 'SIGFPE',
      message: 'This divides by zero.',
      address: null,
    });
    const context = start(
      program([
        ['MOVI32', -4, 2147483647],
        ['MOVI32', -6, 0],
        'l',
        ['ADDSI32', -5, -4, 1],
        ['ADDI32', -6, -6, 1],
        ['JLTSI32', -6, 5, 'l'],
      ]),
    );
    const first = runTo(context).finding;
    expect(first).toMatchObject({ kind: 'signed-overflow', fatal: false, signal: null });
    expect(first?.message).toContain('2147483647 + 1 does not fit in an int');
    expect(runTo(context).finding).toBeNull();
  });
});

describe('setjmp and longjmp', () => {
  test('jump out of nested calls; into a returned function is a fault', () => {
    const jump: FunctionSource = {
      name: 'leap',
      body: [
        ['ENTER', 256],
        ['POISON', -64, 16],
        ['MOVI64', out(0), BSS_BASE, 0],
        ['MOVI32', out(1), 42],
        ['INTR', 'longjmp'],
      ],
    };
    const globals = [{ name: 'env', type: 2, location: BSS_BASE, bytes: 200, line: 1 }];
    const context = start(
      program(
        [
          ['MOVI64', out(0), BSS_BASE, 0],
          ['INTR', 'setjmp'],
          ['JNZ32', out(0), 'back'],
          ['CALL', 'leap'],
          'back',
          ['NOP'],
        ],
        { functions: [jump], bssBytes: 200, globals },
      ),
    );
    expect(runTo(context).finding).toBeNull();
    expect(context.memory.readInt32(context.sp)).toBe(42);
    const { memory, sp, fp } = context;
    const shadow = memory.shadow.subarray(
      (sp - 600 - memory.stackDelta) >> 3,
      (fp - memory.stackDelta) >> 3,
    );
    expect(shadow.every((byte) => byte === 0)).toBe(true);

    const setter: FunctionSource = {
      name: 'set',
      body: [['ENTER', 256], ['MOVI64', out(0), BSS_BASE, 0], ['INTR', 'setjmp'], ['RET']],
    };
    const finding = found(
      program(
        [
          ['CALL', 'set'],
          ['CALL', 'leap'],
        ],
        { functions: [setter, jump], bssBytes: 200, globals },
      ),
    );
    expect(finding.message).toContain('already returned');
    expect(
      found(program([['CALL', 'leap']], { functions: [jump], bssBytes: 200, globals })).kind,
    ).toBe('bad-call');
  });
});
