/**
 * Micro-benchmarks of the processor alone, hand-assembled: million instructions a second, for
 * decision 010. By hand: npx esbuild bench/vm-loops.ts --bundle --platform=node --format=esm
 * --outfile=/tmp/vm-loops.mjs && node /tmp/vm-loops.mjs. Processor time, best of several rounds:
 * medians say nothing on a machine that others use, too.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execute } from '../lib/vm/processor';
import { type ImageSource, program, start } from '../lib/vm/testing/assembler';

const ROUNDS = 6;
const TURNS = 20_000_000;
const SIEVE_MAX = 1_000_000;

interface Loop {
  readonly name: string;
  readonly image: ImageSource;
  /** The same in C; `N` turns. */
  readonly c: string;
}

const loops: readonly Loop[] = [
  {
    name: 'int',
    c: `unsigned x = 1, s = 0; for (int i = 0; i < ${TURNS}; i++) { x = x * 1103515245u + 12345u; s ^= x >> 16; } sink = s;`,
    image: program([
      ['MOVI32', -4, 0],
      ['MOVI32', -5, 0],
      ['MOVI32', -6, 1],
      'l',
      ['MULI32', -6, -6, 1103515245],
      ['ADDI32', -6, -6, 12345],
      ['SHRUI32', -7, -6, 16],
      ['XOR32', -4, -4, -7],
      ['ADDSI32', -5, -5, 1],
      ['JLTSI32', -5, TURNS, 'l'],
    ]),
  },
  {
    name: 'long',
    c: `long a = 0, b = 1, m = (1L << 32) + 1103515245; for (int i = 0; i < ${TURNS}; i++) { b = b * m + 12345; a ^= b; a += b; } sink = a;`,
    image: program([
      ['MOVI64', -4, 0, 0],
      ['MOVI64', -6, 1, 0],
      ['MOVI32', -7, 0],
      ['MOVI64', -10, 1103515245, 1],
      'l',
      ['MUL64', -6, -6, -10],
      ['ADDI64', -6, -6, 12345],
      ['XOR64', -4, -4, -6],
      ['ADD64', -4, -4, -6],
      ['ADDSI32', -7, -7, 1],
      ['JLTSI32', -7, TURNS, 'l'],
    ]),
  },
  {
    name: 'array on the stack',
    c: `int a[16] = {0}; for (int i = 0; i < ${TURNS}; i++) a[i & 15] += i; sink = a[3];`,
    image: program([
      ['LEA', -4, -128],
      ['MOVI32', -5, 0],
      'l',
      ['ANDI32', -7, -5, 15],
      ['PADD', -10, -4, -7, 4],
      ['LD32', -8, -10, 0],
      ['ADD32', -8, -8, -5],
      ['ST32', -10, 0, -8],
      ['ADDSI32', -5, -5, 1],
      ['JLTSI32', -5, TURNS, 'l'],
    ]),
  },
  {
    name: 'sieve on the heap',
    c: `char *p = calloc(${SIEVE_MAX}, 1); for (int k = 0; k < 10; k++) for (int i = 2; i < ${SIEVE_MAX}; i++) if (!p[i]) for (int j = i + i; j < ${SIEVE_MAX}; j += i) p[j] = 1; sink = p[99];`,
    image: program([
      ['MOVI64', -64, SIEVE_MAX, 0],
      ['INTR', 'malloc'],
      ['MOV64', -4, -64],
      ['MOVI32', -20, 0],
      'again',
      ['MOVI32', -5, 2],
      'outer',
      ['PADD', -8, -4, -5, 1],
      ['LD8S', -9, -8, 0],
      ['JNZ32', -9, 'next'],
      ['ADDS32', -10, -5, -5],
      ['JMP', 'test'],
      'inner',
      ['PADD', -8, -4, -10, 1],
      ['MOVI32', -9, 1],
      ['ST8', -8, 0, -9],
      ['ADDS32', -10, -10, -5],
      'test',
      ['JLTSI32', -10, SIEVE_MAX, 'inner'],
      'next',
      ['ADDSI32', -5, -5, 1],
      ['JLTSI32', -5, SIEVE_MAX, 'outer'],
      ['ADDSI32', -20, -20, 1],
      ['JLTSI32', -20, 10, 'again'],
    ]),
  },
  {
    name: 'calls (fib 32)',
    c: 'sink = fib(32);',
    image: {
      functions: [
        {
          name: 'main',
          body: [
            ['ENTER', 64],
            ['MOVI32', -16, 32],
            ['CALL', 'fib'],
            ['SYS', 60],
          ],
        },
        {
          name: 'fib',
          body: [
            ['ENTER', 32],
            ['JGESI32', 4, 2, 'r'],
            ['RET32', 4],
            'r',
            ['ADDSI32', -8, 4, -1],
            ['CALL', 'fib'],
            ['MOV32', -3, -8],
            ['ADDSI32', -8, 4, -2],
            ['CALL', 'fib'],
            ['ADDS32', -3, -3, -8],
            ['RET32', -3],
          ],
        },
      ],
    },
  },
];

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function simulated(image: ImageSource): { ms: number; instructions: number } {
  const context = start(image);
  const begin = processorMs();
  let trap = execute(context, 5_000_000);
  while (trap.kind === 'quantum') trap = execute(context, 5_000_000);
  return { ms: processorMs() - begin, instructions: context.instructions };
}

/** Best milliseconds of each loop by gcc -O0, or null without gcc. */
function native(): readonly number[] | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vm-loops-'));
  try {
    const bodies = loops.map(
      ({ c }) =>
        `best = 1e9; for (int r = 0; r < ${ROUNDS}; r++) { double t = cpu(); { ${c} } t = cpu() - t; if (t < best) best = t; } printf("%f\\n", best);`,
    );
    fs.writeFileSync(
      path.join(folder, 'loops.c'),
      `#include <stdio.h>\n#include <stdlib.h>\n#include <time.h>\nvolatile long sink;
static double cpu(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
int fib(int n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2); }
int main(void) { double best; ${bodies.join('\n')} return 0; }\n`,
    );
    execFileSync('gcc', ['-O0', '-o', path.join(folder, 'loops'), path.join(folder, 'loops.c')]);
    return execFileSync(path.join(folder, 'loops'), { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return null;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const natives = native();
loops.forEach(({ name, image }, k) => {
  let best = simulated(image);
  for (let round = 0; round < ROUNDS; round++) {
    const next = simulated(image);
    if (next.ms < best.ms) best = next;
  }
  const rate = (best.instructions / best.ms / 1000).toFixed(0);
  const ratio = natives === null ? '' : `${(best.ms / (natives[k] ?? NaN)).toFixed(1)} x gcc -O0`;
  console.log(
    `${name.padEnd(22)} ${rate.padStart(4)} million/s   ${best.ms.toFixed(0)} ms   ${ratio}`,
  );
});
