/** What stands where a declaration must have a name: told by what it is, and read over where that is safe. */
import type { Parser } from './parser';
import { describe, placeOf } from './recovery';

/** What follows the name in a declaration. */
const AFTER_NAME: ReadonlySet<string> = new Set([';', '=', ',', '[', ')']);

export function reportMissingName(parser: Parser): void {
  const { token } = parser;
  if (token.kind === 'keyword') {
    parser.report(
      'keyword-as-name',
      token,
      `'${token.text}' is a keyword of C and cannot be a name`,
      { hint: `choose another name, as ${token.text}_ or my_${token.text}` },
    );
    parser.failing = !AFTER_NAME.has(parser.peek(1).text);
    if (!parser.failing) parser.take();
    return;
  }
  if (token.kind === 'number') {
    const glued = /^[0-9]+[A-Za-z_]/.test(token.text);
    return parser.fail(
      'bad-name',
      token,
      `a name cannot begin with a digit, but there is ${describe(token)}`,
      {
        hint: glued
          ? `put the digits behind the letters, as in ${token.text.replace(/^([0-9]+)(.*)$/, '$2$1')}`
          : 'write a name that begins with a letter',
      },
    );
  }
  if (token.madeBy !== null && token.text !== '') {
    return parser.fail(
      'expected-name',
      token,
      `expected a name, but macro '${token.madeBy.name}' stands here for ${describe(token)}`,
      {
        hint: 'choose a name that is no macro',
      },
    );
  }
  if (token.kind === 'string' || token.kind === 'character') {
    return parser.fail('expected-name', token, `expected a name, but there is ${describe(token)}`, {
      hint: 'names stand without quotes',
    });
  }
  parser.fail(
    'expected-name',
    placeOf(parser),
    `expected a name in this declaration, but there is ${describe(token)}`,
    {
      hint: 'write the name of what you declare, as in int count;',
    },
  );
}
