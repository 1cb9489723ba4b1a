'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { Input } from '../ui/input';

const Filter = createContext('');

type WordFilterProps = {
  readonly label: string;
  /** The page that answers where no script runs. */
  readonly action: string;
  readonly children: ReactNode;
};

/** A field above a long list: of `Filtered` parts below it only those are left that have what is typed. */
export function WordFilter({ label, action, children }: WordFilterProps) {
  const [text, setText] = useState('');
  return (
    <>
      <form action={action} className="print:hidden" onSubmit={(event) => event.preventDefault()}>
        <Input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </form>
      <Filter value={text}>{children}</Filter>
    </>
  );
}

type FilteredProps = {
  readonly words: readonly string[];
  readonly children: ReactNode;
};

export function Filtered({ words, children }: FilteredProps) {
  const wanted = useContext(Filter);
  return <div hidden={!words.some((word) => has(word, wanted))}>{children}</div>;
}

/** Shown where none of the words is left. */
export function NothingLeft({ words, children }: FilteredProps) {
  const wanted = useContext(Filter);
  return <div role="status">{words.some((word) => has(word, wanted)) ? null : children}</div>;
}

/** Words are found by their beginning: "pcb" is not in "rpcbind". */
function has(word: string, wanted: string): boolean {
  return spaced(word).includes(spaced(wanted));
}

function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
