/**
 * The names of a program as an editor needs them: what is declared where and how far it is seen, and what
 * each name in an expression means. Made by checking the program, whatever is wrong with it.
 *
 * How far a name is seen is told by the braces around it, not by the checker's scopes: while a line is
 * typed the braces are there, and the statement is not.
 */
import { type Entity, type NameObserver } from '../check/scopes';
import { declarationText, typeText } from '../check/type-text';
import { diagnose } from '../front';
import { lex } from '../lex/lex';
import { positionAt, type SourceFile, type Span } from '../source';
import type { QualifiedType } from '../types';

export type NameKind = 'variable' | 'parameter' | 'function' | 'type' | 'constant';

export interface DeclaredName {
  readonly name: string;
  readonly kind: NameKind;
  /** As C declares it: `int count`, `int add(int a, int b)`. */
  readonly declaration: string;
  readonly type: QualifiedType;
  readonly span: Span;
  /** Offsets in the program's file between which it is seen. */
  readonly from: number;
  readonly to: number;
}

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly declaration: string;
  /** Where it is declared; null for members. */
  readonly declared: Span | null;
  readonly record: string | null;
}

export interface ProgramNames {
  readonly declared: readonly DeclaredName[];
  readonly mentions: readonly Mention[];
}

export function programNames(file: SourceFile, others: readonly SourceFile[]): ProgramNames {
  const declared: DeclaredName[] = [];
  const mentions: Mention[] = [];
  const braces = new Braces(file);
  const observer: NameObserver = {
    declared(name, entity) {
      const type = typeOf(entity);
      if (type === null || entity.span.file.origin === 'library') return;
      const { span } = entity;
      const kind = kindOf(entity);
      const seen = span.file === file ? braces.reach(span.start, kind === 'parameter') : null;
      const from = seen === null ? 0 : span.start;
      const to = seen ?? file.text.length;
      const declaration = declarationOf(name, type, kind, span);
      declared.push({ name, kind, declaration, type, span, from, to });
    },
    used(entity, span) {
      const type = typeOf(entity);
      if (type === null || span.file !== file) return;
      const { start, end } = span;
      const declaration = declarationOf(nameOf(entity, span), type, kindOf(entity), entity.span);
      mentions.push({ start, end, declaration, declared: entity.span, record: null });
    },
    member(record, type, { file: where, start, end }) {
      if (where !== file) return;
      const declaration = declarationText(type, where.text.slice(start, end));
      mentions.push({ start, end, declaration, declared: null, record: typeText(record) });
    },
  };
  diagnose(file, others, observer);
  return { declared, mentions };
}

/** Those that are seen at an offset, the innermost of each name. */
export function namesAt({ declared }: ProgramNames, offset: number): readonly DeclaredName[] {
  const seen = new Map<string, DeclaredName>();
  for (const one of declared) {
    if (offset < one.from || offset > one.to) continue;
    const known = seen.get(one.name);
    if (known === undefined || one.from >= known.from) seen.set(one.name, one);
  }
  return [...seen.values()];
}

export function lineOf({ file, start }: Span): number {
  return positionAt(file, start).line;
}

function typeOf(entity: Entity): QualifiedType | null {
  switch (entity.kind) {
    case 'local':
      return entity.variable.type;
    case 'static':
      return entity.symbol.type;
    case 'typedef':
      return entity.type;
    case 'enum-constant':
      return { type: entity.type, const: false, volatile: false };
    case 'error':
      return null;
  }
}

function kindOf(entity: Entity): NameKind {
  switch (entity.kind) {
    case 'local':
      return entity.variable.parameter ? 'parameter' : 'variable';
    case 'static':
      return entity.symbol.type.type.kind === 'function' ? 'function' : 'variable';
    case 'typedef':
      return 'type';
    case 'enum-constant':
    case 'error':
      return 'constant';
  }
}

function nameOf(entity: Entity, span: Span): string {
  if (entity.kind === 'local') return entity.variable.name;
  if (entity.kind === 'static') return entity.symbol.name;
  return span.file.text.slice(span.start, span.end);
}

/** A function's parameters have no names in its type: they are read where it is declared. */
function declarationOf(name: string, type: QualifiedType, kind: NameKind, span: Span): string {
  if (kind === 'type') return `typedef ${declarationText(type, name)}`;
  if (kind === 'constant') return `enum constant ${name}`;
  if (type.type.kind !== 'function') return declarationText(type, name);
  const rest = span.file.text.slice(span.end);
  const parameters = /^\s*\(((?:[^()]|\([^()]*\))*)\)/.exec(rest)?.[1];
  if (parameters === undefined) return declarationText(type, name);
  return declarationText(type.type.result, `${name}(${parameters.replace(/\s+/g, ' ').trim()})`);
}

/** Where blocks begin and end, as far as the tokens tell. */
class Braces {
  readonly #tokens: readonly { readonly start: number; readonly text: string }[];
  readonly #length: number;

  constructor(file: SourceFile) {
    this.#length = file.text.length;
    this.#tokens = lex(file)
      .filter(({ kind, text }) => kind === 'punctuator' && '{};'.includes(text))
      .map(({ start, text }) => ({ start, text }));
  }

  /** How far a name that is declared at an offset is seen: to the end of its block, or of its function. */
  reach(offset: number, isParameter: boolean): number {
    let depth = 0;
    for (const { start, text } of this.#tokens) {
      if (start < offset) continue;
      if (isParameter && depth === 0 && text === ';') return start;
      if (text === '{') depth += 1;
      if (text !== '}') continue;
      depth -= 1;
      if (depth < 0 || (isParameter && depth === 0)) return start;
    }
    return this.#length;
  }
}
