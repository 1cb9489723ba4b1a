export type CTokenKind = 'keyword' | 'string' | 'number' | 'comment' | 'directive' | 'plain';
export type CToken = { readonly kind: CTokenKind; readonly text: string };

const KEYWORDS =
  'auto break case char const continue default do double else enum extern float for goto if inline int long ' +
  'register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while ' +
  'pid_t size_t ssize_t sem_t key_t FILE NULL';

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<directive>^[ \t]*#[ \t]*\w+(?:[ \t]*<[^>\n]*>)?)`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)`,
    String.raw`(?<number>\b(?:0[xX][\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)[uUlLfF]*)`,
    `(?<keyword>\\b(?:${KEYWORDS.replaceAll(' ', '|')})\\b)`,
  ].join('|'),
  'gm',
);

/** Splits C source for colouring; good enough for that, not for anything else. */
export function cTokens(source: string): readonly CToken[] {
  const tokens: CToken[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: source.slice(end, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < source.length) tokens.push({ kind: 'plain', text: source.slice(end) });
  return tokens;
}

const KINDS = ['comment', 'directive', 'string', 'number', 'keyword'] as const;

function kindOf(groups: Readonly<Record<string, string | undefined>>): CTokenKind {
  return KINDS.find((kind) => groups[kind] !== undefined) ?? 'plain';
}
