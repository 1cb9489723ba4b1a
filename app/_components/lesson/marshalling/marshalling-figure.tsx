'use client';

import { useState } from 'react';
import { Field as InputField } from '../../ui/field';
import { cn } from '../../ui/class-names';
import { type Choice, Choices, firstOptions } from '../choices';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import {
  type ByteOrder,
  type Field,
  inMemory,
  misread,
  onTheWay,
  type PlacedByte,
} from './marshalling';

const MACHINES = [
  { value: 'little', text: 'lowest byte first' },
  { value: 'big', text: 'highest byte first' },
] as const;

const CHOICES = [
  { name: 'sender', label: 'The client’s machine', options: MACHINES },
  { name: 'receiver', label: 'The server’s machine', options: [MACHINES[1], MACHINES[0]] },
] as const satisfies readonly Choice<string>[];

/** In which hue the bytes of a field are drawn; its name stands beside them, too. */
const HUES: Readonly<Record<string, string>> = {
  day: 'var(--lane-1)',
  amount: 'var(--lane-0)',
  name: 'var(--lane-2)',
};

/** The reader edits three parameters, and goes through the bytes as they lie here, travel, and lie there. */
export function MarshallingFigure() {
  const [chosen, setChosen] = useState(() => firstOptions<'sender' | 'receiver'>(CHOICES));
  const [day, setDay] = useState('27');
  const [amount, setAmount] = useState('1000');
  const [name, setName] = useState('Ada');
  const [shown, setShown] = useState(0);
  const sender = orderOf(chosen.sender);
  const receiver = orderOf(chosen.receiver);
  const fields: readonly Field[] = [
    { kind: 'short', name: 'day', value: integer(day, -32_768, 32_767) },
    { kind: 'int', name: 'amount', value: integer(amount, -2_147_483_648, 2_147_483_647) },
    { kind: 'text', name: 'name', value: name },
  ];
  const travelling = onTheWay(fields);
  const sent = Math.min(shown, travelling.length);
  const wrong = misread(fields, sender, receiver);
  return (
    <FigureFrame
      label="Three parameters, byte by byte"
      caption="The bytes in the middle are the same whatever machines stand at the ends. That is the point of an external representation."
      table={{
        head: ['Parameter', 'Value', 'On the way (hexadecimal)', 'If memory were just copied'],
        rows: fields.map((field, k) => [
          field.name,
          String(field.value),
          onTheWay([field])
            .map(({ byte }) => hex(byte))
            .join(' '),
          String(wrong[k]?.value),
        ]),
      }}
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <InputField
          label="short day"
          inputMode="numeric"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <InputField
          label="int amount"
          inputMode="numeric"
          value={amount}
          onChange={({ target }) => setAmount(target.value)}
        />
        <InputField
          label="char name[]"
          maxLength={8}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="mt-3">
        <Choices
          choices={CHOICES}
          chosen={chosen}
          onChoose={(which, value) => setChosen({ ...chosen, [which]: value })}
        />
      </div>
      <div className="mt-4 grid gap-3">
        <Bytes label="In the client’s memory" bytes={inMemory(fields, sender)} />
        <Bytes label="On the way" bytes={travelling} shown={sent} />
        <Slider
          label="Marshalled so far"
          shown={`${sent} of ${travelling.length} bytes`}
          min={0}
          max={travelling.length}
          value={sent}
          onChange={setShown}
        />
        <Bytes
          label="In the server’s memory"
          bytes={inMemory(fields, receiver)}
          shown={sent === travelling.length ? undefined : 0}
        />
      </div>
      <p role="status" className="mt-3 min-h-[2lh] text-sm">
        {sent < travelling.length
          ? 'Move the slider to send byte after byte. The server can unpack when all have arrived.'
          : sender === receiver
            ? 'Both machines order bytes alike: copying the memory would have worked, by luck.'
            : `Unpacked. Had the memory been copied as it was, the server would read day = ${String(wrong[0]?.value)} and amount = ${String(wrong[1]?.value)}.`}
      </p>
    </FigureFrame>
  );
}

function orderOf(value: string): ByteOrder {
  return value === 'big' ? 'big' : 'little';
}

/** Of what was typed; 0 while it is no number. */
function integer(text: string, min: number, max: number): number {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? 0 : Math.max(min, Math.min(value, max));
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

type BytesProps = {
  readonly label: string;
  readonly bytes: readonly PlacedByte[];
  /** How many are there already; all, if it isn't given. */
  readonly shown?: number | undefined;
};

function Bytes({ label, bytes, shown = bytes.length }: BytesProps) {
  return (
    <div>
      <p className="eyebrow mb-1">
        {label}, {bytes.length} bytes
      </p>
      <ol className="flex flex-wrap gap-1 font-mono text-sm" aria-label={label}>
        {bytes.map(({ byte, field }, k) => (
          <li
            key={k}
            style={{ borderBottomColor: field === null ? 'var(--line)' : HUES[field] }}
            className={cn(
              'grid w-8 place-items-center rounded-sm border border-b-4 py-0.5',
              k >= shown ? 'border-dashed text-transparent' : field === null && 'text-muted',
            )}
          >
            <span aria-hidden={k >= shown}>{hex(byte)}</span>
            <span className="sr-only">{k >= shown ? 'not yet' : (field ?? 'padding')}</span>
          </li>
        ))}
      </ol>
      <p className="mt-0.5 text-2xs text-muted">
        {runsOf(bytes)
          .map(({ field, count }) => `${field ?? 'padding'} ${count}`)
          .join(' · ')}
      </p>
    </div>
  );
}

/** Neighbours of one field together. */
function runsOf(bytes: readonly PlacedByte[]): { field: string | null; count: number }[] {
  const runs: { field: string | null; count: number }[] = [];
  for (const { field } of bytes) {
    const last = runs.at(-1);
    if (last?.field === field) last.count++;
    else runs.push({ field, count: 1 });
  }
  return runs;
}
