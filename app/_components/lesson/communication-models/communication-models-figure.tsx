'use client';

import { useState } from 'react';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import { type Cost, messagePassingCost, sharedMemoryCost } from './cost';

const COUNTS = [1, 10, 100, 1000, 10_000];
const SIZES = [1, 100, 1000, 10_000, 100_000, 1_000_000];

/** The chapter's two models beside each other, and what passing some messages costs in each. */
export function CommunicationModelsFigure() {
  const [countAt, setCountAt] = useState(2);
  const [sizeAt, setSizeAt] = useState(1);
  const count = COUNTS[countAt] ?? 1;
  const size = SIZES[sizeAt] ?? 1;
  const shared = sharedMemoryCost(count, size);
  const passed = messagePassingCost(count, size);
  const most = Math.max(shared.microseconds, passed.microseconds);
  return (
    <FigureFrame
      label="Shared memory and message passing"
      caption="With 0.5 µs for a system call and 10 GB/s for copying. Small messages: no difference worth the trouble. Large ones: the second copy counts."
      table={{
        head: ['', 'System calls', 'Bytes copied', 'Time'],
        rows: [
          ['shared memory', ...cells(shared)],
          ['message passing', ...cells(passed)],
        ],
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Model title="Shared memory" cost={shared} most={most}>
          <SharedMemory />
        </Model>
        <Model title="Message passing" cost={passed} most={most}>
          <MessagePassing />
        </Model>
      </div>
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Slider
          label="Messages"
          shown={count.toLocaleString('en')}
          min={0}
          max={COUNTS.length - 1}
          value={countAt}
          onChange={setCountAt}
        />
        <Slider
          label="Bytes in each"
          shown={size.toLocaleString('en')}
          min={0}
          max={SIZES.length - 1}
          value={sizeAt}
          onChange={setSizeAt}
        />
      </div>
    </FigureFrame>
  );
}

function cells({ systemCalls, bytesCopied, microseconds }: Cost): readonly string[] {
  return [
    systemCalls.toLocaleString('en'),
    bytesCopied.toLocaleString('en'),
    timeText(microseconds),
  ];
}

function timeText(microseconds: number): string {
  const [value, unit] =
    microseconds < 1000
      ? [microseconds, 'µs']
      : microseconds < 1e6
        ? [microseconds / 1000, 'ms']
        : [microseconds / 1e6, 's'];
  return `${Number(value.toPrecision(3)).toLocaleString('en')} ${unit}`;
}

type ModelProps = {
  readonly title: string;
  readonly cost: Cost;
  /** The longer time of the two. */
  readonly most: number;
  readonly children: React.ReactNode;
};

function Model({ title, cost, most, children }: ModelProps) {
  return (
    <section aria-label={title} className="rounded-md border p-3">
      <h4 className="text-sm font-semibold">{title}</h4>
      {children}
      <p className="mt-2 text-sm tabular-nums">
        {cost.systemCalls.toLocaleString('en')} calls, {cost.bytesCopied.toLocaleString('en')} bytes
        copied
      </p>
      <div className="mt-1 flex items-center gap-2 text-sm">
        <span className="h-2.5 flex-1 rounded-full bg-sunken">
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${Math.max(1, (cost.microseconds / most) * 100)}%` }}
          />
        </span>
        <span className="w-16 text-right tabular-nums">{timeText(cost.microseconds)}</span>
      </div>
    </section>
  );
}

const BOX = { fill: 'var(--surface)', stroke: 'var(--edge)' } as const;

function SharedMemory() {
  return (
    <svg
      role="img"
      aria-label="Processes A and B both have the same piece of memory in their address spaces; the kernel stands aside."
      viewBox="0 0 240 130"
      className="mx-auto mt-2 block w-full max-w-64"
      fontSize="13"
    >
      <rect x="1" y="1" width="100" height="80" rx="6" {...BOX} />
      <rect x="139" y="1" width="100" height="80" rx="6" {...BOX} />
      <rect x="1" y="98" width="238" height="30" rx="6" {...BOX} />
      <rect
        x="70"
        y="34"
        width="100"
        height="34"
        rx="4"
        fill="var(--accent-soft)"
        stroke="var(--accent)"
      />
      <g textAnchor="middle" fill="var(--ink)">
        <text x="42" y="21">
          A
        </text>
        <text x="198" y="21">
          B
        </text>
        <text x="120" y="56">
          shared
        </text>
        <text x="120" y="118" fill="var(--muted)">
          kernel
        </text>
      </g>
      <path d="M30 50 H66 m-5 -4 l5 4 l-5 4" stroke="var(--accent)" strokeWidth="2" fill="none" />
      <path d="M174 50 H210 m-5 -4 l5 4 l-5 4" stroke="var(--accent)" strokeWidth="2" fill="none" />
    </svg>
  );
}

function MessagePassing() {
  return (
    <svg
      role="img"
      aria-label="Process A sends a message to a queue in the kernel; process B receives it from there."
      viewBox="0 0 240 130"
      className="mx-auto mt-2 block w-full max-w-64"
      fontSize="13"
    >
      <rect x="1" y="1" width="100" height="70" rx="6" {...BOX} />
      <rect x="139" y="1" width="100" height="70" rx="6" {...BOX} />
      <rect x="1" y="92" width="238" height="36" rx="6" {...BOX} />
      {[84, 108, 132].map((x) => (
        <rect
          key={x}
          x={x}
          y="99"
          width="20"
          height="22"
          fill="var(--accent-soft)"
          stroke="var(--accent)"
        />
      ))}
      <g textAnchor="middle" fill="var(--ink)">
        <text x="50" y="30">
          A
        </text>
        <text x="190" y="30">
          B
        </text>
        <text x="25" y="115" fontSize="12" fill="var(--muted)">
          kernel
        </text>
      </g>
      <path
        d="M50 40 V110 H80 m-5 -4 l5 4 l-5 4"
        stroke="var(--accent)"
        strokeWidth="2"
        fill="none"
      />
      <path
        d="M156 110 H190 V44 m-4 5 l4 -5 l4 5"
        stroke="var(--accent)"
        strokeWidth="2"
        fill="none"
      />
    </svg>
  );
}
