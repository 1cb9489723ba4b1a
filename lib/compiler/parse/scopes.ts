/**
 * Which identifiers are typedef names (C11 6.2.1, 6.7.8): all that the parser needs to know about
 * names. Tags and members live in name spaces of their own and are not here.
 */
export type NameUse =
  | 'typedef'
  /** A variable, function, parameter or enumeration constant. */
  | 'ordinary'
  /** Used as a type, but declared nowhere; that was reported once. */
  | 'unknown-type';

/** What <stdarg.h> makes va_list of; check/ knows the type. */
const BUILTIN_TYPES: readonly (readonly [string, NameUse])[] = [['__builtin_va_list', 'typedef']];

export class Scopes {
  /** The file scope first, the innermost one last. */
  readonly #scopes: Map<string, NameUse>[] = [new Map(BUILTIN_TYPES)];
  /** Tags of records seen so far, for "did you mean struct point?". */
  readonly tags = new Map<string, 'struct' | 'union' | 'enum'>();

  /** Tags of records whose members could not all be read. */
  readonly brokenTags = new Set<string>();

  open(): void {
    this.#scopes.push(new Map());
  }

  close(): void {
    this.#scopes.pop();
  }

  declare(name: string, use: NameUse): void {
    this.#scopes[this.#scopes.length - 1]?.set(name, use);
  }

  /** For names reported as unknown: said once for the whole file. */
  declareInFile(name: string, use: NameUse): void {
    this.#scopes[0]?.set(name, use);
  }

  lookUp(name: string): NameUse | null {
    for (let index = this.#scopes.length - 1; index >= 0; index -= 1) {
      const use = this.#scopes[index]?.get(name);
      if (use !== undefined) return use;
    }
    return null;
  }

  typedefNames(): string[] {
    return this.#scopes.flatMap((scope) =>
      [...scope].filter(([, use]) => use === 'typedef').map(([name]) => name),
    );
  }
}
