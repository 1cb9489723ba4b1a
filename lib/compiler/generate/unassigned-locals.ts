/** Locals that are declared without a value, and the bytes of them that a place names. */
import { sizeOf } from '../type-layout';
import type { FunctionBody, LocalVariable, Place, Statement } from '../typed-tree';

/** Locals whose declaration gives them no value. */
export function unassignedLocals(body: FunctionBody): ReadonlySet<LocalVariable> {
  const found = new Set<LocalVariable>();
  findIn([body.body], found);
  return found;
}

function findIn(statements: readonly Statement[], found: Set<LocalVariable>): void {
  for (const s of statements) {
    switch (s.kind) {
      case 'declare':
        if (s.initialization.length === 0 && s.vlaBytes === null) found.add(s.variable);
        break;
      case 'block':
        findIn(s.body, found);
        break;
      case 'if':
        findIn(s.otherwise === null ? [s.then] : [s.then, s.otherwise], found);
        break;
      case 'loop':
        findIn(s.initial, found);
        findIn([s.body], found);
        break;
      case 'switch':
        findIn([s.body], found);
        break;
      default:
    }
  }
}

/** Bytes [offset, offset + bytes) of a local that a place names, and the node that names it. */
export interface Range {
  readonly variable: LocalVariable;
  readonly root: Place;
  readonly offset: number;
  readonly bytes: number;
}

/** null: no byte of these locals, or not by name. */
export function rangeOf(place: Place, locals: ReadonlySet<LocalVariable>): Range | null {
  let offset = 0;
  let at = place;
  while (at.kind === 'member') {
    offset += at.offset;
    at = at.base;
  }
  if (at.kind !== 'local' || !locals.has(at.variable)) return null;
  return { variable: at.variable, root: at, offset, bytes: sizeOf(place.type.type) };
}
