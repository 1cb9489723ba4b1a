'use client';

import { ChevronLeft, ChevronRight, Play, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ProcessState } from '@/lib/kernel/events';
import { type ProcessAt, ProcessHistory } from '@/lib/trace/process-history/process-history';
import { reasonText } from '../../figures/process-texts';
import { STATE_LOOKS } from '../../figures/process-states';
import { StateGlyph } from '../../figures/state-glyph';
import { isActive } from '../../terminal/program-run';
import { useProgramRun } from '../../terminal/use-program-run';
import { Button } from '../../ui/button';
import { type Choice, Choices, firstOptions } from '../choices';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import { PROGRAMS } from './programs';

const PLACES = {
  new: { x: 55, y: 60 },
  ready: { x: 200, y: 60 },
  running: { x: 385, y: 60 },
  zombie: { x: 535, y: 60 },
  terminated: { x: 650, y: 60 },
  waiting: { x: 292, y: 205 },
} as const satisfies Record<ProcessState, { x: number; y: number }>;

const WAYS = [
  { from: 'new', to: 'ready', by: 'admitted', d: 'M79 60 H174', label: { x: 126, y: 50 } },
  {
    from: 'ready',
    to: 'running',
    by: 'dispatched',
    d: 'M220 50 C270 26 315 26 363 48',
    label: { x: 292, y: 22 },
  },
  {
    from: 'running',
    to: 'ready',
    by: 'its time is up',
    d: 'M361 72 C315 94 270 94 223 73',
    label: { x: 292, y: 106 },
  },
  {
    from: 'running',
    to: 'waiting',
    by: 'must wait for something',
    d: 'M385 84 C383 150 357 190 318 202',
    label: { x: 460, y: 172 },
  },
  {
    from: 'waiting',
    to: 'ready',
    by: 'it happened',
    d: 'M266 202 C228 190 202 150 200 84',
    label: { x: 160, y: 172 },
  },
  { from: 'running', to: 'zombie', by: 'ends', d: 'M409 60 H509', label: { x: 459, y: 50 } },
  {
    from: 'zombie',
    to: 'terminated',
    by: 'waited for',
    d: 'M559 60 H624',
    label: { x: 592, y: 50 },
  },
] as const;

const CHOICES = [
  {
    name: 'program',
    label: 'A program to watch',
    options: PROGRAMS.map(({ name }) => ({ value: name, text: name })),
  },
] as const satisfies readonly Choice<string>[];

