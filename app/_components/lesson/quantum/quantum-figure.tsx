'use client';

import { useState } from 'react';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import { costOf, turnsOf } from './quantum';

/** Evenly spaced to the eye: from a tenth of a millisecond to a second. */
const QUANTA = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const SWITCHINGS = [0, 0.01, 0.1, 1, 10];

const WIDTH = 640;
const ROW = 18;

/** Overhead against response: the reader moves the quantum, what a switch costs, and how many there are. */
export function QuantumFigure() {
  const [quantumAt, setQuantumAt] = useState(QUANTA.indexOf(100));
  const [switchingAt, setSwitchingAt] = useState(SWITCHINGS.indexOf(10));
  const [processes, setProcesses] = useState(4);
  const quantum = QUANTA[quantumAt] ?? 100;
  const switching = SWITCHINGS[switchingAt] ?? 0;
  const sharing = { quantum, switching, processes };
  const { overhead, response } = costOf(sharing);
  const length = processes * (quantum + switching) + quantum;
  const turns = turnsOf(sharing, length);
  const x = (time: number) => (time / length) * WIDTH;
  const height = (processes + 1) * ROW;
  return (
    <FigureFrame
      label="Quantum, overhead and response"
      caption="Each process has a row, the one below all is switching. Make the quantum shorter: the turns come round more quickly, and more of the time is lost."
      table={{
        head: ['Quantum', 'Lost to switching', 'Longest wait for a turn'],
        rows: QUANTA.map((each) => {
          const cost = costOf({ ...sharing, quantum: each });
          return [timeText(each), percentText(cost.overhead), timeText(cost.response)];
        }),
      }}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Slider
          label="Quantum"
          shown={timeText(quantum)}
          min={0}
          max={QUANTA.length - 1}
          value={quantumAt}
          onChange={setQuantumAt}
        />
        <Slider
          label="Choosing and switching"
          shown={timeText(switching)}
          min={0}
          max={SWITCHINGS.length - 1}
          value={switchingAt}
          onChange={setSwitchingAt}
        />
        <Slider
          label="Processes"
          shown={String(processes)}
          min={1}
          max={8}
          value={processes}
          onChange={setProcesses}
        />
      </div>
      <svg
        role="img"
        aria-label={`Who has the processor, in the first ${timeText(length)}`}
        viewBox={`0 0 ${WIDTH} ${height}`}
        preserveAspectRatio="none"
        height={height}
        className="mt-4 block w-full"
      >
        {Array.from({ length: processes }, (_, k) => (
          <rect key={k} y={k * ROW + 2} width={WIDTH} height={ROW - 4} fill="var(--sunken)" />
        ))}
        {turns.map(({ process, from, to }, k) => (
          <rect
            key={k}
            x={x(from)}
            y={(process ?? processes) * ROW + 2}
            width={Math.max(0.6, x(to) - x(from))}
            height={ROW - 4}
            fill={process === null ? 'var(--bad)' : 'var(--state-running)'}
          />
        ))}
      </svg>
      <p aria-hidden className="flex justify-between text-xs text-muted">
        <span>0 ms</span>
        <span>{timeText(length)}</span>
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-3 text-sm sm:max-w-md">
        <div className="rounded-md bg-sunken px-3 py-2">
          <dt className="text-muted">Lost to switching</dt>
          <dd className="text-lg font-semibold tabular-nums">{percentText(overhead)}</dd>
        </div>
        <div className="rounded-md bg-sunken px-3 py-2">
          <dt className="text-muted">Longest wait for a turn</dt>
          <dd className="text-lg font-semibold tabular-nums">{timeText(response)}</dd>
        </div>
      </dl>
    </FigureFrame>
  );
}

function timeText(milliseconds: number): string {
  if (milliseconds === 0) return '0 ms';
  if (milliseconds >= 1000) return `${rounded(milliseconds / 1000)} s`;
  return milliseconds >= 0.1 ? `${rounded(milliseconds)} ms` : `${rounded(milliseconds * 1000)} µs`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percentText(part: number): string {
  return `${rounded(part * 100)} %`;
}
