/**
 * Which header declares a name: read from the headers of our C library themselves, so that a hint can
 * say what to include. Headers are scanned by shape, not compiled: declarations at the outer level,
 * and macros.
 */
import { headers } from '../../libc/generated/headers';

export interface LibraryName {
  readonly kind: 'function' | 'macro' | 'type' | 'object';
  /** As written after #include, without brackets. */
  readonly header: string;
  /** The declaration on one line, without ';'. */
  readonly declaration: string;
}

export interface HeaderIndex {
  lookup(name: string): LibraryName | undefined;
  functionNames(): Iterable<string>;
  names(): Iterable<string>;
}

/** Built on first use: a program without mistakes needs none. */
export function libraryHeaders(): HeaderIndex {
  return {
    lookup: (name) => index().get(name),
    *functionNames() {
      for (const [name, entry] of index()) if (entry.kind === 'function') yield name;
    },
    names: () => index().keys(),
  };
}

let built: ReadonlyMap<string, LibraryName> | null = null;

function index(): ReadonlyMap<string, LibraryName> {
  built ??= build(headers);
  return built;
}

function build(texts: Readonly<Record<string, string>>): ReadonlyMap<string, LibraryName> {
  const found = new Map<string, LibraryName>();
  for (const header of Object.keys(texts).sort()) {
    if (header.startsWith('forkyard/')) continue;
    const text = (texts[header] ?? '')
      .replace(/\/\*[\s\S]*?\*\//g, ' ')
      .replace(/\/\/.*$/gm, '')
      .replace(/\\\n/g, ' ');
    const add = (name: string, kind: LibraryName['kind'], declaration: string) => {
      if (name.startsWith('_') || found.has(name)) return;
      found.set(name, { kind, header, declaration: declaration.replace(/\s+/g, ' ').trim() });
    };
    for (const declaration of declarations(text)) addDeclaration(declaration, add);
    for (const [line, name] of text.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+).*$/gm)) {
      if (name !== undefined) add(name, 'macro', line);
    }
  }
  return found;
}

/** The text between semicolons at the outer level; bodies in braces are left out. */
function declarations(text: string): string[] {
  const plain = text.replace(/^[ \t]*#.*$/gm, '');
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of plain) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    else if (depth === 0 && character === ';') {
      parts.push(part);
      part = '';
    } else if (depth === 0) part += character;
  }
  return parts;
}

function addDeclaration(
  text: string,
  add: (name: string, kind: LibraryName['kind'], declaration: string) => void,
): void {
  const declaration = text.trim();
  if (declaration.startsWith('typedef')) {
    const name =
      /\(\*(\w+)\)/.exec(declaration)?.[1] ?? /(\w+)\s*(?:\[[^\]]*\])?$/.exec(declaration)?.[1];
    if (name !== undefined) add(name, 'type', declaration);
    return;
  }
  if (declaration.startsWith('extern')) {
    for (const name of declaration.matchAll(/(\w+)\s*(?:\[[^\]]*\])?\s*(?=,|$)/g)) {
      if (name[1] !== undefined) add(name[1], 'object', declaration);
    }
    return;
  }
  const name = /^[\w\s*]*?\b(\w+)\s*\(/.exec(declaration)?.[1];
  if (name !== undefined) add(name, 'function', declaration);
}
