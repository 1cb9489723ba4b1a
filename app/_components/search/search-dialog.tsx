'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cn } from '../ui/class-names';
import { Dialog } from '../ui/dialog';
import { Input } from '../ui/input';
import { ResultText } from './result-text';
import { resultPath, searchPath } from './search-path';
import { useSearch } from './use-search';

type SearchDialogProps = {
  readonly course: string;
  readonly onClose: () => void;
};

/** A field with a list of what is found (the combobox pattern): arrows choose, Enter opens. */
export function SearchDialog({ course, onClose }: SearchDialogProps) {
  const router = useRouter();
  const list = useId();
  const { query, found, ask } = useSearch(course);
  const [chosen, setChosen] = useState(0);
  const option = useRef<HTMLAnchorElement>(null);
  const results = found.phase === 'found' ? found.results : [];
  const optionId = (at: number) => `${list}-${at}`;

  useEffect(() => {
    option.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent) {
    const last = results.length - 1;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
    };
    const to = moves[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      setChosen(to);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && query.trim() !== '') {
      event.preventDefault();
      const result = results[chosen];
      router.push(result === undefined ? searchPath(course, query) : resultPath(course, result));
      onClose();
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Search this course">
      <Input
        type="search"
        role="combobox"
        aria-label="Search this course"
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={results.length > 0 ? optionId(chosen) : undefined}
        autoComplete="off"
        autoFocus
        spellCheck={false}
        maxLength={100}
        placeholder="zombie, waitpid, ready queue…"
        value={query}
        onChange={({ target }) => {
          ask(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="mt-2 text-sm text-muted">
        {statusText(found)}
      </p>
      <div
        id={list}
        role="listbox"
        aria-label="Results"
        className="-mx-3 mt-1 max-h-[calc(76vh-14rem)] min-h-12 overflow-y-auto"
      >
        {results.map((result, at) => (
          <Link
            key={`${result.kind} ${result.slug} ${result.section ?? ''}`}
            ref={at === chosen ? option : undefined}
            id={optionId(at)}
            role="option"
            aria-selected={at === chosen}
            tabIndex={-1}
            prefetch={false}
            href={resultPath(course, result)}
            className={cn('block rounded-md px-3 py-2', at === chosen && 'bg-hover')}
            onPointerMove={() => setChosen(at)}
            onClick={onClose}
          >
            <ResultText result={result} />
          </Link>
        ))}
      </div>
      {found.phase === 'found' && results.length > 0 && (
        <p className="mt-2 border-t pt-3 text-sm">
          <Link
            href={searchPath(course, found.query)}
            prefetch={false}
            className="link inline-flex items-center gap-1"
            onClick={onClose}
          >
            All results on a page
            <ArrowRight aria-hidden className="size-3.5" />
          </Link>
        </p>
      )}
    </Dialog>
  );
}

function statusText(found: ReturnType<typeof useSearch>['found']): string {
  switch (found.phase) {
    case 'nothing-asked':
      return 'Lessons and glossary; members of the course find exercises, quizzes and the C library, too.';
    case 'failed':
      return 'The search did not answer. Type on to ask again.';
    case 'found':
      if (found.results.length === 0) return `Nothing about “${found.query}”. Try one word less.`;
      return found.results.length === 1 ? '1 result' : `${found.results.length} results`;
  }
}
