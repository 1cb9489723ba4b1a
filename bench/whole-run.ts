/**
 * What a student waits for: compile, boot and run, against gcc and the native run. Warm: in a process
 * that has compiled and run programs before, as a grading worker or an open page has. Cold: the command,
 * started for this program alone.
 */
import { spawnSync } from 'node:child_process';
import { ms, pairMs, row, timeMs, times } from './measure';
import { nativeProgram, programText } from './native';
import { compiledText, simulate } from './simulated';

/** Programs before the first that counts; the engine has compiled all of our code after some hundreds. */
const WARMING_ROUNDS = [100, 1000];

export function benchWholeRun(rounds: number): void {
  console.log('compile + boot + run, simulated against gcc + run');
  for (const name of ['hello.c', 'fork-tree.c', 'forking.c']) {
    const native = nativeProgram(name);
    const text = programText(name);
    let turn = 0;
    // Another program each time: nothing that is kept of one may serve the next.
    const ours = () => {
      turn += 1;
      const next = `${text}int turn_${turn}(int n) { return n + ${turn}; }\n`;
      return timeMs(() => void simulate(compiledText(name, next)));
    };
    const theirs = () => native.compileMs() + native.runMs();
    for (const before of WARMING_ROUNDS) {
      while (turn < before) ours();
      const warm = pairMs(ours, theirs, rounds);
      row(`${name}, warm (${before} rounds)`, ms(warm.aMs), ms(warm.bMs), times(warm.ratio));
    }
    const cold = pairMs(() => timeMs(() => runByCommand(name)), theirs, Math.min(rounds, 5));
    row(`${name}, cold`, ms(cold.aMs), ms(cold.bMs), times(cold.ratio));
  }
}

function runByCommand(name: string): void {
  const args = ['dist/cli.mjs', 'run', `bench/programs/${name}`];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`forkyard run ${name}: ${stderr}`);
}
