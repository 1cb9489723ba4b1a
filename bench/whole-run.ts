/** What a student waits for: compile, boot and run, against gcc and the native run. */
import { ms, pairMs, row, times } from './measure';
import { nativeProgram } from './native';
import { compiled, simulate } from './simulated';

export function benchWholeRun(rounds: number): void {
  console.log('compile + boot + run, simulated against gcc + run');
  for (const name of ['hello.c', 'fork-tree.c', 'forking.c']) {
    const native = nativeProgram(name);
    const { aMs, bMs, ratio } = pairMs(
      () => {
        const start = performance.now();
        simulate(compiled(name));
        return performance.now() - start;
      },
      () => native.compileMs() + native.runMs(),
      rounds,
    );
    row(name, ms(aMs), ms(bMs), times(ratio));
  }
}
