/**
 * Micro-benchmarks of memory alone: what fork, snapshot and restore cost by dirty pages, for
 * decision 011. By hand, as vm-loops.ts.
 */
import { PAGE_SIZE } from '../lib/abi/address-space';
import { forkContext } from '../lib/vm/context';
import { execute } from '../lib/vm/processor';
import { BSS_BASE, program, start } from '../lib/vm/testing/assembler';

const PAGES = 256;
const REPEATS = 2000;

const context = start(
  program([['NOP'], 'l', ['NOP'], ['JMP', 'l']], {
    bssBytes: PAGES * PAGE_SIZE,
    globals: [{ name: 'b', type: 0, location: BSS_BASE, bytes: PAGES * PAGE_SIZE, line: 1 }],
  }),
);
const { memory } = context;
for (let page = 0; page < PAGES; page++) memory.writeInt32(BSS_BASE + page * PAGE_SIZE, page + 1);

function microseconds(work: (k: number) => void): number {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    for (let k = 0; k < REPEATS; k++) work(k);
    best = Math.min(best, ((performance.now() - begin) * 1000) / REPEATS);
  }
  return best;
}

function dirty(pages: number, k: number): void {
  for (let page = 0; page < pages; page++) {
    memory.i32[(BSS_BASE + page * PAGE_SIZE - memory.lowDelta) >> 2] = k;
    memory.markDirty(BSS_BASE + page * PAGE_SIZE - memory.lowDelta, 4);
  }
}

console.log(`process of ${PAGES} pages (1 MB) beside its stack`);
for (const pages of [0, 1, 4, 16, 64]) {
  const alone = microseconds((k) => dirty(pages, k));
  const shot = microseconds((k) => {
    dirty(pages, k);
    context.memory.snapshot();
  });
  const forked = microseconds((k) => {
    dirty(pages, k);
    forkContext(context);
  });
  const base = context.memory.snapshot();
  const restored = microseconds((k) => {
    dirty(pages, k);
    context.memory.restore(base);
  });
  const show = (value: number): string => `${(value - alone).toFixed(2)} us`.padStart(10);
  console.log(
    `${String(pages).padStart(3)} dirty pages: snapshot ${show(shot)}   fork ${show(forked)}   restore ${show(restored)}`,
  );
}
const childRuns = microseconds(() => {
  const child = forkContext(context);
  execute(child, 10);
});
console.log(
  `fork and the child's first instructions (flat buffer made): ${childRuns.toFixed(1)} us`,
);
const small = start(program(['l', ['NOP'], ['JMP', 'l']]));
const smallRuns = microseconds(() => {
  const child = forkContext(small);
  execute(child, 10);
});
console.log(`the same for a process with one page and a stack: ${smallRuns.toFixed(1)} us`);
