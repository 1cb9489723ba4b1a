import { describe, expect, it } from 'vitest';
import type { ProgramImage } from '../abi/image';
import { Opcode } from '../abi/opcodes';
import { compile } from './compile';
import { userFile } from './diagnostics';
import { verify } from './verify';

function image(): ProgramImage {
  const source = 'int f(int n) { return n < 2 ? n : f(n - 1); }\nvoid _start(void) { f(3); }\n';
  const compiled = compile([userFile('a.c', source)], { library: 'none' }).image;
  if (compiled === null) throw new Error('it has errors');
  return compiled;
}

/** Problems of the image after word `at` of function `name` was changed. */
function afterChange(name: string, find: number, offset: number, word: number): readonly string[] {
  const changed = image();
  const info = changed.functions.find((one) => one.name === name);
  const at = changed.code.indexOf(find, info?.start ?? 0);
  changed.code[at + offset] = word;
  return verify(changed);
}

describe('verify', () => {
  it('finds nothing wrong with what the compiler makes', () => {
    expect(verify(image())).toEqual([]);
  });

  it('finds invalid opcodes', () => {
    expect(afterChange('f', Opcode.ENTER, 0, 9999).join()).toMatch(/does not begin with ENTER/);
    expect(afterChange('f', Opcode.JGESI32, 0, 9999).join()).toMatch(/invalid opcode 9999/);
  });

  it('finds jumps into the middle of an instruction', () => {
    expect(afterChange('f', Opcode.JGESI32, 3, 4).join()).toMatch(/which is no instruction of it/);
  });

  it('finds slots outside of the frame and in the frame record', () => {
    expect(afterChange('f', Opcode.JGESI32, 1, -5000).join()).toMatch(/below the frame/);
    expect(afterChange('f', Opcode.JGESI32, 1, 2).join()).toMatch(/in the frame record/);
  });

  it('finds calls of what is no function', () => {
    expect(afterChange('_start', Opcode.CALL, 1, 5).join()).toMatch(/which is no function/);
  });
});
