/**
 * Which definition a name means. A unit sees its own names first. The student's units then see each
 * other, then the C library; the library sees itself before the student's names, so a student's own
 * `write` or `index` doesn't change what printf does (only `main` is looked for outside).
 */
import type { LinkName, ObjectModule } from '../object-module';
import { type Definition, definitionsOf, isInternal, isTentative, namesIn } from './definition';
import { type Library, LibraryIndex } from './library-index';
import type { StartupTables } from './startup';

export interface Duplicate {
  readonly name: LinkName;
  readonly first: Definition;
  readonly second: Definition;
}

const libraryIndexes = new WeakMap<Library, LibraryIndex>();

function indexOf(library: Library): LibraryIndex {
  let index = libraryIndexes.get(library);
  if (index === undefined) libraryIndexes.set(library, (index = new LibraryIndex(library)));
  return index;
}

export class SymbolTable {
  readonly duplicates: readonly Duplicate[];
  readonly library: LibraryIndex;
  readonly #user = new Map<LinkName, Definition>();
  readonly #suggestions: Library;
  readonly #program: ReadonlyMap<ObjectModule, ReadonlyMap<LinkName, Definition>>;
  readonly #tables: StartupTables | null;

  /** `tables`: one of the modules, whose names have meanings of their own. */
  constructor(modules: readonly ObjectModule[], library: Library, tables: StartupTables | null) {
    this.library = indexOf(library);
    this.#suggestions = library;
    this.#program = new Map(modules.map((module) => [module, definitionsOf(module)]));
    this.#tables = tables;
    const duplicates: Duplicate[] = [];
    for (const names of this.#program.values()) {
      for (const [name, second] of names) {
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
    if (from === this.#tables?.module) return this.#tables.names.get(name) ?? null;
    const names = this.#program.get(from);
    // A program of ours in /bin is made of library code, but it is a program.
    if (names === undefined)
      return this.library.resolve(name, from) ?? this.#user.get(name) ?? null;
    const own = names.get(name);
    if (own !== undefined && !isTentative(own)) return own;
    if (isInternal(name)) return own ?? null;
    return this.#user.get(name) ?? this.library.lookUp(name);
  }

  /** What a definition's references mean, in their order; null: nobody defines it. */
  targetsOf(definition: Definition): readonly (Definition | null)[] {
    const { module } = definition;
    if (this.#program.has(module))
      return namesIn(definition).map((name) => this.resolve(name, module));
    const { targets, complete } = this.library.referencesOf(definition);
    if (complete) return targets;
    return namesIn(definition).map((name, k) => targets[k] ?? this.resolve(name, module));
  }

  /** Names that a student may have meant. */
  names(): readonly string[] {
    return [...this.#user.keys(), ...this.#suggestions.names()];
  }
}
