/** What an identifier in an expression stands for (C11 6.5.1:2), and what to say where it is unknown. */
import type { DiagnosticMore } from '../diagnostics';
import type { Span } from '../source';
import { nearestWord } from '../spelling';
import type { StaticSymbol } from '../typed-tree';
import { type Checker, includeHint, textOf } from './checker';
import { integerConstant } from './fold';
import { functionName } from './literals';
import type { Entity } from './scopes';
import { type Operand, errorOperand, placeOperand, valueOperand } from './operand';
import { including, replacing, together } from '../fixes';

export function checkName(checker: Checker, name: string, span: Span): Operand {
  const entity = checker.scopes.lookup(name);
  if (entity !== undefined) checker.observer?.used(entity, span);
  switch (entity?.kind) {
    case undefined:
      return unknownName(checker, name, span);
    case 'local':
      return placeOperand({
        kind: 'local',
        variable: entity.variable,
        type: entity.variable.type,
        span,
      });
    case 'static':
      return symbolOperand(checker, entity.symbol, span);
    case 'enum-constant':
      return valueOperand(integerConstant(entity.value, entity.type, span));
    case 'typedef':
      checker.error(
        'type-as-value',
        span,
        `'${name}' is the name of a type: a value is needed here`,
      );
      return errorOperand(span);
    case 'error':
      return errorOperand(span);
  }
}

export function symbolOperand(checker: Checker, symbol: StaticSymbol, span: Span): Operand {
  if (symbol.type.type.kind === 'error') return errorOperand(span);
  checker.use(symbol);
  if (symbol.type.type.kind === 'function') return { kind: 'function', symbol, span };
  return placeOperand({ kind: 'static', symbol, type: symbol.type, span });
}

function unknownName(checker: Checker, name: string, span: Span): Operand {
  const isFunctionName = ['__func__', '__FUNCTION__', '__PRETTY_FUNCTION__'].includes(name);
  if (isFunctionName && checker.function !== null) {
    return placeOperand(functionName(checker, checker.function, span));
  }
  if (checker.undeclared.has(name)) return errorOperand(span);
  checker.undeclared.add(name);
  const header = checker.headers.lookup(name)?.header;
  if (header !== undefined && checker.hasAskedFor(header, 'error')) return errorOperand(span);
  // A macro's name stands for its use: say what the macro could not find.
  const shown = textOf(span);
  const within =
    shown === name || !/^\w+/.test(shown)
      ? ''
      : ` (used by the macro '${/^\w+/.exec(shown)?.[0] ?? ''}')`;
  checker.error(
    'undeclared-identifier',
    span,
    `'${name}' is not declared${within}`,
    suggestion(checker, name, span, false),
  );
  return errorOperand(span);
}

/** A header to include, or a name that is nearly the same. */
export function suggestion(
  checker: Checker,
  name: string,
  span: Span,
  called: boolean,
): DiagnosticMore {
  if (checker.diagnostics.isFull) return {};
  const known = checker.headers.lookup(name);
  if (known !== undefined) {
    return { hint: includeHint(known.header), fix: including(span.file, known.header) };
  }
  const visible = [...checker.scopes.visible()]
    .filter(([, entity]) => entity.kind !== 'error')
    .filter(([candidate, entity]) => !candidate.startsWith('__') && suits(checker, entity, called))
    .map(([candidate]) => candidate);
  const near = nearestWord(name, visible);
  if (near !== null) return { hint: `did you mean '${near}'?`, fix: replacing(span, name, near) };
  const library = nearestWord(
    name,
    called ? checker.headers.functionNames() : checker.headers.names(),
  );
  if (library !== null) {
    const header = checker.headers.lookup(library)?.header ?? '';
    return {
      hint: `did you mean '${library}' from <${header}>?`,
      fix: together(
        `Write '${library}' and include <${header}>`,
        replacing(span, name, library),
        including(span.file, header),
      ),
    };
  }
  return called ? {} : { hint: `declare it before it is used, e.g. 'int ${name};'` };
}

/** A function that was itself called without a declaration is no help. */
function suits(checker: Checker, entity: Entity, called: boolean): boolean {
  if (entity.kind !== 'static') return !called;
  if (checker.implicit.has(entity.symbol)) return false;
  return !called || entity.symbol.type.type.kind === 'function';
}
