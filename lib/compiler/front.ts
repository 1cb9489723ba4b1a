/**
 * The front half of the compiler: one translation unit through preprocessing, parsing and checking, to
 * a typed tree. What the editor asks while a program is typed needs nothing else: no code is made here.
 */
import { check } from './check/check';
import type { NameObserver } from './check/scopes';
import { type Diagnostic, Diagnostics } from './diagnostics';
import { declaredBy, libraryHeaderUnits } from './headers/library-header-units';
import { libraryHeader } from './library-headers';
import { parse } from './parse/parse';
import { type Headers, preprocess } from './preprocess/preprocess';
import type { SourceFile } from './source';
import type { TypedUnit } from './typed-tree';

/** Looks for a header of the program's own that is not among its files. */
export type FindHeader = (name: string, from: string, angled: boolean) => SourceFile | null;

/**
 * What is wrong with one file, without making code: what the editor calls while typing. `others`: of the
 * program, that it may include. `observer` is told what names mean.
 */
export function diagnose(
  file: SourceFile,
  others: readonly SourceFile[] = [],
  observer: NameObserver | null = null,
): readonly Diagnostic[] {
  const found = new Diagnostics();
  typedUnit(file, headersAmong([file, ...others]), found, new Map(), observer);
  return inSourceOrder(found.list);
}

export function typedUnit(
  file: SourceFile,
  headers: Headers,
  diagnostics: Diagnostics,
  defines: ReadonlyMap<string, string> = new Map(),
  observer: NameObserver | null = null,
): TypedUnit {
  const read = preprocess(file, headers, diagnostics, { defines, prepared: libraryHeaderUnits });
  const before = declaredBy(read.headers);
  const tree = parse(read.tokens, file, diagnostics, before.names);
  return check(tree, file, diagnostics, before.entities, observer);
}

/** The stages report one after the other; readers go from top to bottom. What came first in one place stays first. */
export function inSourceOrder(list: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(list.map(({ file }) => file))];
  return [...list].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/**
 * `#include "x.h"` finds the program's own files first: beside the including one, then by their whole
 * names. `#include <x.h>` finds them where the library has no such header.
 */
export function headersAmong(files: readonly SourceFile[], find: FindHeader = () => null): Headers {
  const own = new Map(files.map((file) => [file.name, file]));
  return (name, from, angled) => {
    if (angled) return find(name, from.name, true) ?? libraryHeader(name) ?? own.get(name) ?? null;
    const among = own.get(beside(from.name, name)) ?? own.get(name);
    return among ?? find(name, from.name, false) ?? libraryHeader(name);
  };
}

/** "lib/list.c" including "../x.h" means "x.h". */
function beside(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
