/** One name declared twice in one scope (C11 6.7:3). */
import type { Span } from '../source';
import type { Checker } from './checker';

export function reportRedeclared(checker: Checker, name: string, span: Span, earlier: Span): void {
  const library = earlier.file.origin === 'library';
  checker.error(
    'redeclared',
    span,
    library
      ? `'${name}' is already declared in <${earlier.file.name}>`
      : `'${name}' is declared twice in the same scope`,
    {
      hint: `give one of them another name`,
      related: [{ message: `'${name}' was first declared here`, span: earlier }],
    },
  );
}
