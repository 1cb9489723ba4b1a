/** Sets of keywords by what they begin. */

/** Type specifiers that are collected as words (C11 6.7.2). */
export const TYPE_WORDS: ReadonlySet<string> = new Set([
  'void',
  'char',
  'short',
  'int',
  'long',
  'float',
  'double',
  'signed',
  'unsigned',
  '_Bool',
  '_Complex',
  '_Imaginary',
]);

export const STORAGE_CLASSES: ReadonlySet<string> = new Set([
  'typedef',
  'extern',
  'static',
  'auto',
  'register',
  '_Thread_local',
]);

export const QUALIFIERS: ReadonlySet<string> = new Set([
  'const',
  'volatile',
  'restrict',
  '_Atomic',
]);

/** What can begin a type name. */
export const TYPE_KEYWORDS: ReadonlySet<string> = new Set([
  ...TYPE_WORDS,
  ...QUALIFIERS,
  'struct',
  'union',
  'enum',
  'typeof',
  '__attribute__',
]);

/** What can begin a declaration. */
export const DECLARATION_KEYWORDS: ReadonlySet<string> = new Set([
  ...TYPE_KEYWORDS,
  ...STORAGE_CLASSES,
  'inline',
  '_Noreturn',
  '_Alignas',
  '_Static_assert',
]);

/** What can begin a statement that is no expression. */
export const STATEMENT_KEYWORDS: ReadonlySet<string> = new Set([
  'if',
  'else',
  'while',
  'do',
  'for',
  'switch',
  'case',
  'default',
  'return',
  'break',
  'continue',
  'goto',
]);
