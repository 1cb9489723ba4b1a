/**
 * What observers see of states without waiting for the machine: what was seen of a thread's stack or of a
 * process's memory is true of all states in which that part is the same.
 */
import { contextOf } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import { runReport } from '../../kernel/run-report';
import type { Process } from '../../kernel/processes/process';
import type { ExecutionContext } from '../../vm/context';
import { callers } from './callers';
import type { ExecutedMachine } from './executed-machine';
import { TIMERS, type OperationKind } from './operation';
import type { Places } from './places';
import type { LocalPart, OutputPart, ValuesKey } from './position';
import { valuesKey } from './remembered-steps';
import type { ThreadId } from '../system';

/** What was found in memories: one for each question that is asked. */
export class Findings<T> {
  readonly known = new WeakMap<object, Map<number, FindingsOfPart<T>>>();
}

interface FindingsOfPart<T> {
  /** Slots that were read. */
  readonly words: readonly number[];
  readonly byValues: Map<ValuesKey, T>;
}

/** Whoever reads a process's memory tells where. */
export type Look<T> = (
  process: Process,
  context: ExecutionContext,
  reads: (address: number, bytes: number) => void,
) => T;

export class Looks {
  private readonly outputs = new WeakMap<OutputPart, string>();
  private readonly functions = new WeakMap<LocalPart, ReadonlySet<string>>();

  constructor(
    private readonly machine: ExecutedMachine,
    private readonly places: Places,
    /** Numbers of places in the program. */
    private readonly locations: Map<string, number>,
  ) {}

  get threads(): readonly ThreadId[] {
    return this.places.present.position.kernel.threads.filter((thread) => thread < TIMERS);
  }

  /** Names of the functions on a thread's stack. */
  functionsOf(thread: ThreadId): ReadonlySet<string> {
    const { places, machine } = this;
    const { kernel, locals } = places.present.position;
    const local = locals[kernel.threads.indexOf(thread)];
    const known = local === undefined ? undefined : this.functions.get(local);
    if (known !== undefined) return known;
    places.comeAfter();
    const names = new Set(callers(contextOf(machine.kernel, pid(thread))));
    if (local !== undefined && places.tellsParts) this.functions.set(local, names);
    return names;
  }

  /** Where a thread stands in its program: by number, the same for the same calls on its stack. */
  locationOf(thread: ThreadId, doing: OperationKind['kind']): number {
    const { kernel, locals } = this.places.present.position;
    const local = locals[kernel.threads.indexOf(thread)];
    const key = `${thread} ${doing} ${local?.calls ?? ''}`;
    let number = this.locations.get(key);
    if (number === undefined) {
      number = this.locations.size;
      this.locations.set(key, number);
    }
    return number;
  }

  /** What was put out so far. */
  output(): string {
    const { places, machine } = this;
    const { output } = places.present.position;
    const known = this.outputs.get(output);
    if (known !== undefined && places.tellsOutputs) return known;
    places.comeAfter();
    const { stdout } = runReport(machine.kernel, 'explorer');
    this.outputs.set(output, stdout);
    return stdout;
  }

  /** Of each process that runs, by its first thread. */
  *inMemories<T>(findings: Findings<T>, look: Look<T>): Iterable<readonly [ThreadId, T]> {
    for (const thread of this.threads) {
      this.places.refreshIfOld();
      const { kernel, locals } = this.places.present.position;
      const local = locals[kernel.threads.indexOf(thread)];
      if (local !== undefined && local.process === thread)
        yield [thread, this.inMemory(findings, look, local)];
    }
  }

  private inMemory<T>(findings: Findings<T>, look: Look<T>, local: LocalPart): T {
    const { places, machine } = this;
    const { position } = places.present;
    // The memory of several threads is read where it is shared: from outside nothing else is.
    const part = local.isWhole ? local : places.reader.partOfProcess(local.process);
    const known = findings.known.get(part)?.get(position.kernel.rest);
    const found = known?.byValues.get(valuesKey(position.values, known.words));
    if (found !== undefined) return found;
    places.comeAfter();
    const { kernel, objects } = machine;
    const process = kernel.state.processes.get(pid(local.process));
    if (process === undefined) throw new Error(`no process ${local.process}`);
    const read = new Set<number>();
    const result = look(process, contextOf(kernel, pid(local.thread)), (address, bytes) => {
      for (const object of objects.watch(process, address, bytes)) {
        const slot = places.ownership.slotOf(object);
        if (slot !== null) read.add(slot);
      }
    });
    if (places.tellsParts && !objects.sharing.hasNews)
      this.note(findings, part, { words: [...read], byValues: new Map() }, result);
    return result;
  }

  private note<T>(findings: Findings<T>, part: object, fresh: FindingsOfPart<T>, result: T): void {
    const { position } = this.places.present;
    const ofPart = findings.known.get(part) ?? new Map<number, FindingsOfPart<T>>();
    findings.known.set(part, ofPart);
    const present = ofPart.get(position.kernel.rest);
    const same = present?.words.join() === fresh.words.join();
    const kept = present !== undefined && same ? present : fresh;
    ofPart.set(position.kernel.rest, kept);
    kept.byValues.set(valuesKey(position.values, kept.words), result);
  }
}
