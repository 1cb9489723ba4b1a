import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compile } from '../compiler/compile';
import { runToEnd } from '../grading/run';
import { readProgram } from './source-files';

let folder = '';

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-sources-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a program of several files finds its headers beside them and in the folders given', () => {
  const main = write(
    'main.c',
    '#include <stdio.h>\n#include "lib/stack.h"\n#include <config.h>\nint count = ONE;\n' +
      'int main(void) { push(3); push(LAST); printf("%d %d %d\\n", pop(), pop(), count); return 5; }\n',
  );
  const stack = write(
    'lib/stack.c',
    '#include "stack.h"\nextern int count;\nstatic int data[9], top;\n' +
      'void push(int x) { data[top++] = x; count += ONE; }\nint pop(void) { return data[--top]; }\n',
  );
  write('lib/stack.h', '#include "../shared.h"\nvoid push(int);\nint pop(void);\n');
  write('shared.h', '#define ONE 1\n');
  write('include/config.h', '#include "deeper.h"\n');
  write('include/deeper.h', '#define LAST 4\n');
  const { units, headers } = readProgram([main, stack], [path.join(folder, 'include')]);
  expect(headers.map(({ name }) => name).sort()).toEqual([
    'config.h',
    'deeper.h',
    'lib/stack.h',
    'shared.h',
  ]);
  const { diagnostics, image } = compile(units, { headers });
  expect(diagnostics).toEqual([]);
  const { report } = runToEnd(image ?? expect.fail());
  // Arguments are evaluated from right to left, as gcc does.
  expect(report.stdout).toBe('3 4 3\n');
  expect(report.status).toMatchObject({ kind: 'exited', code: 5 });
});

test('what two files define twice, or none defines, is told with its places', () => {
  const main = write(
    'main.c',
    'int count;\nint twice(int);\nint main(void) { return twice(count); }\n',
  );
  const other = write('other.c', 'int count = 2;\n');
  const { units, headers } = readProgram([main, other], []);
  const { diagnostics, image } = compile(units, { headers });
  expect(image).toBeNull();
  expect(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    "other.c:1 'count' is defined twice: it must have one definition in the whole program",
    "main.c:3 you call 'twice', but no file of the program defines it",
  ]);
});
