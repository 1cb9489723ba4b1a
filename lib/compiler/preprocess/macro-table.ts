/**
 * The macros in force: those of the compiler and of prepared headers in one table that programs share,
 * those of the program's own text (and of headers that it reads) in front of it.
 */
import type { Macro } from './macro';

export class MacroTable {
  #shared: ReadonlyMap<string, Macro> | null = null;
  #sharedFrom: () => ReadonlyMap<string, Macro>;
  readonly #own = new Map<string, Macro | null>();

  constructor(shared: () => ReadonlyMap<string, Macro>) {
    this.#sharedFrom = shared;
  }

  /** What was defined, or undefined (null), in text that was read. */
  get own(): ReadonlyMap<string, Macro | null> {
    return this.#own;
  }

  /** Another table is behind the program's own from now on: asked for when a name is looked up. */
  share(shared: () => ReadonlyMap<string, Macro>): void {
    this.#sharedFrom = shared;
    this.#shared = null;
  }

  get(name: string): Macro | undefined {
    const own = this.#own.get(name);
    if (own !== undefined) return own ?? undefined;
    this.#shared ??= this.#sharedFrom();
    return this.#shared.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, macro: Macro): void {
    this.#own.set(name, macro);
  }

  delete(name: string): void {
    this.#own.set(name, null);
  }
}
