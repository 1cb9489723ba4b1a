import { cTokens, type CTokenKind } from './c-tokens';

const COLORS = {
  keyword: 'text-[var(--code-keyword)]',
  string: 'text-[var(--code-string)]',
  number: 'text-[var(--code-number)]',
  comment: 'text-[var(--code-comment)]',
  directive: 'text-[var(--code-directive)]',
  plain: undefined,
} as const satisfies Record<CTokenKind, string | undefined>;

/** Coloured C, without an editor around it. */
export function CSource({ source }: { readonly source: string }) {
  return (
    <>
      {cTokens(source).map(({ kind, text }, i) => (
        <span key={i} className={COLORS[kind]}>
          {text}
        </span>
      ))}
    </>
  );
}
