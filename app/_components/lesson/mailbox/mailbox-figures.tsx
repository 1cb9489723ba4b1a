'use client';

import { useState } from 'react';
import { type Choice, Choices, firstOptions } from '../choices';
import { isWaiting, receive, send, type Sending, timePasses } from './mailbox';
import { MailboxFigure, type MailboxAction, type MailboxParty } from './mailbox-figure';

function sending(label: string, from: string, how: Sending): MailboxAction {
  return { label, act: (box, number) => send(box, from, `m${number}`, how) };
}

const CAPACITY_CHOICES = [
  {
    name: 'capacity',
    label: 'Capacity',
    options: [
      { value: '0', text: 'zero' },
      { value: '3', text: 'three' },
      { value: 'unbounded', text: 'unbounded' },
    ],
  },
  {
    name: 'sending',
    label: 'send',
    options: [
      { value: 'for-room', text: 'waits for room' },
      { value: 'until-received', text: 'waits until received' },
      { value: 'never', text: 'never waits' },
    ],
  },
  {
    name: 'receiving',
    label: 'receive',
    options: [
      { value: 'wait', text: 'waits for a message' },
      { value: 'never', text: 'never waits' },
    ],
  },
] as const satisfies readonly Choice<string>[];

/** One sender and one receiver, on a link of chosen capacity, with calls that wait or don't. */
export function MailboxCapacityFigure() {
  const [chosen, setChosen] = useState(() =>
    firstOptions<'capacity' | 'sending' | 'receiving'>(CAPACITY_CHOICES),
  );
  const how: Sending =
    chosen.sending === 'never' || chosen.sending === 'until-received' ? chosen.sending : 'for-room';
  return (
    <MailboxFigure
      key={Object.values(chosen).join()}
      label="A sender, a link and a receiver"
      caption="Who waits, and for what? With capacity zero the two must meet. With room between them the sender is ahead by as many messages as there is room for."
      capacity={chosen.capacity === 'unbounded' ? null : Number(chosen.capacity)}
      senders={[{ name: 'Sender', actions: [sending('send', 'Sender', how)] }]}
      receivers={[
        {
          name: 'Receiver',
          actions: [
            {
              label: 'receive',
              act: (box) =>
                receive(box, 'Receiver', chosen.receiving === 'never' ? 'never' : 'wait'),
            },
          ],
        },
      ]}
    >
      <Choices
        choices={CAPACITY_CHOICES}
        chosen={chosen}
        onChoose={(name, value) => setChosen({ ...chosen, [name]: value })}
      />
    </MailboxFigure>
  );
}

const SHARING_CHOICES = [
  {
    name: 'rule',
    label: 'The system’s rule',
    options: [
      { value: 'any', text: 'it chooses one' },
      { value: 'one', text: 'one receives at a time' },
      { value: 'pair', text: 'two ends only' },
    ],
  },
] as const satisfies readonly Choice<string>[];

/** P1 sends to a mailbox at which P2 and P3 receive. Who gets the message? */
export function SharedMailboxFigure() {
  const [chosen, setChosen] = useState(() => firstOptions<'rule'>(SHARING_CHOICES));
  const { rule } = chosen;
  const receiver = (name: string): MailboxParty => ({
    name,
    actions: [
      {
        label: 'receive',
        act: (box) => {
          const other = name === 'P2' ? 'P3' : 'P2';
          if (rule === 'one' && isWaiting(box, other))
            return {
              ...box,
              news: [`${other} is receiving, so ${name} may not: it gets an error.`],
            };
          return receive(box, name, 'wait');
        },
        isDisabled: rule === 'pair' && name === 'P3',
      },
    ],
  });
  return (
    <MailboxFigure
      key={rule}
      label="One sender, two receivers, one mailbox"
      caption={
        rule === 'pair'
          ? 'A link has two ends, and P3 is none of them. There is no question who gets the message.'
          : rule === 'one'
            ? 'While one executes receive, the other may not. Again there is no question.'
            : 'Let P2 and P3 wait in one order and then in the other. Here the one who waits longest gets the message; another system may choose differently, and your program must be right with any.'
      }
      capacity={3}
      senders={[{ name: 'P1', actions: [sending('send', 'P1', 'for-room')] }]}
      receivers={[receiver('P2'), receiver('P3')]}
    >
      <Choices
        choices={SHARING_CHOICES}
        chosen={chosen}
        onChoose={(name, value) => setChosen({ ...chosen, [name]: value })}
      />
    </MailboxFigure>
  );
}

/** What Mach lets a sender do when the port is full. */
export function MachPortFigure() {
  const actions = (name: string): readonly MailboxAction[] => [
    sending('send, wait', name, 'for-room'),
    sending('send, wait a while', name, 'limited'),
    sending('send, don’t wait', name, 'never'),
    sending('send, leave it', name, 'leave'),
  ];
  return (
    <MailboxFigure
      label="Two senders and a Mach port"
      caption="Fill the port, and then try the four ways. Only one message of a sender may be left with the kernel. Only the owner receives."
      capacity={2}
      senders={['Task A', 'Task B'].map((name) => ({ name, actions: actions(name) }))}
      receivers={[
        {
          name: 'Owner',
          actions: [{ label: 'receive', act: (box) => receive(box, 'Owner', 'wait') }],
        },
      ]}
      others={[{ label: 'Time passes', act: timePasses }]}
    />
  );
}
