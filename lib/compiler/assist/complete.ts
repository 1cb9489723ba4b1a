/** What could stand at the cursor: names of the program and the library, members, headers, keywords. */
import { memberNames, findMember } from '../check/records';
import { declarationText } from '../check/type-text';
import { fixIn, including, type TextEdit } from '../fixes';
import { KEYWORDS } from '../lex/keywords';
import type { SourceFile } from '../source';
import type { RecordType, Type } from '../types';
import { cursorAt } from './cursor';
import { offeredHeaders, offeredNames } from './library-names';
import { type DeclaredName, namesAt, type ProgramNames } from './program-names';

export type CompletionKind =
  'variable' | 'function' | 'macro' | 'type' | 'constant' | 'member' | 'keyword' | 'header';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Its declaration, on one line. */
  readonly detail: string;
  /** Whose name it is: own names come first, those whose header is missing last. */
  readonly origin: 'program' | 'language' | 'included' | 'missing';
  /** The header that comes with it, if it is not included yet. */
  readonly header: string | null;
  readonly edits: readonly TextEdit[];
  /** A function without parameters, with some, or something else. */
  readonly call: 'empty' | 'arguments' | null;
}

export interface Completions {
  /** Offset at which what is replaced begins. */
  readonly start: number;
  readonly items: readonly Completion[];
}

export function completionsAt(
  file: SourceFile,
  names: () => ProgramNames,
  offset: number,
): Completions | null {
  const cursor = cursorAt(file.text, offset);
  switch (cursor.kind) {
    case 'nothing':
      return null;
    case 'include':
      return { start: cursor.start, items: offeredHeaders().map(header) };
    case 'member':
      return { start: cursor.start, items: members(names(), cursor.path, cursor.start) };
    case 'name':
      return { start: cursor.start, items: namesFor(file, names(), cursor) };
  }
}

function header(name: string): Completion {
  return item(name, 'header', `<${name}>`, 'language');
}

function members(
  names: ProgramNames,
  path: readonly string[],
  offset: number,
): readonly Completion[] {
  const [first = '', ...rest] = path;
  const variable = namesAt(names, offset).find(({ name }) => name === first);
  let record = recordOf(variable?.type.type ?? null);
  for (const name of rest) {
    const found = record === null ? null : findMember(record, name);
    record = recordOf(found?.[found.length - 1]?.type.type ?? null);
  }
  if (record === null) return [];
  const whole = record;
  return memberNames(whole)
    .filter((name) => !name.startsWith('_'))
    .map((name) => {
      const member = findMember(whole, name);
      const type = member?.[member.length - 1]?.type;
      const detail = type === undefined ? name : declarationText(type, name);
      return item(name, 'member', detail, 'program');
    });
}

function recordOf(type: Type | null): RecordType | null {
  if (type === null) return null;
  if (type.kind === 'record') return type;
  if (type.kind === 'pointer') return recordOf(type.to.type);
  if (type.kind === 'array') return recordOf(type.of.type);
  return null;
}

function namesFor(
  file: SourceFile,
  names: ProgramNames,
  { prefix, start }: { readonly prefix: string; readonly start: number },
): readonly Completion[] {
  const first = prefix.charAt(0).toLowerCase();
  const suits = (name: string) => first === '' || name.charAt(0).toLowerCase() === first;
  const own = namesAt(names, start)
    .filter(({ name, span }) => suits(name) && span.start !== start)
    .map(ofProgram);
  const macros = [...file.text.matchAll(/^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*).*$/gm)]
    .filter(([, name]) => suits(name ?? ''))
    .map(([line, name]) => item(name ?? '', 'macro', line.trim(), 'program'));
  const keywords = [...KEYWORDS.keys()]
    .filter((word) => !word.startsWith('_') && suits(word))
    .map((word) => item(word, 'keyword', '', 'language'));
  const taken = new Set([...own, ...macros, ...keywords].map(({ label }) => label));
  const library: Completion[] = [];
  for (const { name, kind, declaration, header: from, isMissing } of offeredNames(file.text)) {
    // Without a letter typed only what is there is offered.
    if (!suits(name) || taken.has(name) || (first === '' && isMissing)) continue;
    const missing = isMissing ? including(file, from) : null;
    library.push({
      ...item(name, kind === 'object' ? 'variable' : kind, declaration, 'included'),
      ...(kind === 'function' ? { call: callOf(declaration) } : {}),
      ...(missing === null
        ? {}
        : { origin: 'missing', header: from, edits: fixIn(file, missing)?.edits ?? [] }),
    });
  }
  return [...own, ...macros, ...keywords, ...library];
}

function ofProgram({ name, kind, declaration }: DeclaredName): Completion {
  const shown = kind === 'parameter' ? 'variable' : kind;
  const call = kind === 'function' ? callOf(declaration) : null;
  return { ...item(name, shown, declaration, 'program'), call };
}

function callOf(declaration: string): Completion['call'] {
  return /\((?:void)?\)$/.test(declaration) ? 'empty' : 'arguments';
}

function item(
  label: string,
  kind: CompletionKind,
  detail: string,
  origin: Completion['origin'],
): Completion {
  return { label, kind, detail, origin, header: null, edits: [], call: null };
}
