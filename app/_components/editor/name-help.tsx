'use client';

import { useEffect, useState } from 'react';
import type { EditedProgram } from '@/app/_workers/editing-protocol';
import type { Explanation } from '@/lib/compiler/assist/explain';
import type { ReferenceEntry } from '@/lib/courseware/reference';
import { explain } from './editing-help';
import { reference } from './reference';
import { WithCode } from './with-code';

const PAUSE_MS = 250;

type NameHelpProps = {
  readonly program: EditedProgram;
  /** Of the cursor. */
  readonly offset: number;
};

/** What the name at the cursor is, in the compiler's and in our own words: below an editor without a pointer's hints. */
export function NameHelp({ program, offset }: NameHelpProps) {
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    let isPast = false;
    const timer = setTimeout(() => {
      void find(program, offset).then((answer) => {
        if (!isPast) setFound(answer);
      });
    }, PAUSE_MS);
    return () => {
      isPast = true;
      clearTimeout(timer);
    };
  }, [program, offset]);

  if (found === null) return null;
  const { explanation, entry } = found;
  const { name, declaration } = explanation;
  return (
    <section
      aria-label={`About ${name}`}
      className="max-h-40 shrink-0 overflow-y-auto border-t bg-surface px-3 py-1.5 text-sm"
    >
      <p className="truncate" title={declaration}>
        <code>{declaration}</code>
      </p>
      <p className="text-muted">
        {entry === null ? placeText(explanation) : <WithCode text={entry.does} />}
      </p>
      {entry !== null && (
        <details key={name}>
          <summary className="link w-fit">More about {name}</summary>
          <EntryDetails entry={entry} />
        </details>
      )}
    </section>
  );
}

type Found = { readonly explanation: Explanation; readonly entry: ReferenceEntry | null };

async function find(program: EditedProgram, offset: number): Promise<Found | null> {
  const explanation = await explain(program, offset);
  if (explanation === null) return null;
  const entry =
    explanation.from.kind === 'library' ? (await reference()).get(explanation.name) : undefined;
  return { explanation, entry: entry ?? null };
}

function placeText({ from }: Explanation): string {
  switch (from.kind) {
    case 'member':
      return `A member of ${from.record}.`;
    case 'library':
      return `From <${from.header}>.`;
    case 'program':
      return from.file === 'program.c'
        ? `Declared in line ${from.line}.`
        : `Declared in line ${from.line} of ${from.file}.`;
  }
}

function EntryDetails({
  entry: { header, takes, gives, errors },
}: {
  readonly entry: ReferenceEntry;
}) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 py-1 [&_dt]:font-mono">
      <dt>#include</dt>
      <dd>
        <code>&lt;{header}&gt;</code>
      </dd>
      {[...takes, ...(gives === null ? [] : [{ name: 'gives', text: gives }]), ...errors].map(
        ({ name, text }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>
              <WithCode text={text} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
