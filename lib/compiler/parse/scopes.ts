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

export type TagKind = 'struct' | 'union' | 'enum';

/** Names at file scope that declarations gave. */
export interface FileNames {
  readonly uses: ReadonlyMap<string, NameUse>;
  readonly tags: ReadonlyMap<string, TagKind>;
}

/** What <stdarg.h> makes va_list of; check/ knows the type. */
export const BUILTIN_NAMES: FileNames = {
  uses: new Map([['__builtin_va_list', 'typedef']]),
  tags: new Map(),
};

export class Scopes {
  /** From the headers that the program begins with. */
  readonly #headers: FileNames;
  /** The file scope first, the innermost one last. */
  readonly #scopes: Map<string, NameUse>[] = [new Map<string, NameUse>()];
  readonly #tags = new Map<string, TagKind>();
  /** Tags of records whose members could not all be read. */
  readonly brokenTags = new Set<string>();

  constructor(headers: FileNames) {
    this.#headers = headers;
  }

  /** What the file itself declared so far. */
  get ofFile(): FileNames {
    return { uses: this.#scopes[0] ?? new Map<string, NameUse>(), tags: this.#tags };
  }

  /** Of records seen so far, for "did you mean struct point?". */
  tagKind(tag: string): TagKind | undefined {
    return this.#tags.get(tag) ?? this.#headers.tags.get(tag);
  }

  declareTag(tag: string, kind: TagKind): void {
    this.#tags.set(tag, kind);
  }

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
    return this.#headers.uses.get(name) ?? null;
  }

  typedefNames(): string[] {
    const [file, ...inner] = this.#scopes;
    const outer = new Map(this.#headers.uses);
    for (const [name, use] of file ?? []) outer.set(name, use);
    return [outer, ...inner].flatMap((scope) =>
      [...scope].filter(([, use]) => use === 'typedef').map(([name]) => name),
    );
  }
}
