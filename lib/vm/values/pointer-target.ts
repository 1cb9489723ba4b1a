/** What a pointer leads to. Plain data; who knows a process's objects finds it (process-objects.ts). */
import { assertNever } from '../../abi/assert-never';

export type PointerTarget =
  | { readonly kind: 'null' }
  /** `name` with the path to the part: "list[3].next". */
  | {
      readonly kind: 'variable';
      readonly name: string;
      /** Whose local or parameter it is; null: static storage. */
      readonly of: string | null;
      /** Where the whole variable begins. */
      readonly address: number;
      readonly bytesLeft: number;
    }
  /** One past the end of a variable or heap block: a pointer may stand there, and nothing may be read. */
  | { readonly kind: 'past-end'; readonly name: string; readonly address: number }
  | {
      readonly kind: 'heap';
      /** Of its first byte. */
      readonly address: number;
      readonly offset: number;
      readonly bytesLeft: number;
    }
  /** A heap block that was freed: the pointer dangles. */
  | { readonly kind: 'freed'; readonly address: number; readonly offset: number }
  /** A place on the stack where no call's frame is any more, or of a thread that ended: it dangles. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'literal'; readonly address: number; readonly bytesLeft: number }
  | { readonly kind: 'function'; readonly name: string }
  | {
      readonly kind: 'mapping';
      readonly name: string;
      readonly address: number;
      readonly offset: number;
      readonly bytesLeft: number;
    }
  | { readonly kind: 'arguments'; readonly bytesLeft: number }
  /** The C library's own memory. */
  | { readonly kind: 'library' }
  /** The program has no memory there, or no object. */
  | { readonly kind: 'nowhere' };

/** A pointer that must not be followed. */
export function isBroken(target: PointerTarget): boolean {
  return target.kind === 'freed' || target.kind === 'returned' || target.kind === 'nowhere';
}

/** After "leads to": "counter", "a local of a call that has returned". */
export function targetText(target: PointerTarget): string {
  switch (target.kind) {
    case 'null':
      return 'NULL';
    case 'variable':
      return target.name;
    case 'past-end':
      return `just past the end of ${target.name}`;
    case 'heap':
      return target.offset === 0 ? 'heap block' : `heap block, byte ${target.offset}`;
    case 'freed':
      return 'a freed heap block';
    case 'returned':
      return 'a call that has returned';
    case 'literal':
      return 'string literal';
    case 'function':
      return target.name;
    case 'mapping':
      return target.offset === 0 ? target.name : `${target.name}, byte ${target.offset}`;
    case 'arguments':
      return 'arguments';
    case 'library':
      return 'the C library';
    case 'nowhere':
      return 'no memory of the program';
    default:
      return assertNever(target);
  }
}
