'use client';

import { Mail, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { StateGlyph } from '../../figures/state-glyph';
import { Button } from '../../ui/button';
import { FigureFrame } from '../figure-frame';
import { emptyMailbox, isWaiting, type Mailbox, type Message } from './mailbox';

export type MailboxAction = {
  readonly label: string;
  readonly act: (box: Mailbox, number: number) => Mailbox;
  readonly isDisabled?: boolean;
};

export type MailboxParty = { readonly name: string; readonly actions: readonly MailboxAction[] };

type MailboxFigureProps = {
  readonly label: string;
  readonly caption: string;
  readonly capacity: number | null;
  readonly senders: readonly MailboxParty[];
  readonly receivers: readonly MailboxParty[];
  /** Of nobody in particular, such as time passing. */
  readonly others?: readonly MailboxAction[];
  /** The reader's choices, above the figure. */
  readonly children?: ReactNode;
};

/** Senders, a mailbox, receivers; the reader says who acts, and sees who waits. Give it a key that changes with its rules. */
export function MailboxFigure({
  label,
  caption,
  capacity,
  senders,
  receivers,
  others = [],
  children,
}: MailboxFigureProps) {
  const [box, setBox] = useState(() => emptyMailbox(capacity));
  const [sent, setSent] = useState(1);
  const act = (action: MailboxAction) => {
    setBox(action.act(box, sent));
    setSent(sent + 1);
  };
  const isUntouched = sent === 1;
  return (
    <FigureFrame
      label={label}
      caption={caption}
      table={{
        head: ['Where', 'Messages'],
        rows: [
          ['in the mailbox', listText(box.queue)],
          ['kept by a waiting sender', listText(box.senders.map(({ message }) => message))],
          ['kept by the kernel', listText(box.left)],
          ...receivers.map(({ name }) => [
            `received by ${name}`,
            listText(box.received.filter(({ by }) => by === name).map(({ message }) => message)),
          ]),
        ],
      }}
    >
      {children}
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)_minmax(5rem,1.1fr)_minmax(0,1fr)] items-center gap-2 sm:gap-4">
        <Parties parties={senders} box={box} onAct={act} />
        <MailboxSlots box={box} />
        <Parties parties={receivers} box={box} onAct={act} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {others.map((action) => (
          <Button key={action.label} size="sm" onClick={() => act(action)}>
            {action.label}
          </Button>
        ))}
        <Button
          look="quiet"
          size="sm"
          disabled={isUntouched}
          onClick={() => {
            setBox(emptyMailbox(capacity));
            setSent(1);
          }}
        >
          <RotateCcw aria-hidden />
          Empty it
        </Button>
      </div>
      <p role="status" className="mt-2 min-h-[2lh] text-sm">
        {isUntouched
          ? 'Nothing has been sent yet. Let somebody send or receive.'
          : box.news.join(' ')}
      </p>
    </FigureFrame>
  );
}

function listText(messages: readonly Message[]): string {
  return messages.length === 0 ? 'none' : messages.map(({ text }) => text).join(', ');
}

type PartiesProps = {
  readonly parties: readonly MailboxParty[];
  readonly box: Mailbox;
  readonly onAct: (action: MailboxAction) => void;
};

function Parties({ parties, box, onAct }: PartiesProps) {
  return (
    <ul className="grid gap-3">
      {parties.map(({ name, actions }) => {
        const waits = isWaiting(box, name);
        const got = box.received.filter(({ by }) => by === name);
        return (
          <li key={name} className="grid gap-1.5 rounded-md border p-1.5 text-sm sm:p-2">
            <p className="flex items-center gap-1 font-semibold sm:gap-1.5">
              <svg viewBox="-19 -19 38 38" className="size-5 shrink-0 sm:size-6" aria-hidden>
                <StateGlyph state={waits ? 'waiting' : 'running'} />
              </svg>
              {name}
              <span className="sr-only">{waits ? ', waiting' : ', running'}</span>
            </p>
            {actions.map((action) => (
              <Button
                key={action.label}
                size="sm"
                className="h-auto min-h-8 px-2 py-1 whitespace-normal"
                aria-label={`${name}: ${action.label}`}
                disabled={waits || action.isDisabled === true}
                onClick={() => onAct(action)}
              >
                {action.label}
              </Button>
            ))}
            {got.length > 0 && (
              <p className="text-muted">got {got.map(({ message }) => message.text).join(', ')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** At most so many are drawn of a mailbox without bounds. */
const DRAWN_MAX = 6;

function MailboxSlots({ box }: { readonly box: Mailbox }) {
  const { capacity, queue, senders, left } = box;
  const drawn = queue.slice(0, capacity ?? DRAWN_MAX);
  const slots = capacity ?? Math.max(drawn.length, 1);
  return (
    <div className="grid gap-2 text-center text-sm">
      <p className="eyebrow">
        Mailbox,{' '}
        {capacity === null ? 'no limit' : capacity === 0 ? 'no room' : `room for ${capacity}`}
      </p>
      {capacity === 0 ? (
        <p className="rounded-md border border-dashed border-edge px-2 py-3 text-muted">
          from hand to hand
        </p>
      ) : (
        <ol className="grid gap-1 rounded-md border-2 border-edge bg-sunken p-1.5">
          {Array.from({ length: slots }, (_, k) => {
            const message = drawn[k];
            return message === undefined ? (
              <li key={k} className="h-8 rounded-sm border border-dashed" />
            ) : (
              <li
                key={k}
                className="flex h-8 items-center justify-center gap-1.5 rounded-sm border border-accent bg-accent-soft"
              >
                <Mail aria-hidden className="size-3.5" />
                {message.text}
              </li>
            );
          })}
          {queue.length > drawn.length && <li>and {queue.length - drawn.length} more</li>}
        </ol>
      )}
      {senders.length > 0 && (
        <p className="text-muted">
          waiting to put in: {senders.map(({ message }) => message.text).join(', ')}
        </p>
      )}
      {left.length > 0 && (
        <p className="text-muted">kept by the kernel: {left.map(({ text }) => text).join(', ')}</p>
      )}
    </div>
  );
}
