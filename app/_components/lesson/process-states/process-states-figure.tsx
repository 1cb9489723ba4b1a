'use client';

import { ChevronLeft, ChevronRight, Play, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ProcessState } from '@/lib/kernel/events';
import { ProcessHistory } from '@/lib/trace/process-history/process-history';
import { reasonText } from '../../figures/process-texts';
import { isActive } from '../../terminal/program-run';
import { useProgramRun } from '../../terminal/use-program-run';
import { Button } from '../../ui/button';
import { type Choice, Choices, firstOptions } from '../choices';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import { TALL, WAYS, WIDE } from './layouts';
import { PROGRAMS } from './programs';
import { StateDiagram } from './state-diagram';

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
      table={{
        head: ['From', 'To', 'When'],
        rows: WAYS.map(({ from, to, by }) => [from, to, by]),
      }}
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
      <StateDiagram layout={WIDE} processes={processes} moved={moved} className="hidden sm:block" />
      <StateDiagram layout={TALL} processes={processes} moved={moved} className="sm:hidden" />
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