/** The diagram of states; a program runs on the machine, and its processes move from state to state. */
export function ProcessStatesFigure() {
  const [chosen, setChosen] = useState(() => firstOptions<'program'>(CHOICES));
  const [position, setPosition] = useState(1);
  const controls = useProgramRun();
  const { run } = controls;
  const history = useMemo(() => new ProcessHistory(run.events), [run.events]);
  const isThere = run.phase === 'finished' && history.last > 1;
  const at = Math.min(position, history.last);
  const processes = isThere ? history.at(at) : [];
  const moved = isThere ? movedAt(history, at) : null;

  const start = (name = chosen.program) => {
    const program = PROGRAMS.find((each) => each.name === name);
    if (program === undefined) return;
    setPosition(1);
    controls.start({ source: program.source, fileName: 'program.c', stdin: '' });
  };

  return (
    <FigureFrame
      label="States of a process"
      caption="Only a running process can begin to wait, and after waiting it has to queue for the processor again."
      table={{ head: ['From', 'To', 'When'], rows: WAYS.map(({ from, to, by }) => [from, to, by]) }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Choices
          choices={CHOICES}
          chosen={chosen}
          onChoose={(_, value) => {
            setChosen({ program: value });
            start(value);
          }}
        />
        <Button size="sm" look={isThere ? 'quiet' : 'primary'} onClick={() => start()}>
          {isThere ? <RotateCcw aria-hidden /> : <Play aria-hidden />}
          {isThere ? 'From the beginning' : 'Run it'}
        </Button>
      </div>
      <svg
        role="img"
        aria-label={WAYS.map(({ from, to, by }) => `${from} to ${to}: ${by}`).join('; ')}
        viewBox="0 0 700 262"
        className="mx-auto mt-3 block w-full max-w-[44rem] min-w-[34rem]"
        fontFamily="var(--font-sans)"
        fontSize="13"
      >
        <defs>
          <marker
            id="way-end"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M1 1 L6.5 4 L1 7" fill="none" stroke="context-stroke" strokeWidth="1.4" />
          </marker>
        </defs>
        {WAYS.map(({ from, to, by, d, label }) => {
          const isTaken = moved?.from === from && moved.to === to;
          return (
            <g key={`${from} ${to}`}>
              <path
                d={d}
                fill="none"
                stroke={isTaken ? 'var(--accent)' : 'var(--edge)'}
                strokeWidth={isTaken ? 3 : 1.5}
                markerEnd="url(#way-end)"
              />
              <text
                x={label.x}
                y={label.y}
                textAnchor="middle"
                fontWeight={isTaken ? 600 : 400}
                fill={isTaken ? 'var(--accent)' : 'var(--muted)'}
              >
                {by}
              </text>
            </g>
          );
        })}
        {Object.entries(PLACES).map(([name, { x, y }]) => (
          <State key={name} name={name} x={x} y={y} processes={processes} />
        ))}
      </svg>
      {isThere ? (
        <div className="flex items-end gap-2">
          <Button
            look="quiet"
            size="icon"
            aria-label="Change before"
            disabled={at <= 1}
            onClick={() => setPosition(at - 1)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label="Next change"
            disabled={at >= history.last}
            onClick={() => setPosition(at + 1)}
          >
            <ChevronRight aria-hidden />
          </Button>
          <Slider
            label="Moment"
            shown={`${at} of ${history.last}`}
            min={1}
            max={history.last}
            value={at}
            onChange={setPosition}
          />
        </div>
      ) : null}
      <p role="status" className="mt-2 min-h-[2lh] text-sm">
        {isActive(run)
          ? 'The machine runs it…'
          : moved === null
            ? 'Choose a program, and follow its processes through the states.'
            : moved.text}
      </p>
    </FigureFrame>
  );
}

type Move = { readonly from: ProcessState; readonly to: ProcessState; readonly text: string };

/** Who changed its state at this moment, and how. */
function movedAt(history: ProcessHistory, at: number): Move | null {
  const before = history.at(at - 1);
  for (const process of history.at(at)) {
    const earlier = before.find(({ pid }) => pid === process.pid);
    const { state, reason, pid } = process;
    if (earlier === undefined)
      return { from: 'new', to: 'new', text: `Process ${pid} is created.` };
    if (earlier.state === state) continue;
    const why = reason === null ? '' : ` ${reasonText(reason)}`;
    return {
      from: earlier.state,
      to: state,
      text: `Process ${pid} goes from ${earlier.state} to ${state}${why}.`,
    };
  }
  return null;
}

type StateProps = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly processes: readonly ProcessAt[];
};

function State({ name, x, y, processes }: StateProps) {
  const state = stateNamed(name);
  if (state === null) return null;
  const here = processes.filter((process) => process.state === state);
  return (
    <g transform={`translate(${x} ${y})`}>
      <g transform="scale(1.25)">
        <StateGlyph state={state} />
      </g>
      <text
        y="36"
        textAnchor="middle"
        fontWeight="600"
        fill="var(--ink)"
        className="[paint-order:stroke]"
        stroke="var(--surface)"
        strokeWidth="4"
      >
        {name}
      </text>
      {here.map(({ pid }, k) => (
        <g
          key={pid}
          transform={`translate(${(k - (here.length - 1) / 2) * 46} ${name === 'waiting' ? 0 : -34})`}
        >
          <rect
            x={name === 'waiting' ? 26 : -21}
            y="-10"
            width="42"
            height="20"
            rx="10"
            fill="var(--ink)"
          />
          <text
            x={name === 'waiting' ? 47 : 0}
            y="4.5"
            textAnchor="middle"
            fontSize="12.5"
            fontWeight="600"
            fill="var(--surface)"
          >
            {pid}
          </text>
        </g>
      ))}
    </g>
  );
}

function stateNamed(name: string): ProcessState | null {
  return name in STATE_LOOKS ? (name as ProcessState) : null;
}
