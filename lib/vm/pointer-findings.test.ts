import { describe, expect, test } from 'vitest';
import { HEAP_LIMIT, TEXT_BASE } from '../abi/address-space';
import { execute } from './processor';
import {
  BSS_BASE,
  DATA_BASE,
  program,
  RODATA_BASE,
  start,
  type FunctionSource,
  type Line,
} from './testing/assembler';
import { found, runTo, statics } from './testing/findings';

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
