import { describe, expect, test } from 'vitest';
import { STACK_BYTES_MAX } from '../abi/address-space';
import {
  BSS_BASE,
  outgoingSlot,
  program,
  start,
  type FunctionSource,
  type Line,
} from './testing/assembler';
import { found, runTo } from './testing/findings';

const out = outgoingSlot;

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
