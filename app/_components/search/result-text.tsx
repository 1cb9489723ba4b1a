import type { Marked, SearchResult } from '@/lib/courseware/search/search-index';
import { RESULT_KINDS } from './search-path';

/** What a result says: what it is, what it is called, and the place with the words that were asked for. */
export function ResultText({ result }: { readonly result: SearchResult }) {
  const { kind, title, heading, excerpt } = result;
  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-semibold">
          <MarkedText marked={heading ?? title} />
        </span>
        <span className="shrink-0 text-sm text-muted">{RESULT_KINDS[kind]}</span>
      </span>
      {heading !== null && (
        <span className="block text-sm text-muted">
          In <MarkedText marked={title} />
        </span>
      )}
      {excerpt.length > 0 && (
        <span className="mt-0.5 block text-sm leading-snug text-pretty">
          <MarkedText marked={excerpt} />
        </span>
      )}
    </>
  );
}

function MarkedText({ marked }: { readonly marked: Marked }) {
  return marked.map(({ text, isMatch }, at) =>
    isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
