'use client';

import { Plus, X } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import type { Moment } from '@/app/_workers/recording-protocol';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';

type WatchListProps = {
  readonly watches: readonly string[];
  readonly onChange: (watches: readonly string[]) => void;
  readonly moment: Moment | null;
  readonly before: Moment | null;
  /** Where they are evaluated. */
  readonly where: string;
};

const WATCHES_MAX = 20;

/** Expressions and their values at the present moment; what has changed since the one before is marked. */
export function WatchList({ watches, onChange, moment, before, where }: WatchListProps) {
  const [text, setText] = useState('');

  function add(event: SyntheticEvent) {
    event.preventDefault();
    const added = text.trim();
    if (added === '' || watches.length >= WATCHES_MAX) return;
    if (!watches.includes(added)) onChange([...watches, added]);
    setText('');
  }

  return (
    <div className="space-y-1 px-1 py-1 text-sm">
      {watches.length > 0 && (
        <table className="w-full table-fixed border-collapse text-left">
          <caption className="sr-only">Watched expressions, {where}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Expression</th>
              <th scope="col">Value</th>
              <th scope="col">Remove</th>
            </tr>
          </thead>
          <tbody>
            {watches.map((expression, k) => {
              const value = moment?.watches[k];
              const old = before?.watches[k];
              const isOther =
                value?.kind === 'value' && old?.kind === 'value' && value.text !== old.text;
              return (
                <tr key={expression} className="align-top">
                  <th scope="row" className="w-2/5 py-0.5 pr-2 font-normal">
                    <code className="break-all">{expression}</code>
                  </th>
                  <td className={cn('py-0.5 pr-1', isOther && 'bg-warn-soft')}>
                    {value?.kind === 'value' ? (
                      <code className={cn('break-all', isOther && 'font-bold')} title={value.type}>
                        {value.text}
                      </code>
                    ) : (
                      <span className="text-muted">{value?.why ?? '…'}</span>
                    )}
                    {isOther && (
                      <span className="ml-2 text-2xs text-warn">
                        changed, was <code className="break-all">{old.text}</code>
                      </span>
                    )}
                  </td>
                  <td className="w-7 text-right">
                    <button
                      type="button"
                      aria-label={`Remove ${expression}`}
                      className="grid size-6 place-items-center rounded-sm text-muted hover:bg-hover [&_svg]:size-3.5"
                      onClick={() => onChange(watches.filter((each) => each !== expression))}
                    >
                      <X aria-hidden />
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <form onSubmit={add} className="flex items-center gap-2">
        <input
          type="text"
          aria-label="Expression to watch"
          placeholder="count, list->next, a[i] * 2"
          value={text}
          onChange={({ target }) => setText(target.value)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          className="h-8 min-w-0 flex-1 rounded-md border border-edge bg-surface px-2 font-mono text-sm"
        />
        <Button type="submit" size="sm" className="px-2">
          <Plus aria-hidden />
          Watch
        </Button>
      </form>
    </div>
  );
}
