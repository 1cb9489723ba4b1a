/** `#define` and `#undef`, C11 6.10.3 and 6.10.3.5. */
import { isName, type Token } from '../lex/token';
import { sameDefinition, type Macro } from './macro';
import { reportProblems, type DirectiveLine, type PreprocessorState } from './state';

export function define(state: PreprocessorState, line: DirectiveLine): void {
  const name = macroName(state, line);
  if (name === null) return;
  reportProblems(line.rest, state.diagnostics);
  let at = 1;
  let parameters: ParameterList | null = null;
  const open = line.rest[1];
  if (open?.text === '(' && !open.spaceBefore) {
    parameters = parameterList(state, line, 2);
    if (parameters === null) return;
    at = parameters.next;
  }
  const body = line.rest.slice(at);
  const macro: Macro = {
    origin: { name: name.text, definition: { file: name.file, start: name.start, end: name.end } },
    name: name.text,
    parameters: parameters?.names ?? null,
    variadic: parameters?.variadic ?? false,
    body,
    dynamic: null,
  };
  if (!bodyIsValid(state, macro)) return;
  const before = state.macros.get(macro.name);
  if (before !== undefined && (before.dynamic !== null || !sameDefinition(before, macro))) {
    state.diagnostics.warning(
      'macro-redefined',
      name,
      `macro '${macro.name}' is defined a second time, and differently`,
      {
        hint: `give one of the two another name, or write #undef ${macro.name} first`,
        related: [{ message: 'first defined here', span: before.origin.definition }],
      },
    );
  }
  state.macros.set(macro.name, macro);
}

export function undefine(state: PreprocessorState, line: DirectiveLine): void {
  const name = macroName(state, line);
  if (name !== null) state.macros.delete(name.text);
}

/** The name that a directive is about; null if it is missing or no name, which is reported. */
export function macroName(state: PreprocessorState, line: DirectiveLine): Token | null {
  const directive = `#${line.name?.text ?? ''}`;
  const name = line.rest[0];
  if (name === undefined) {
    state.diagnostics.error(
      'macro-name-missing',
      line.name ?? line.hash,
      `${directive} is followed by no name`,
      {
        hint: `write the macro's name after it, as in ${directive} SIZE`,
      },
    );
    return null;
  }
  if (!isName(name)) {
    state.diagnostics.error(
      'macro-name-missing',
      name,
      `${directive} needs a name, but '${name.text}' is none`,
      {
        hint: 'a name begins with a letter or an underscore',
      },
    );
    return null;
  }
  if (name.text === 'defined' || name.text === '__VA_ARGS__') {
    state.diagnostics.error(
      'macro-name-reserved',
      name,
      `'${name.text}' cannot be the name of a macro`,
      {
        hint: 'choose another name',
      },
    );
    return null;
  }
  return name;
}

interface ParameterList {
  readonly names: readonly string[];
  readonly variadic: boolean;
  /** Index of the token after ')'. */
  readonly next: number;
}

/** `a, b, ...)` from index `first`; null if it is wrong, which is reported. */
function parameterList(
  state: PreprocessorState,
  line: DirectiveLine,
  first: number,
): ParameterList | null {
  const names = new Set<string>();
  let at = first;
  const wrong = (token: Token, message: string, hint: string): null => {
    state.diagnostics.error('macro-parameters', token, message, { hint });
    return null;
  };
  if (line.rest[at]?.text === ')') return { names: [], variadic: false, next: at + 1 };
  for (;;) {
    const token = line.rest[at] ?? line.end;
    if (token.text === '...') {
      names.add('__VA_ARGS__');
      return (
        closed(line, at + 1, names, true) ??
        wrong(
          line.rest[at + 1] ?? token,
          "'...' is not followed by ')'",
          "'...' is the last parameter of a macro: put ')' after it",
        )
      );
    }
    if (!isName(token)) {
      return wrong(
        token.kind === 'end' ? (line.rest[line.rest.length - 1] ?? token) : token,
        token.kind === 'end'
          ? "the parameters of this macro have no closing ')'"
          : `a macro's parameters are names, but '${token.text}' is none`,
        "write them as in #define MAX(a, b); for a macro without parameters put a space before '('",
      );
    }
    if (names.has(token.text)) {
      return wrong(
        token,
        `this macro has two parameters named '${token.text}'`,
        'give each parameter a name of its own',
      );
    }
    names.add(token.text);
    at += 1;
    if (line.rest[at]?.text === '...') {
      // GNU: args... names the variable arguments.
      return (
        closed(line, at + 1, names, true) ??
        wrong(line.rest[at] ?? token, "'...' is not followed by ')'", "put ')' after it")
      );
    }
    const done = closed(line, at, names, false);
    if (done !== null) return done;
    const comma = line.rest[at];
    if (comma?.text !== ',') {
      return wrong(
        comma ?? token,
        `after the parameter '${token.text}' there should be ',' or ')'`,
        "separate parameters by ',' and end them by ')'",
      );
    }
    at += 1;
  }
}

function closed(
  line: DirectiveLine,
  at: number,
  names: ReadonlySet<string>,
  variadic: boolean,
): ParameterList | null {
  return line.rest[at]?.text === ')' ? { names: [...names], variadic, next: at + 1 } : null;
}

/** The constraints of C11 6.10.3.2p1 and 6.10.3.3p1. */
function bodyIsValid(state: PreprocessorState, macro: Macro): boolean {
  const first = macro.body[0];
  const last = macro.body[macro.body.length - 1];
  const edge = first?.text === '##' ? first : last?.text === '##' ? last : null;
  if (edge !== null) {
    state.diagnostics.error(
      'bad-paste',
      edge,
      "'##' joins two tokens: it cannot stand at an end of a macro",
      {
        hint: "put a token on both of its sides, or leave '##' out",
      },
    );
    return false;
  }
  if (macro.parameters === null) return true;
  for (const [index, token] of macro.body.entries()) {
    const next = macro.body[index + 1];
    if (
      token.text !== '#' ||
      (next !== undefined && (macro.parameters.includes(next.text) || next.text === '__VA_OPT__'))
    )
      continue;
    state.diagnostics.error(
      'bad-stringize',
      token,
      `'#' in macro '${macro.name}' is not followed by one of its parameters`,
      {
        hint:
          macro.parameters.length === 0
            ? "leave '#' out"
            : `write #${macro.parameters[0] ?? ''}, or leave '#' out`,
      },
    );
    return false;
  }
  return true;
}
