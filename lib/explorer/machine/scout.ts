/**
 * Goes through a few whole executions before a search begins, to learn what is shared: a search that finds
 * it out by itself has to begin again each time (sharing.ts). It says nothing of what can happen; what it
 * has not met is found by the search.
 */
import type { KernelSnapshot } from '../../kernel/snapshot';
import { restoreKernel } from '../../kernel/snapshot';
import { pid } from '../../kernel/pid';
import type { ThreadId } from '../system';
import type { ExecutedMachine } from './executed-machine';
import { threadsOf } from './position-reader';

/** One of so many threads that can go on takes a step. */
type Policy = (threads: readonly ThreadId[], last: ThreadId) => ThreadId | undefined;

const policies: readonly Policy[] = [
  (threads) => threads[0],
  (threads) => threads.at(-1),
  (threads, last) => threads.find((thread) => thread > last) ?? threads[0],
];

const EXECUTIONS_MAX = 24;
const STEPS_MAX = 400;

export function scout(machine: ExecutedMachine, first: KernelSnapshot): void {
  const { sharing } = machine.objects;
  let withoutNews = 0;
  for (let k = 0; k < EXECUTIONS_MAX && withoutNews < policies.length; k++) {
    const policy = policies[k % policies.length];
    if (policy === undefined) return;
    restoreKernel(machine.kernel, first);
    sharing.beginAgain();
    execute(machine, policy);
    withoutNews = sharing.grown ? 0 : withoutNews + 1;
  }
}

function execute(machine: ExecutedMachine, policy: Policy): void {
  const { kernel, next, objects } = machine;
  machine.settle();
  let last: ThreadId = 0;
  for (let steps = 0; steps < STEPS_MAX && kernel.state.outcome === null; steps++) {
    const possible = threadsOf(kernel.state).map((thread) => ({ thread, ...next.of(thread) }));
    const enabled = possible.filter(({ ways }) => ways.length > 0);
    const chosen = policy(
      enabled.map(({ thread }) => thread),
      last,
    );
    const operation = enabled.find(({ thread }) => thread === chosen);
    const way = operation?.ways[0];
    if (operation === undefined || way === undefined) return;
    last = operation.thread;
    const pc = kernel.contexts.get(pid(last))?.pc ?? 0;
    machine.step(last, way);
    const unannounced = machine.ended.filter((each) => each !== operation.mayEnd);
    objects.noteEnds(last, pc, unannounced);
  }
}
