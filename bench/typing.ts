/** What the editor waits for while a student types: all diagnostics of a program, against gcc's. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diagnose } from '../lib/compiler/front';
import { userFile } from '../lib/compiler/diagnostics';
import { ms, pairMs, row, timeMs, times } from './measure';

/** About 200 lines. */
function longProgram(): string {
  const functions = Array.from(
    { length: 24 },
    (_, k) => `
static int work${k}(struct item *items, int n) {
  int total = ${k};
  for (int i = 0; i < n; i++) {
    if (items[i].value % 2 == 0) total += items[i].value * ${k + 1};
    else printf("%s %d\\n", items[i].name, total);
  }
  return total;
}`,
  );
  const calls = functions.map((_, k) => `  total += work${k}(items, 2);`);
  return [
    '#include <stdio.h>',
    '#include <stdlib.h>',
    '#include <string.h>',
    'struct item { int value; char name[20]; };',
    ...functions,
    'int main(void) {',
    '  struct item items[2] = {{1, "one"}, {2, "two"}};',
    '  int total = 0;',
    ...calls,
    '  return total;',
    '}',
  ].join('\n');
}

export function benchTyping(rounds: number): void {
  console.log('diagnostics of 200 lines, compiler in the editor against gcc -fsyntax-only');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-bench-'));
  try {
    const source = path.join(folder, 'long.c');
    fs.writeFileSync(source, longProgram());
    // A new text each time, as typing makes one: nothing is remembered from the last.
    let edits = 0;
    const { aMs, bMs, ratio } = pairMs(
      () => {
        edits++;
        const file = userFile('long.c', `${longProgram()}\n// ${edits}\n`);
        return timeMs(() => diagnose(file));
      },
      () => timeMs(() => spawnSync('gcc', ['-fsyntax-only', '-Wall', source])),
      rounds,
    );
    row('long.c', ms(aMs), ms(bMs), times(ratio));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
