/**
 * Which definition a name means. A unit sees its own names first. The student's units then see each
 * other, then the C library; the library sees itself before the student's names, so a student's own
 * `write` or `index` doesn't change what printf does (only `main` is looked for outside).
 */
import type { LinkName, ObjectData, ObjectFunction, ObjectModule } from '../object-module';

export type Definition =
  | { readonly kind: 'function'; readonly module: ObjectModule; readonly item: ObjectFunction }
  | { readonly kind: 'data'; readonly module: ObjectModule; readonly item: ObjectData };

/** The C library, asked for one name at a time so that only what is needed gets compiled. */
export interface Library {
  /** The module that defines the name; null if none does. */
  moduleDefining(name: LinkName): ObjectModule | null;
  /** Names worth suggesting. */
  names(): readonly string[];
}

export interface Duplicate {
  readonly name: LinkName;
  readonly first: Definition;
  readonly second: Definition;
}

const indexes = new WeakMap<ObjectModule, ReadonlyMap<LinkName, Definition>>();

export function definitionsOf(module: ObjectModule): ReadonlyMap<LinkName, Definition> {
  const known = indexes.get(module);
  if (known !== undefined) return known;
  const index = new Map<LinkName, Definition>();
  for (const item of module.functions) index.set(item.symbol, { kind: 'function', module, item });
  for (const item of module.data) index.set(item.symbol, { kind: 'data', module, item });
  indexes.set(module, index);
  return index;
}

export class SymbolTable {
  readonly duplicates: readonly Duplicate[];
  readonly #user = new Map<LinkName, Definition>();
  readonly #library: Library;
  readonly #program: ReadonlySet<ObjectModule>;

  constructor(userModules: readonly ObjectModule[], library: Library) {
    this.#library = library;
    this.#program = new Set(userModules);
    const duplicates: Duplicate[] = [];
    for (const module of userModules) {
      for (const [name, second] of definitionsOf(module)) {
        if (isInternal(name)) continue;
        const first = this.#user.get(name);
        if (first === undefined) this.#user.set(name, second);
        else if (isTentative(first)) this.#user.set(name, second);
        else if (!isTentative(second)) duplicates.push({ name, first, second });
      }
    }
    this.duplicates = duplicates;
  }

  resolve(name: LinkName, from: ObjectModule): Definition | null {
    const own = definitionsOf(from).get(name);
    if (own !== undefined && !isTentative(own)) return own;
    if (isInternal(name)) return own ?? null;
    const user = this.#user.get(name) ?? null;
    // A program of ours in /bin is made of library code, but it is a program.
    return from.library && !this.#program.has(from)
      ? (this.#inLibrary(name) ?? user ?? own ?? null)
      : (user ?? this.#inLibrary(name));
  }

  /** Names that a student may have meant. */
  names(): readonly string[] {
    return [...this.#user.keys(), ...this.#library.names()];
  }

  #inLibrary(name: LinkName): Definition | null {
    const module = this.#library.moduleDefining(name);
    return module === null ? null : (definitionsOf(module).get(name) ?? null);
  }
}

function isInternal(name: LinkName): boolean {
  return name.includes('#');
}

function isTentative(definition: Definition): boolean {
  return definition.item.tentative === true;
}
