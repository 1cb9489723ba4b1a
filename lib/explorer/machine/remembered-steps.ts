/**
 * Steps that need not be computed again. What a thread does in a step depends on its own registers and
 * memory, on the words of its operation's footprint, and on what the kernel has, as far as it makes
 * calls; what others own or share has no say in it, or it would be shared (sharing.ts). So a step that
 * was taken from equal parts before is looked up, in whatever state the rest of the machine is now.
 * Remembered are operations that threads stand before, and what steps changed. Steps whose effects are not
 * wholly known by these parts are taken by the machine each time (repeatable-calls.ts).
 */
import type { ThreadId } from '../system';
import type { Ownership } from './ownership';
import type {
  Effect,
  Effects,
  KernelPart,
  LocalPart,
  OutputPart,
  Position,
  Remembered,
  SlotWrite,
  ValuesKey,
} from './position';
import { addWord, WordSum, type WordValue } from './word-sums';

export function valuesKey(values: readonly WordValue[], words: readonly number[]): ValuesKey {
  const [only] = words;
  if (only === undefined) return 0;
  if (words.length === 1) return values[only] ?? -1;
  let key = '';
  for (const slot of words) key += `${values[slot] ?? ''},`;
  return key;
}

export function effectOf(
  remembered: Remembered,
  way: number,
  { kernel, output }: Position,
): Effect | null {
  const effects = remembered.effects[way];
  return effects?.known.get(dependenceKey(effects, kernel, output)) ?? null;
}

function dependenceKey(
  { onKernel, onOutput }: Pick<Effects, 'onKernel' | 'onOutput'>,
  kernel: KernelPart,
  output: OutputPart,
): number {
  return (onKernel ? kernel.number + 1 : 0) * OUTPUTS_MAX + (onOutput ? output.number + 1 : 0);
}

/** Of one search; as many parts of the kernel fit, too. */
const OUTPUTS_MAX = 2 ** 26;

export function remember(
  remembered: Remembered,
  way: number,
  before: Position,
  effect: Effect,
  madeCalls: boolean,
): void {
  const present = remembered.effects[way];
  const onKernel = madeCalls || effect.kernel !== null || present?.onKernel === true;
  const onOutput = effect.output !== null || present?.onOutput === true;
  let effects = present;
  if (effects?.onKernel !== onKernel || effects.onOutput !== onOutput) {
    effects = { onKernel, onOutput, known: new Map() };
    remembered.effects[way] = effects;
  }
  effects.known.set(dependenceKey(effects, before.kernel, before.output), effect);
}

/** What a thread's step has changed; null: something that its operation doesn't tell. */
export function changeBetween(
  before: Position,
  after: Position,
  thread: ThreadId,
  words: readonly number[],
  work: number,
  released: readonly ThreadId[],
): Effect | null {
  const locals = new Map<ThreadId, LocalPart>();
  const { threads } = after.kernel;
  for (const [k, each] of threads.entries()) {
    const local = after.locals[k];
    if (local === undefined) return null;
    const had = before.kernel.threads.indexOf(each);
    if (each === thread || had < 0) locals.set(each, local);
    else if (before.locals[had] !== local) return null;
  }
  for (const each of before.kernel.threads)
    if (each !== thread && !threads.includes(each)) return null;
  const writes: SlotWrite[] = [];
  for (const [slot, value] of after.values.entries()) {
    if (before.values[slot] === value) continue;
    if (!words.includes(slot)) return null;
    writes.push({ slot, value });
  }
  return {
    kernel: after.kernel === before.kernel ? null : after.kernel,
    locals,
    writes,
    output: after.output === before.output ? null : after.output,
    work,
    released,
  };
}

export function applied(
  position: Position,
  effect: Effect,
  thread: ThreadId,
  { slots }: Ownership,
): Position {
  const kernel = effect.kernel ?? position.kernel;
  let { values, words } = position;
  if (effect.writes.length > 0) {
    const written = values.slice();
    const sum = new WordSum();
    sum.add(words);
    for (const { slot, value } of effect.writes) {
      const place = slots[slot];
      if (place === undefined) throw new Error(`no slot ${slot}`);
      addWord(sum, place.space, place.address, written[slot] ?? 0, -1);
      addWord(sum, place.space, place.address, value, 1);
      written[slot] = value;
    }
    values = written;
    words = sum;
  }
  return {
    kernel,
    locals: localsAfter(position, effect, kernel, thread),
    values,
    words,
    output: effect.output ?? position.output,
  };
}

function localsAfter(
  position: Position,
  { locals }: Effect,
  kernel: KernelPart,
  thread: ThreadId,
): readonly LocalPart[] {
  const before = position.kernel.threads;
  if (kernel.threads === before) {
    const after = position.locals.slice();
    const local = locals.get(thread);
    if (local !== undefined) after[before.indexOf(thread)] = local;
    return after;
  }
  return kernel.threads.map((each) => {
    const local = locals.get(each) ?? position.locals[before.indexOf(each)];
    if (local === undefined) throw new Error(`nothing is known of thread ${each}`);
    return local;
  });
}

/** Operations that a step leaves as they are: of the others, where it didn't write what they depend on. */
export function stillTrue(
  remembered: readonly (Remembered | undefined)[],
  before: Position,
  after: Position,
  thread: ThreadId,
  writes: readonly SlotWrite[],
): (Remembered | undefined)[] {
  if (after.kernel !== before.kernel) return [];
  const still = remembered.slice();
  for (let k = 0; k < still.length; k++) {
    const words = still[k]?.words;
    if (
      before.kernel.threads[k] === thread ||
      (writes.length > 0 && words !== undefined && writes.some(({ slot }) => words.includes(slot)))
    )
      still[k] = undefined;
  }
  return still;
}
