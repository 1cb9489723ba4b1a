/** What is told about a name under the pointer, and about the call that is being typed. */
import { libraryHeaders } from '../check/header-index';
import type { SourceFile } from '../source';
import { callAround, isInert, wordAt } from './cursor';
import { headerOf } from './library-names';
import { lineOf, namesAt, type ProgramNames } from './program-names';

export interface Explanation {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly declaration: string;
  readonly from:
    | { readonly kind: 'library'; readonly header: string }
    | { readonly kind: 'program'; readonly file: string; readonly line: number }
    | { readonly kind: 'member'; readonly record: string };
}

export function explanationAt(
  file: SourceFile,
  names: () => ProgramNames,
  offset: number,
): Explanation | null {
  const { text } = file;
  const word = wordAt(text, offset);
  if (word === null || isInert(text, word.start)) return null;
  const name = text.slice(word.start, word.end);
  const known = names();
  const mention = known.mentions.find(({ start, end }) => start === word.start && end === word.end);
  if (mention !== undefined) {
    const { declaration, declared, record } = mention;
    if (record !== null) return { ...word, name, declaration, from: { kind: 'member', record } };
    if (declared !== null && declared.file.origin !== 'library') {
      const from = { kind: 'program', file: declared.file.name, line: lineOf(declared) } as const;
      return { ...word, name, declaration, from };
    }
  }
  const own = namesAt(known, word.start).find((one) => one.name === name);
  if (own !== undefined && mention === undefined) {
    const from = { kind: 'program', file: own.span.file.name, line: lineOf(own.span) } as const;
    return { ...word, name, declaration: own.declaration, from };
  }
  return macroNamed(file, name, word) ?? ofLibrary(name, word);
}

type Place = { readonly start: number; readonly end: number };

function macroNamed(file: SourceFile, name: string, word: Place): Explanation | null {
  const define = new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${name}\\b.*$`, 'm').exec(file.text);
  if (define === null) return null;
  const line = lineOf({ file, start: define.index, end: define.index });
  return {
    ...word,
    name,
    declaration: define[0].trim(),
    from: { kind: 'program', file: file.name, line },
  };
}

function ofLibrary(name: string, word: Place): Explanation | null {
  const entry = libraryHeaders().lookup(name);
  if (entry === undefined) return null;
  const from = { kind: 'library', header: headerOf(name, entry) } as const;
  return { ...word, name, declaration: entry.declaration, from };
}

export interface Signature {
  readonly name: string;
  readonly declaration: string;
  /** Their places within the declaration. */
  readonly parameters: readonly {
    readonly name: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Which of them the cursor is at; the last one, `...`, takes all that follow. */
  readonly active: number;
}

export function signatureAt(
  file: SourceFile,
  names: () => ProgramNames,
  offset: number,
): Signature | null {
  if (isInert(file.text, offset)) {
    // A text may be an argument.
    if (!/["'][^"'\n]*$/.test(file.text.slice(0, offset))) return null;
  }
  const call = callAround(file.text, offset);
  if (call === null) return null;
  const { name } = call;
  const own = namesAt(names(), call.start).find(
    (one) => one.name === name && one.kind === 'function' && one.span.start !== call.start,
  );
  const declaration = own?.declaration ?? libraryHeaders().lookup(name)?.declaration;
  if (declaration === undefined) return null;
  const parameters = parametersOf(declaration, name);
  if (parameters.length === 0) return null;
  return { name, declaration, parameters, active: Math.min(call.argument, parameters.length - 1) };
}

function parametersOf(declaration: string, name: string): Signature['parameters'] {
  const at = declaration.search(new RegExp(`\\b${name}\\s*\\(`));
  if (at === -1) return [];
  const open = declaration.indexOf('(', at);
  const found: { name: string; start: number; end: number }[] = [];
  let depth = 0;
  let start = open + 1;
  for (let index = open; index < declaration.length; index += 1) {
    const character = declaration[index];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    const ends = depth === 0 || (depth === 1 && character === ',');
    if (!ends) continue;
    const text = declaration.slice(start, index);
    const from = start + text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed !== '' && trimmed !== 'void') {
      const named =
        /\(\*\s*(\w+)\)/.exec(trimmed) ?? /(\.\.\.|\w+)\s*(?:\[[^\]]*\])?$/.exec(trimmed);
      found.push({ name: named?.[1] ?? trimmed, start: from, end: from + trimmed.length });
    }
    start = index + 1;
    if (depth === 0) break;
  }
  return found;
}
