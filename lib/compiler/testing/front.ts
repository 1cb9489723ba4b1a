/**
 * For tests of the compiler's front: small stand-ins for headers, and tokens, trees and diagnostics as
 * text that golden files can hold.
 */
import { Diagnostics, renderDiagnostic, userFile } from '../diagnostics';
import type { Token } from '../lex/token';
import { parse } from '../parse/parse';
import { preprocess, type Headers } from '../preprocess/preprocess';
import { positionAt, type SourceFile, type Span } from '../source';
import type { TranslationUnit } from '../syntax-tree';

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['stdio.h', 'typedef struct FILE FILE;\nint printf(const char *format, ...);\n'],
  [
    'stdlib.h',
    'typedef unsigned long size_t;\nvoid *malloc(size_t size);\n#define NULL ((void *)0)\n',
  ],
  ['string.h', 'typedef unsigned long size_t;\nsize_t strlen(const char *text);\n'],
  ['sys/wait.h', 'typedef int pid_t;\npid_t wait(int *status);\n'],
  ['unistd.h', 'typedef int pid_t;\npid_t fork(void);\n'],
  ['once.h', '#pragma once\nextern int once;\n'],
  ['self.h', '#include "self.h"\n'],
]);

const files: ReadonlyMap<string, SourceFile> = new Map(
  [...TEXTS].map(([name, text]) => [name, { name, text, origin: 'library' }]),
);

export const testHeaders: Headers = (name) => files.get(name) ?? null;

export interface Front {
  readonly tokens: readonly Token[];
  readonly unit: TranslationUnit;
  readonly diagnostics: Diagnostics;
}

/** Preprocesses and parses. */
export function front(source: string, name = 'main.c'): Front {
  const file = userFile(name, source);
  const diagnostics = new Diagnostics();
  const { tokens } = preprocess(file, testHeaders, diagnostics, {
    defines: new Map(),
    prepared: null,
  });
  return { tokens, unit: parse(tokens, file, diagnostics), diagnostics };
}

export function renderDiagnostics(diagnostics: Diagnostics): string {
  return diagnostics.list.map((diagnostic) => `${renderDiagnostic(diagnostic)}\n`).join('\n');
}

/** A token a line: place, kind, text. */
export function renderTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { line, column } = positionAt(token.file, token.start);
      const made = token.madeBy === null ? '' : ` from ${token.madeBy.name}`;
      return `${line}:${column}+${token.end - token.start} ${token.kind} ${token.text}${made}`.trimEnd();
    })
    .join('\n');
}

/** The tree, indented, with places; what is empty, null or false is left out. */
export function renderTree(unit: TranslationUnit): string {
  return unit.declarations.map((declaration) => node(declaration, 0)).join('\n');
}

function node(value: object, depth: number): string {
  const indent = '  '.repeat(depth);
  const scalars: string[] = [];
  const parts: string[] = [];
  let title = '';
  for (const [key, field] of Object.entries(value) as [string, unknown][]) {
    if (key === 'kind') title = String(field);
    else if (key.toLowerCase().endsWith('span')) {
      if (key === 'span') scalars.unshift(place(field as Span));
    } else if (key === 'end') continue;
    else if (isEmpty(field)) continue;
    else if (isScalarList(field)) scalars.push(`${key}=${field.join(',')}`);
    else if (Array.isArray(field)) {
      parts.push(`${indent}  ${key}:`);
      for (const item of field as object[]) parts.push(node(item, depth + 2));
    } else if (typeof field === 'object' && field !== null) {
      parts.push(`${indent}  ${key}:`, node(field, depth + 2));
    } else scalars.push(`${key}=${String(field)}`);
  }
  if (title === '' && scalars.length === 0) title = '-';
  return [`${indent}${[title, ...scalars].filter((text) => text !== '').join(' ')}`, ...parts].join(
    '\n',
  );
}

function isEmpty(field: unknown): boolean {
  if (field === null || field === false || field === '') return true;
  if (Array.isArray(field)) return field.length === 0;
  return typeof field === 'object' && Object.values(field).every((part) => part === false);
}

function isScalarList(field: unknown): field is readonly (string | number)[] {
  return Array.isArray(field) && field.every((item) => typeof item !== 'object');
}

function place(span: Span): string {
  const from = positionAt(span.file, span.start);
  const to = positionAt(span.file, span.end);
  return `[${from.line}:${from.column}-${to.line === from.line ? '' : `${to.line}:`}${to.column}]`;
}
