/** `#include`, C11 6.10.2. */
import type { Token } from '../lex/token';
import { nearestWord } from '../spelling';
import type { SourceFile, Span } from '../source';
import { FOREIGN_HEADERS, STANDARD_HEADERS } from './standard-headers';
import type { DirectiveLine, PreprocessorState } from './state';
import { replacing } from '../fixes';

const INCLUDE_DEPTH_MAX = 64;
/** UTF-16 units. */
export const SOURCE_LENGTH_MAX = 1024 * 1024;

export function include(state: PreprocessorState, line: DirectiveLine): void {
  includeFrom(state, line, false);
}

/** GNU: the header of this name in the place after the one where this file was found. */
export function includeNext(state: PreprocessorState, line: DirectiveLine): void {
  includeFrom(state, line, true);
}

function includeFrom(state: PreprocessorState, line: DirectiveLine, next: boolean): void {
  const asked = headerName(state, line);
  if (asked === null) return;
  if (state.expander.readingCall) {
    state.diagnostics.error(
      'include-in-call',
      line.hash,
      '#include cannot stand between the parentheses of a macro call',
      {
        hint: 'put it on a line of its own above the call',
      },
    );
    return;
  }
  const from = line.hash.file;
  // There are two places: the program's own files, then the library's.
  let file =
    next && from.origin === 'library'
      ? null
      : state.headers(asked.name, from, asked.angled || next);
  if (file === null) {
    file = reportMissing(state, asked, from);
    if (file === null) return;
  }
  if (!state.once.has(file) && !state.takePrepared(file)) openFile(state, file, asked.span);
}

/** Begins to read a file. */
export function openFile(state: PreprocessorState, file: SourceFile, place: Span): void {
  if (file.text.length > SOURCE_LENGTH_MAX) {
    state.diagnostics.error(
      'source-too-large',
      place,
      `'${file.name}' has ${file.text.length.toLocaleString('en')} characters, more than the ${SOURCE_LENGTH_MAX.toLocaleString('en')} that a source file may have`,
      { hint: 'make the file smaller' },
    );
    state.stopped = true;
    return;
  }
  if (state.open.length >= INCLUDE_DEPTH_MAX) {
    state.diagnostics.error(
      'include-too-deep',
      place,
      `files include each other ${INCLUDE_DEPTH_MAX} levels deep here`,
      {
        hint: 'probably a file includes itself: put #pragma once into its first line',
      },
    );
    state.stopped = true;
    return;
  }
  const tokens = state.tokensOf(file);
  const end = tokens[tokens.length - 1];
  if (end === undefined) return;
  state.open.push({ file, tokens, end, at: 0, conditionals: [] });
  state.filesRead += 1;
}

export interface HeaderName {
  readonly name: string;
  readonly angled: boolean;
  readonly span: Span;
}

function headerName(state: PreprocessorState, line: DirectiveLine): HeaderName | null {
  const first = line.rest[0];
  if (first === undefined) return wrongForm(state, line, line.name ?? line.hash);
  if (first.text === '<') return angledName(state, line, first);
  if (first.kind === 'string') {
    if (first.problem !== null) {
      const written = first.text.slice(1, -1);
      state.diagnostics.error(
        'include-form',
        first,
        'this header name has no closing quote of the right kind',
        {
          hint: STANDARD_HEADERS.includes(written)
            ? `write #include <${written}>`
            : `write #include "${written}"`,
        },
      );
    }
    warnExtra(state, line, 1);
    return { name: first.text.slice(first.text.indexOf('"') + 1, -1), angled: false, span: first };
  }
  if (first.kind !== 'identifier' || !state.macros.has(first.text))
    return wrongForm(state, line, first);
  // C11 6.10.2p4: the line is expanded, then it must have one of the two forms.
  const expanded = state.expander.expandAll(line.rest, line.end);
  const made = expanded[0];
  if (made?.kind === 'string')
    return { name: made.text.slice(made.text.indexOf('"') + 1, -1), angled: false, span: first };
  const close = expanded.findIndex((token) => token.text === '>');
  if (made?.text !== '<' || close === -1) return wrongForm(state, line, first);
  const name = expanded
    .slice(1, close)
    .map((token, index) => (index > 0 && token.spaceBefore ? ' ' : '') + token.text)
    .join('');
  return { name, angled: true, span: first };
}

