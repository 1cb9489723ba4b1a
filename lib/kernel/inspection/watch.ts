/**
 * The value of an expression where a thread stands: over the variables that its innermost frame of the
 * student's own code sees, and those with static storage. As text, for people; the program notices nothing.
 * Leaves out what would change something: assignment, calls.
 */
import type { ExecutionContext } from '../../vm/context';
import { typeText } from '../../vm/type-text';
import {
  type ObjectsOfFrame,
  type PlacedVariable,
  ProcessObjects,
} from '../../vm/values/process-objects';
import { arrayAt, type ObjectPlace, valueAt } from '../../vm/values/value';
import { valueText } from '../../vm/values/value-text';
import { type Named, type Result, resultOf } from '../expressions/evaluate';
import { parseExpression } from '../expressions/parse';
import { contextOf, processOf, threadOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';

export type WatchValue =
  | { readonly kind: 'value'; readonly text: string; readonly type: string }
  /** It is out of scope, leads nowhere, or is no expression; `why` is a sentence. */
  | { readonly kind: 'none'; readonly why: string };

/** One value for each expression. `thread`: null where nobody runs. */
export function watch(
  kernel: Kernel,
  thread: Pid | null,
  expressions: readonly string[],
): readonly WatchValue[] {
  if (expressions.length === 0) return [];
  const seen = seenBy(kernel, thread);
  return expressions.map((text) => watchOne(seen, text));
}

interface Seen {
  readonly context: ExecutionContext;
  readonly objects: ProcessObjects;
  readonly frame: ObjectsOfFrame | null;
  readonly threadLocals: readonly PlacedVariable[];
}

function seenBy(kernel: Kernel, thread: Pid | null): Seen | string {
  if (thread === null) return 'Nobody runs at this moment.';
  if (!kernel.contexts.has(thread)) return 'This thread has not begun yet, or has ended.';
  const context = contextOf(kernel, thread);
  const { threads } = processOf(kernel, threadOf(kernel, thread).process);
  const others = threads.filter((id) => id !== thread).map((id) => contextOf(kernel, id));
  const objects = new ProcessObjects([context, ...others]);
  const [own] = objects.threads;
  const frame = own?.frames.find((each) => !each.function.library) ?? null;
  return { context, objects, frame, threadLocals: own?.threadLocals ?? [] };
}

function watchOne(seen: Seen | string, text: string): WatchValue {
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') return { kind: 'none', why: sentence(parsed.message) };
  if (typeof seen === 'string') return { kind: 'none', why: seen };
  const { image, memory } = seen.context;
  if (parsed.expression.kind === 'name') {
    const array = variableOf(seen, parsed.expression.name);
    if (array?.elements != null) return lengthComputed(seen, array, array.elements);
  }
  const unset: number[] = [];
  const result = resultOf(parsed.expression, {
    image,
    memory,
    named: (name) => namedBy(seen, name),
    reads(address, bytes) {
      if (seen.objects.setBytes(address, bytes) < bytes) unset.push(address);
    },
  });
  return unset.length > 0 ? { kind: 'none', why: NO_VALUE } : shown(seen, result);
}

/** Of those with this name the one whose scope is the smallest. */
function variableOf({ frame, threadLocals }: Seen, name: string): PlacedVariable | null {
  const size = ({ variable: { scope } }: PlacedVariable): number =>
    scope === undefined ? Infinity : scope.to - scope.from;
  let found: PlacedVariable | null = null;
  for (const each of [...threadLocals, ...(frame?.variables ?? [])])
    if (each.variable.name === name && (found === null || size(each) <= size(found))) found = each;
  return found;
}

function namedBy(seen: Seen, name: string): Named | null {
  const found = variableOf(seen, name);
  if (found === null) return null;
  const { variable, address, elements } = found;
  if (elements === null) return { kind: 'place', address, type: variable.type };
  const type = seen.context.image.types[variable.type];
  return type?.kind === 'pointer' ? { kind: 'pointer', address, to: type.to } : null;
}

function lengthComputed(seen: Seen, array: PlacedVariable, elements: number): WatchValue {
  const { image } = seen.context;
  const type = image.types[array.variable.type];
  if (array.isUnset || type?.kind !== 'pointer') return { kind: 'none', why: NO_VALUE };
  const value = arrayAt(seen.objects, { address: array.address, type: type.to }, elements);
  return {
    kind: 'value',
    text: valueText(value),
    type: `${typeText(image, type.to)}[${elements}]`,
  };
}

const NO_VALUE = 'It has no value yet.';

function shown(seen: Seen, result: Result): WatchValue {
  switch (result.kind) {
    case 'place':
      return objectText(seen, result);
    case 'integer':
      return { kind: 'value', text: String(result.value), type: '' };
    case 'floating':
      return { kind: 'value', text: String(result.value), type: 'double' };
    case 'pointer': {
      const { address, to } = result;
      const target = seen.objects.targetOf(address, to);
      const text = valueText({ kind: 'pointer', address, to: target, text: null });
      return { kind: 'value', text, type: `${typeText(seen.context.image, to)} *` };
    }
    case 'unreadable':
      return { kind: 'none', why: 'A pointer in it leads nowhere at this moment.' };
    case 'error':
      return { kind: 'none', why: sentence(result.message) };
  }
}

function objectText({ objects, context }: Seen, place: ObjectPlace): WatchValue {
  const value = valueAt(objects, place);
  if (value.kind === 'unset') return { kind: 'none', why: NO_VALUE };
  if (value.kind === 'unreadable')
    return { kind: 'none', why: 'There is no memory at this place that may be read.' };
  return { kind: 'value', text: valueText(value), type: typeText(context.image, place.type) };
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
