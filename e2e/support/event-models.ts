// What the views that are made from a run's events have to show, computed in Node from the same run.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { bootMachine } from '@/lib/grading/run';
import { callLog, lastRowAt, rowTexts } from '@/lib/trace/call-log/call-log';
import { ganttChart } from '@/lib/trace/gantt/gantt-chart';
import { lanesOf, lastRowAt as lastMessageAt } from '@/lib/trace/messages/lanes';
import { MESSAGE_KINDS } from '@/lib/trace/messages/endpoint';
import { messagesOf } from '@/lib/trace/messages/messages';
import { ProcessHistory } from '@/lib/trace/process-history/process-history';
import { waitsFor } from '@/lib/trace/process-history/waits-for';
import { QueueHistory } from '@/lib/trace/queues';
import { Recording } from '@/lib/trace/recording/recording';

export type EventModels = {
  /** A line of the log for each call: its step, and what is shown when all is over. */
  readonly calls: readonly { readonly step: number; readonly text: string }[];
  readonly messages: readonly { readonly step: number; readonly process: number }[];
  readonly threads: readonly number[];
  readonly processors: number;
  readonly switches: readonly number[];
  readonly at: (step: number) => MomentModel;
};

export type MomentModel = {
  readonly processes: readonly { readonly pid: number; readonly state: string }[];
  /** "100 101": who waits for whom. */
  readonly waits: readonly string[];
  readonly ready: readonly number[];
  /** Virtual time. */
  readonly nowNs: number;
  /** Rows that have happened, less one. */
  readonly call: number;
  readonly callText: string;
  readonly message: number;
};

/** As the playground's Step runs a program. */
export function eventModels(fileName: string, source: string): EventModels {
  const { image, diagnostics } = compile([userFile(fileName, source)]);
  if (image === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const schedule = { scheduler: 'rr', quantum: 1000 } as const;
  const machine = bootMachine(image, { args: [], schedule, terminal: true, trace: 'full' });
  const recording = new Recording(machine, [{ step: 0, bytes: null }]);
  while (recording.record(1_000_000) === 'recording');
  const { events } = recording;
  const log = callLog(events);
  const history = new ProcessHistory(events);
  const chart = ganttChart(events);
  const queues = new QueueHistory(events);
  const lanes = lanesOf(messagesOf(events), new Set(MESSAGE_KINDS));
  return {
    calls: log.map((row) => {
      const { what, result } = rowTexts(row, Infinity);
      return { step: row.step, text: result === '' ? what : `${what} = ${result}` };
    }),
    messages: lanes.rows.map(({ step, process }) => ({ step, process })),
    threads: chart.threads.map(({ id }) => id),
    processors: chart.processors.length,
    switches: [...chart.switches],
    at(step) {
      const processes = history.at(history.momentAt(step));
      const call = lastRowAt(log, step);
      const row = log[call];
      const texts = row === undefined ? null : rowTexts(row, step);
      return {
        processes: processes.map(({ pid, state }) => ({ pid, state })),
        waits: waitsFor(processes).map(({ from, to }) => `${from} ${to}`),
        ready: queues.after(chart.moments.eventsAt(step)).ready,
        nowNs: Math.round(chart.moments.timeAt(step)),
        call,
        callText:
          texts === null
            ? ''
            : texts.result === ''
              ? texts.what
              : `${texts.what} = ${texts.result}`,
        message: lastMessageAt(lanes, step),
      };
    },
  };
}