/** The lexer doesn't know header names, so `<...>` is read from the file's text. */
function angledName(state: PreprocessorState, line: DirectiveLine, open: Token): HeaderName | null {
  const { file } = open;
  const newline = file.text.indexOf('\n', open.start);
  const lineEnd = newline === -1 ? file.text.length : newline;
  const close = file.text.slice(open.start, lineEnd).indexOf('>');
  if (open.madeBy !== null) return wrongForm(state, line, open);
  if (close === -1) {
    const last = line.rest[line.rest.length - 1] ?? open;
    const name = file.text.slice(open.end, lineEnd).split(/[\s"]/)[0] ?? '';
    state.diagnostics.error(
      'include-form',
      { file, start: open.start, end: last.end },
      "the header name after '<' has no closing '>'",
      {
        hint: `write #include <${name}>`,
      },
    );
    return { name, angled: true, span: open };
  }
  const end = open.start + close + 1;
  const span = { file, start: open.start, end };
  const after = line.rest.findIndex((token) => token.start >= end);
  if (after !== -1) warnExtra(state, line, after);
  const written = file.text.slice(open.end, end - 1);
  const name = written.trim();
  if (name !== written && state.headers(written, file, true) === null && name !== '') {
    state.diagnostics.error(
      'include-form',
      span,
      "there is a space inside of the header name's brackets",
      {
        hint: `write #include <${name}>`,
      },
    );
  }
  return { name, angled: true, span };
}

function wrongForm(state: PreprocessorState, line: DirectiveLine, place: Token): HeaderName | null {
  const words = line.rest.map((token) => token.text).join('');
  const name = /^[A-Za-z_0-9/]+\.h/.exec(words)?.[0] ?? null;
  state.diagnostics.error(
    'include-form',
    place,
    '#include needs the name of a header in angle brackets or double quotes',
    {
      hint:
        name === null || !STANDARD_HEADERS.includes(name)
          ? `write it as #include <stdio.h> or #include "${name ?? 'queue.h'}"`
          : `write #include <${name}>`,
    },
  );
  return name === null ? null : { name, angled: STANDARD_HEADERS.includes(name), span: place };
}

function warnExtra(state: PreprocessorState, line: DirectiveLine, from: number): void {
  const extra = line.rest[from];
  if (extra === undefined) return;
  state.diagnostics.warning(
    'extra-tokens',
    extra,
    `'${extra.text}' after the header's name means nothing`,
    {
      hint: 'remove it: #include lines end without anything',
    },
  );
}

/** Reports a header that isn't there; gives the one that is most likely meant. */
function reportMissing(
  state: PreprocessorState,
  asked: HeaderName,
  from: SourceFile,
): SourceFile | null {
  const { name, angled, span } = asked;
  const written = angled ? `<${name}>` : `"${name}"`;
  const foreign = FOREIGN_HEADERS.get(name.toLowerCase());
  const candidates = [
    ...STANDARD_HEADERS.filter((known) => state.headers(known, from, true) !== null),
  ];
  const near =
    candidates.find((known) => known === `${name}.h` || known === name.replace(/\.c$/, '.h')) ??
    nearestWord(name, candidates);
  const similar = candidates.find((known) => known.endsWith(`/${name}`));
  const meant = foreign !== undefined && !/#include/.test(foreign) ? null : (similar ?? near);
  state.diagnostics.error('missing-header', span, `there is no header ${written}`, {
    hint:
      meant !== null
        ? `did you mean #include <${meant}>?`
        : (foreign ??
          (angled
            ? 'check its spelling; a header of your own is included as "name.h"'
            : 'check its spelling, and that the file belongs to the program')),
    fix: meant === null ? null : replacing(span, written, `<${meant}>`),
  });
  return meant === null ? null : state.headers(meant, from, true);
}
