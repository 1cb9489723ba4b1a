/** Macros as `#define` makes them, C11 6.10.3. */
import type { MacroOrigin, Token } from '../lex/token';

export interface Macro {
  readonly origin: MacroOrigin;
  readonly name: string;
  /** null: object-like. The last one is `__VA_ARGS__` (or GNU's name for it) if `variadic`. */
  readonly parameters: readonly string[] | null;
  readonly variadic: boolean;
  readonly body: readonly Token[];
  /** Whose text depends on where it is used. */
  readonly dynamic: DynamicMacro | null;
}

export type DynamicMacro = '__FILE__' | '__LINE__' | '__COUNTER__' | '__INCLUDE_LEVEL__';

/** C11 6.10.3p2: the same definition again is allowed; white space counts as one kind. */
export function sameDefinition(a: Macro, b: Macro): boolean {
  return (
    a.variadic === b.variadic &&
    (a.parameters === null) === (b.parameters === null) &&
    (a.parameters ?? []).join() === (b.parameters ?? []).join() &&
    a.body.length === b.body.length &&
    a.body.every((token, index) => {
      const other = b.body[index];
      return other?.text === token.text && (index === 0 || other.spaceBefore === token.spaceBefore);
    })
  );
}
