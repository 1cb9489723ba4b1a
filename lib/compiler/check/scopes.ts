/**
 * Scopes and name spaces (C11 6.2.1, 6.2.3): ordinary identifiers and tags, file scope outermost.
 * Labels belong to a function and members to their record; they are kept there.
 */
import type { Span } from '../source';
import type { LocalVariable, StaticSymbol } from '../typed-tree';
import type { EnumType, QualifiedType, RecordType, Type } from '../types';

/** What an ordinary identifier stands for. */
export type Entity =
  | { readonly kind: 'local'; readonly variable: LocalVariable; readonly span: Span }
  /** An object or function with static storage. */
  | { readonly kind: 'static'; readonly symbol: StaticSymbol; readonly span: Span }
  | { readonly kind: 'typedef'; readonly type: QualifiedType; readonly span: Span }
  | {
      readonly kind: 'enum-constant';
      readonly value: bigint;
      readonly type: Type;
      readonly span: Span;
    }
  /** Declared, but wrongly: uses of it are passed over in silence. */
  | { readonly kind: 'error'; readonly span: Span };

/**
 * Who wants to know what the names of a program mean, while it is checked: an editor, for what it shows
 * at a name and offers to complete. Checking goes the same way with and without one.
 */
export interface NameObserver {
  declared(name: string, entity: Entity): void;
  /** A name stands in an expression. */
  used(entity: Entity, span: Span): void;
  member(record: RecordType, type: QualifiedType, span: Span): void;
}

export interface TagEntity {
  readonly type: RecordType | EnumType;
  readonly span: Span;
}

export interface Scope {
  readonly names: Map<string, Entity>;
  readonly tags: Map<string, TagEntity>;
  /** Block number within the function; -1 at file scope and in prototypes. */
  readonly block: number;
}

/** What the headers that a program begins with declare, shared between programs and frozen. */
export interface SharedNames {
  readonly names: ReadonlyMap<string, Entity>;
  readonly tags: ReadonlyMap<string, TagEntity>;
}

/** The scopes around the place that is being checked, innermost last. */
export class Scopes {
  readonly #file: Scope = { names: new Map(), tags: new Map(), block: -1 };
  readonly #stack: Scope[] = [this.#file];
  readonly #shared: SharedNames;
  readonly #adopt: (symbol: StaticSymbol) => StaticSymbol;
  readonly #observer: NameObserver | null;

  /** `adopt`: makes the program's own symbol of a shared one; called once for each that it uses. */
  constructor(
    shared: SharedNames,
    adopt: (symbol: StaticSymbol) => StaticSymbol,
    observer: NameObserver | null,
  ) {
    this.#shared = shared;
    this.#adopt = adopt;
    this.#observer = observer;
  }

  /** What this file itself declared at file scope; with what it used of the shared names. */
  get ofFile(): SharedNames {
    return this.#file;
  }

  get atFileScope(): boolean {
    return this.#stack.length === 1;
  }

  /** Block number of the innermost scope. */
  get block(): number {
    return this.#innermost.block;
  }

  get #innermost(): Scope {
    const scope = this.#stack[this.#stack.length - 1];
    if (scope === undefined) throw new Error('no scope');
    return scope;
  }

  enter(block: number): void {
    this.#stack.push({ names: new Map(), tags: new Map(), block });
  }

  leave(): void {
    if (this.#stack.length > 1) this.#stack.pop();
  }

  lookup(name: string): Entity | undefined {
    for (let at = this.#stack.length - 1; at > 0; at -= 1) {
      const entity = this.#stack[at]?.names.get(name);
      if (entity !== undefined) return entity;
    }
    return this.lookupAtFileScope(name);
  }

  lookupHere(name: string): Entity | undefined {
    return this.atFileScope ? this.lookupAtFileScope(name) : this.#innermost.names.get(name);
  }

  lookupAtFileScope(name: string): Entity | undefined {
    const own = this.#file.names.get(name);
    if (own !== undefined) return own;
    const shared = this.#shared.names.get(name);
    if (shared?.kind !== 'static') return shared;
    const entity: Entity = { ...shared, symbol: this.#adopt(shared.symbol) };
    this.#file.names.set(name, entity);
    return entity;
  }

  declare(name: string, entity: Entity): void {
    this.#innermost.names.set(name, entity);
    this.#observer?.declared(name, entity);
  }

  declareAtFileScope(name: string, entity: Entity): void {
    this.#file.names.set(name, entity);
  }

  lookupTag(name: string): TagEntity | undefined {
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const entity = this.#stack[at]?.tags.get(name);
      if (entity !== undefined) return entity;
    }
    return this.#shared.tags.get(name);
  }

  lookupTagHere(name: string): TagEntity | undefined {
    const here = this.#innermost.tags.get(name);
    return here ?? (this.atFileScope ? this.#shared.tags.get(name) : undefined);
  }

  declareTag(name: string, entity: TagEntity): void {
    this.#innermost.tags.set(name, entity);
  }

  /** Every visible ordinary identifier, innermost first: for suggestions. */
  *visible(): Iterable<readonly [string, Entity]> {
    for (let at = this.#stack.length - 1; at > 0; at -= 1) {
      const scope = this.#stack[at];
      if (scope !== undefined) yield* scope.names;
    }
    yield* new Map([...this.#shared.names, ...this.#file.names]);
  }
}
