'use client';

import { ChevronLeft, ChevronRight, RotateCcw } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ScheduleSpec } from '@/lib/grading/schedule-spec';
import { isActive } from '../../terminal/program-run';
import { useProgramRun } from '../../terminal/use-program-run';
import { Button } from '../../ui/button';
import { type Choice, Choices, firstOptions } from '../choices';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';
import { JobTable } from './job-table';
import { ServiceChart } from './service-chart';
import { type Job, programOf, type QueueMoment, queuesOf } from './workload';
import { WORKLOAD_COSTS } from './workload-costs';

const CHOICES = [
  {
    name: 'policy',
    label: 'Short-term scheduler',
    options: [
      { value: 'fcfs', text: 'first come, first served' },
      { value: 'sjf', text: 'shortest job first' },
      { value: 'rr', text: 'round robin, 2 ms' },
    ],
  },
  {
    name: 'degree',
    label: 'Degree of multiprogramming',
    options: [
      { value: '4', text: '4' },
      { value: '2', text: '2' },
      { value: '1', text: '1' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const FIRST_JOBS: readonly Job[] = [
  { name: 'A', arrival: 0, first: 4, device: 1, service: 6, second: 3 },
  { name: 'B', arrival: 1, first: 2, device: 1, service: 5, second: 2 },
  { name: 'C', arrival: 2, first: 6, device: 2, service: 3, second: 4 },
  { name: 'D', arrival: 3, first: 3, device: 2, service: 4, second: 1 },
];

/** Two milliseconds, and the few instructions around a burst. */
const SCHEDULES: Readonly<Record<string, ScheduleSpec>> = {
  fcfs: { scheduler: 'fcfs' },
  sjf: { scheduler: 'sjf' },
  rr: { scheduler: 'rr', quantum: 2_005_000 },
};

/** A workload that the reader edits, run on the machine; who stands in which queue at each moment. */
export function SchedulingQueuesFigure() {
  const [jobs, setJobs] = useState(FIRST_JOBS);
  const [chosen, setChosen] = useState(() => firstOptions<'policy' | 'degree'>(CHOICES));
  const [position, setPosition] = useState(0);
  const controls = useProgramRun();
  const { run } = controls;

  const start = useEffectEvent(() => {
    controls.start({
      source: programOf(jobs),
      fileName: 'workload.c',
      stdin: '',
      machine: {
        schedule: SCHEDULES[chosen.policy] ?? { scheduler: 'fcfs' },
        // The process that makes the others counts, too.
        admittedMax: Number(chosen.degree) + 1,
        costs: WORKLOAD_COSTS,
      },
    });
  });
  useEffect(() => {
    // Not at each key that is pressed.
    const timer = setTimeout(start, 250);
    return () => clearTimeout(timer);
  }, [jobs, chosen]);

  // Between two runs the last one stays.
  const [shownEvents, setShownEvents] = useState(run.events);
  if (run.phase === 'finished' && run.events !== shownEvents) setShownEvents(run.events);
  const { moments, bars, end } = useMemo(() => queuesOf(jobs, shownEvents), [jobs, shownEvents]);
  const at = Math.min(position, Math.max(0, moments.length - 1));
  const moment = moments[at];

  return (
    <FigureFrame
      label="Scheduling queues"
      caption="A service of 0 ms means that the process uses no device. Whoever is first in a device’s queue is being served."
      table={{
        head: ['Time', 'Job queue', 'Ready queue', 'Running', 'Device 1', 'Device 2', 'Ended'],
        rows: moments.map((each) => [
          `${each.at} ms`,
          each.jobs.join(' '),
          each.ready.join(' '),
          each.running ?? '',
          deviceQueue(each, 1).join(' '),
          deviceQueue(each, 2).join(' '),
          each.ended.join(' '),
        ]),
      }}
    >
      <JobTable jobs={jobs} onChange={setJobs} />
      <div className="mt-3 flex flex-wrap items-end justify-between gap-3">
        <Choices
          choices={CHOICES}
          chosen={chosen}
          onChoose={(name, value) => setChosen({ ...chosen, [name]: value })}
        />
        {jobs !== FIRST_JOBS && (
          <Button look="quiet" size="sm" onClick={() => setJobs(FIRST_JOBS)}>
            <RotateCcw aria-hidden />
            As it was
          </Button>
        )}
      </div>
      {moment === undefined ? (
        <p role="status" className="mt-4 min-h-64 text-sm text-muted">
          {isActive(run) || run.phase === 'idle'
            ? 'The machine runs your workload…'
            : 'This workload can’t be run.'}
        </p>
      ) : (
        <>
          <QueueBoxes moment={moment} />
          <div className="mt-3 flex items-end gap-2">
            <Button
              look="quiet"
              size="icon"
              aria-label="Change before"
              disabled={at === 0}
              onClick={() => setPosition(at - 1)}
            >
              <ChevronLeft aria-hidden />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label="Next change"
              disabled={at === moments.length - 1}
              onClick={() => setPosition(at + 1)}
            >
              <ChevronRight aria-hidden />
            </Button>
            <Slider
              label="Moment"
              shown={`${moment.at} ms`}
              min={0}
              max={moments.length - 1}
              value={at}
              onChange={setPosition}
            />
          </div>
          <ServiceChart
            bars={bars}
            end={end}
            at={moment.at}
            names={jobs.map(({ name }) => name)}
            onChoose={(time) =>
              setPosition(
                Math.max(
                  0,
                  moments.findLastIndex((each) => each.at <= time),
                ),
              )
            }
          />
        </>
      )}
    </FigureFrame>
  );
}

function deviceQueue({ devices }: QueueMoment, device: number): readonly string[] {
  return devices.find((each) => each.device === device)?.queue ?? [];
}

function QueueBoxes({ moment }: { readonly moment: QueueMoment }) {
  return (
    <dl className="mt-4 grid grid-cols-2 gap-2 text-sm sm:grid-cols-3">
      <QueueBox name="Job queue" of={moment.jobs} />
      <QueueBox name="Ready queue" of={moment.ready} />
      <QueueBox name="Processor" of={moment.running === null ? [] : [moment.running]} />
      <QueueBox name="Device 1" of={deviceQueue(moment, 1)} />
      <QueueBox name="Device 2" of={deviceQueue(moment, 2)} />
      <QueueBox name="Ended" of={moment.ended} />
    </dl>
  );
}

function QueueBox({ name, of }: { readonly name: string; readonly of: readonly string[] }) {
  return (
    <div className="rounded-md border px-2 py-1.5">
      <dt className="eyebrow">{name}</dt>
      <dd className="mt-1 flex min-h-7 flex-wrap gap-1">
        {of.length === 0 && <span className="text-muted">empty</span>}
        {of.map((each) => (
          <span
            key={each}
            className="grid size-7 place-items-center rounded-sm border border-edge bg-sunken font-semibold"
          >
            {each}
          </span>
        ))}
      </dd>
    </div>
  );
}
