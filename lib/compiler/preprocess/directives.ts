/** The table of directives, C11 6.10. Conditional groups are skipped here; the rest has files of its own. */
import { readNumberConstant } from '../lex/number-constant';
import { isName, type Token } from '../lex/token';
import { positionAt } from '../source';
import { nearestWord } from '../spelling';
import { conditionHolds, isDefinedName } from './condition';
import { define, macroName, undefine } from './define';
import { include, includeNext } from './include';
import { pragma } from './pragma';
import type { Conditional, DirectiveLine, OpenFile, PreprocessorState } from './state';

type Directive = (state: PreprocessorState, line: DirectiveLine, open: OpenFile) => void;

const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['include', include],
  ['include_next', includeNext],
  ['define', define],
  ['undef', undefine],
  ['if', (state, line, open) => begin(state, line, open, conditionHolds(state, line))],
  ['ifdef', (state, line, open) => begin(state, line, open, isDefined(state, line))],
  ['ifndef', (state, line, open) => begin(state, line, open, !isDefined(state, line))],
  ['elif', otherwise],
  ['else', otherwise],
  ['endif', endif],
  [
    'error',
    (state, line) =>
      state.diagnostics.error(
        'error-directive',
        line.name ?? line.hash,
        `#error: ${restText(line)}`,
      ),
  ],
  [
    'warning',
    (state, line) =>
      state.diagnostics.warning(
        'warning-directive',
        line.name ?? line.hash,
        `#warning: ${restText(line)}`,
      ),
  ],
  ['line', renumber],
  ['pragma', pragma],
  ['ident', () => undefined],
]);

/** Carries out the directive whose `#` stands at the file's present place. */
export function directive(state: PreprocessorState, open: OpenFile): void {
  const line = takeLine(open);
  if (line.name === null) return;
  let carryOut = isName(line.name) ? DIRECTIVES.get(line.name.text) : undefined;
  if (carryOut === undefined) {
    const meant = nearestWord(line.name.text, DIRECTIVES.keys());
    // `# 12 "file.c"` is what preprocessors write.
    if (line.name.kind === 'number') return;
    state.diagnostics.error(
      'unknown-directive',
      { file: line.hash.file, start: line.hash.start, end: line.name.end },
      `there is no preprocessor directive '#${line.name.text}'`,
      {
        hint:
          meant === null
            ? 'lines that begin with # are for the preprocessor, as #include and #define'
            : `did you mean #${meant}?`,
      },
    );
    carryOut = meant === null ? undefined : DIRECTIVES.get(meant);
  }
  carryOut?.(state, line, open);
}

function takeLine(open: OpenFile): DirectiveLine {
  const hash = open.tokens[open.at] ?? open.end;
  const rest: Token[] = [];
  open.at += 1;
  for (;;) {
    const token = open.tokens[open.at];
    if (token === undefined || token.startsLine || token.kind === 'end') break;
    rest.push(token);
    open.at += 1;
  }
  const last = rest[rest.length - 1] ?? hash;
  const name = rest.shift() ?? null;
  return { hash, name, rest, end: { ...open.end, start: last.end, end: last.end } };
}

function isDefined(state: PreprocessorState, line: DirectiveLine): boolean {
  const name = macroName(state, line);
  return name !== null && isDefinedName(state, name.text);
}

function begin(
  state: PreprocessorState,
  line: DirectiveLine,
  open: OpenFile,
  holds: boolean,
): void {
  open.conditionals.push({ opener: line.name ?? line.hash, taken: holds, otherwise: null });
  if (!holds) skipGroup(state, open);
}

/** `#else` or `#elif` after a group that was read: the rest of the conditional is skipped. */
function otherwise(state: PreprocessorState, line: DirectiveLine, open: OpenFile): void {
  const conditional = open.conditionals[open.conditionals.length - 1];
  if (conditional === undefined) return withoutIf(state, line);
  if (!orderIsRight(state, conditional, line)) return;
  skipGroup(state, open);
}

function endif(state: PreprocessorState, line: DirectiveLine, open: OpenFile): void {
  if (open.conditionals.pop() === undefined) withoutIf(state, line);
}

function withoutIf(state: PreprocessorState, line: DirectiveLine): void {
  state.diagnostics.error(
    'conditional-without-if',
    line.name ?? line.hash,
    `#${line.name?.text ?? ''} without an #if above it`,
    {
      hint: 'remove it, or write the #if, #ifdef or #ifndef that it belongs to',
    },
  );
}

function orderIsRight(
  state: PreprocessorState,
  conditional: Conditional,
  line: DirectiveLine,
): boolean {
  if (conditional.otherwise !== null) {
    state.diagnostics.error(
      'conditional-after-else',
      line.name ?? line.hash,
      `#${line.name?.text ?? ''} after #else`,
      {
        hint: '#else is the last group of a conditional: write #elif before it, and #endif after it',
        related: [{ message: 'the #else is here', span: conditional.otherwise }],
      },
    );
    return false;
  }
  if (line.name?.text === 'else') {
    conditional.otherwise = line.name;
    const extra = line.rest[0];
    if (extra !== undefined) {
      state.diagnostics.warning(
        'extra-tokens',
        extra,
        `'${extra.text}' after #else means nothing`,
        {
          hint: extra.text === 'if' ? 'write #elif for a second condition' : 'remove it',
        },
      );
    }
  }
  return true;
}

/** Skips to the group of the innermost conditional that is to be read, or behind its `#endif`. */
function skipGroup(state: PreprocessorState, open: OpenFile): void {
  let nesting = 0;
  for (;;) {
    const token = open.tokens[open.at];
    if (token === undefined || token.kind === 'end') return;
    if (!token.startsLine || token.text !== '#') {
      open.at += 1;
      continue;
    }
    const name = open.tokens[open.at + 1];
    const word = name === undefined || name.startsLine ? '' : name.text;
    if (word === 'if' || word === 'ifdef' || word === 'ifndef') nesting += 1;
    else if (word === 'endif') {
      if (nesting === 0) {
        takeLine(open);
        open.conditionals.pop();
        return;
      }
      nesting -= 1;
    } else if (nesting === 0 && (word === 'else' || word === 'elif')) {
      const line = takeLine(open);
      const conditional = open.conditionals[open.conditionals.length - 1];
      if (conditional === undefined) return;
      if (!orderIsRight(state, conditional, line) || conditional.taken) continue;
      if (word === 'else' || conditionHolds(state, line)) {
        conditional.taken = true;
        return;
      }
      continue;
    }
    open.at += 2;
  }
}

/** The line's text as it was written, for #error. */
function restText(line: DirectiveLine): string {
  const first = line.rest[0];
  return first === undefined
    ? ''
    : line.hash.file.text.slice(first.start, line.end.end).slice(0, 400);
}

/** C11 6.10.4 */
function renumber(state: PreprocessorState, line: DirectiveLine): void {
  const [number, name] = state.expander.expandAll(line.rest, line.end);
  const constant = number?.kind === 'number' ? readNumberConstant(number.text) : null;
  if (constant?.kind !== 'integer' || (name !== undefined && name.kind !== 'string')) {
    state.diagnostics.error(
      'line-directive',
      line.name ?? line.hash,
      '#line needs a line number, and perhaps a file name in double quotes',
      {
        hint: 'write it as #line 100 "name.c"',
      },
    );
    return;
  }
  const { file } = line.hash;
  state.renumber(file, {
    from: positionAt(file, line.hash.start).line + 1,
    presumed: Number(BigInt.asUintN(31, constant.value)),
    name: name === undefined ? state.fileName(file) : name.text.slice(1, -1),
  });
}
