/**
 * What is the same in every program that is linked with a library: its modules' definitions, and what
 * they refer to. Found when a program first needs it, and remembered by the library's object.
 */
import type { LinkName, ObjectData, ObjectModule } from '../object-module';
import { type Definition, definitionsOf, isInternal, isTentative, namesIn } from './definition';

/** The C library, asked for one name at a time so that only what is needed gets compiled. */
export interface Library {
  /** The module that defines the name; null if none does. */
  moduleDefining(name: LinkName): ObjectModule | null;
  /** Names worth suggesting. */
  names(): readonly string[];
}

export interface References {
  /** In the order of fixups or relocations. null: the program's to define, as `main` is. */
  readonly targets: readonly (Definition | null)[];
  /** The library defines them all. */
  readonly complete: boolean;
}

export class LibraryIndex {
  readonly #library: Library;
  readonly #definitions = new Map<ObjectModule, ReadonlyMap<LinkName, Definition>>();
  readonly #references = new Map<Definition['item'], References>();
  readonly #literalKeys = new Map<ObjectData, string>();

  constructor(library: Library) {
    this.#library = library;
  }

  lookUp(name: LinkName): Definition | null {
    const module = this.#library.moduleDefining(name);
    return module === null ? null : (this.#definitionsOf(module).get(name) ?? null);
  }

  /** A name in a module of the library. */
  resolve(name: LinkName, from: ObjectModule): Definition | null {
    const own = this.#definitionsOf(from).get(name);
    if (own !== undefined && (isInternal(name) || !isTentative(own))) return own;
    return isInternal(name) ? null : this.lookUp(name);
  }

  /** Of a definition in the library. */
  referencesOf(definition: Definition): References {
    const known = this.#references.get(definition.item);
    if (known !== undefined) return known;
    const targets = namesIn(definition).map((name) => this.resolve(name, definition.module));
    const found = { targets, complete: !targets.includes(null) };
    this.#references.set(definition.item, found);
    return found;
  }

  /** Of a string literal in the library, see literals.ts. */
  literalKey(literal: ObjectData, compute: (literal: ObjectData) => string): string {
    let key = this.#literalKeys.get(literal);
    if (key === undefined) this.#literalKeys.set(literal, (key = compute(literal)));
    return key;
  }

  #definitionsOf(module: ObjectModule): ReadonlyMap<LinkName, Definition> {
    let known = this.#definitions.get(module);
    if (known === undefined) this.#definitions.set(module, (known = definitionsOf(module)));
    return known;
  }
}
