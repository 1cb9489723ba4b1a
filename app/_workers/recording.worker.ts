/// <reference lib="webworker" />
// A recorded run, and the way to each of its moments. It works in slices, so that a cancel gets through.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import type { ProgramImage } from '@/lib/abi/image';
import { explainedBy } from '@/lib/explorer/properties/by-name';
import { type Story, tellStory } from '@/lib/explorer/story/story';
import { storyTimeline } from '@/lib/explorer/story/story-timeline';
import { replayedMachine } from '@/lib/grading/replayed-machine';
import { type CodeLines, codeLinesOf } from '@/lib/kernel/inspection/code-lines';
import { defaultSchedule } from '@/lib/grading/default-schedule';
import { bootMachine, exploredMachine, exploredProgram } from '@/lib/grading/run';
import type { Machine } from '@/lib/kernel/machine';
import { type RecordedInput, Recording } from '@/lib/trace/recording/recording';
import { findMoment, type Search } from '@/lib/trace/recording/stepping';
import { runTimeline } from '@/lib/trace/timeline/run-timeline';
import type {
  Asked,
  RecordedProgram,
  RecordingAnswer,
  RecordingRequest,
} from './recording-protocol';

const SLICE_STEPS = 1_000_000;
const SLICE_MS = 30;
/** The page stays responsive while it reads them. */
const EVENTS_AT_ONCE = 2_000;

let recording: Recording | null = null;
let story: Story | null = null;
let asked: Asked = { parts: [], memoryOf: [], watches: [], thread: null };
let codeLines: readonly CodeLines[] = [];
/** Counts what was begun; a slice of anything older stops. */
let work = 0;

self.onmessage = ({ data }: MessageEvent<RecordingRequest>) => {
  guarded(() => handle(data));
};

function handle(request: RecordingRequest): void {
  if (request.kind === 'show') {
    ({ asked } = request);
    return;
  }
  work++;
  switch (request.kind) {
    case 'open':
      return open(request.program);
    case 'go':
      if (recording === null) return;
      recording.goTo(request.step);
      return answerMoment(recording, request.id);
    case 'find': {
      const opened = recording;
      if (opened === null) return;
      opened.goTo(request.from);
      const search = findMoment(opened, request.target, request.direction);
      return look(opened, search, request.id, work);
    }
    case 'cancel':
      if (recording?.state !== 'recording') return;
      recording.stop();
      return answerOpened(recording);
  }
}

function open(given: RecordedProgram): void {
  const program = { ...given, schedule: scheduleOf(given) };
  const { fileName, source, more = [], headers = [] } = program;
  const files = [{ name: fileName, text: source }, ...more];
  const { diagnostics, image } = compile(
    files.map(({ name, text }) => userFile(name, text)),
    { headers: headers.map(({ name, text }) => userFile(name, text)) },
  );
  if (image === null) return answer({ kind: 'not-compiled', diagnostics });
  const machine = machineOf(image, program);
  if (typeof machine === 'string') return answer({ kind: 'broken', message: machine });
  recording = new Recording(machine, inputsOf(program));
  story = storyOf(image, program);
  codeLines = codeLinesOf(image);
  record(recording, work);
}

/** A recorded one as its text, however it is given. */
function scheduleOf({ schedule }: RecordedProgram): RecordedProgram['schedule'] {
  return typeof schedule === 'object' && schedule?.scheduler === 'recorded'
    ? schedule.choices
    : schedule;
}

/** Or why there is none. */
function machineOf(image: ProgramImage, program: RecordedProgram): Machine | string {
  const { args, schedule, terminal, processors = 1 } = program;
  if (typeof schedule !== 'string')
    return bootMachine(image, {
      args,
      schedule: schedule ?? defaultSchedule,
      terminal,
      processors,
      trace: 'full',
    });
  const replayed = replayedMachine(image, args, schedule);
  return replayed.kind === 'machine' ? replayed.machine : replayed.message;
}

/** Of a schedule that an exploration has found. */
function storyOf(image: ProgramImage, program: RecordedProgram): Story | null {
  const { args, input, schedule, violation } = program;
  if (typeof schedule !== 'string' || typeof input !== 'string') return null;
  const told = tellStory({
    program: exploredProgram(image, args, new TextEncoder().encode(input)),
    machine: exploredMachine(),
    schedule,
    violation,
    // Of a verdict only the schedule is known; what findings and output don't show is a deadlock.
    properties: explainedBy(violation?.kind ?? 'deadlock'),
  });
  return told.kind === 'story' ? told.story : null;
}

function inputsOf({ input }: RecordedProgram): readonly RecordedInput[] {
  const encoder = new TextEncoder();
  if (typeof input !== 'string')
    return input.map(({ step, text }) => ({
      step,
      bytes: text === null ? null : encoder.encode(text),
    }));
  const end: RecordedInput = { step: 0, bytes: null };
  return input === '' ? [end] : [{ step: 0, bytes: encoder.encode(input) }, end];
}

function record(opened: Recording, mine: number): void {
  if (mine !== work) return;
  if (opened.record(SLICE_STEPS) !== 'recording') return answerOpened(opened);
  answer({ kind: 'recording', steps: opened.end });
  setTimeout(() => guarded(() => record(opened, mine)));
}

function look(opened: Recording, search: Search, id: number, mine: number): void {
  if (mine !== work) return answer({ kind: 'nothing', id });
  const until = performance.now() + SLICE_MS;
  do {
    const { done, value } = search.next();
    if (done !== true) continue;
    if (value === null) return answer({ kind: 'nothing', id });
    opened.goTo(value);
    return answerMoment(opened, id);
  } while (performance.now() < until);
  setTimeout(() => guarded(() => look(opened, search, id, mine)));
}

function answerOpened(opened: Recording): void {
  const { start, end, state, mismatch, events } = opened;
  const run = runTimeline(events);
  const timeline = story === null ? run : storyTimeline(run, story);
  // What goes wrong is explained by few steps; an output needs no explanation.
  const sentences = story === null || story.violation === null ? [] : story.sentences;
  for (let k = 0; k < events.length; k += EVENTS_AT_ONCE)
    answer({ kind: 'events', events: events.slice(k, k + EVENTS_AT_ONCE) });
  answer({
    kind: 'opened',
    recording: { codeLines, timeline, start, end, state, mismatch, story: sentences },
  });
}

function answerMoment(opened: Recording, id: number): void {
  const moment = {
    view: opened.view(),
    inspections: opened.inspect(asked.parts, asked.memoryOf),
    watches: opened.watch(asked.thread ?? opened.running, asked.watches),
    at: opened.standing()?.at ?? null,
  };
  answer({ kind: 'moment', id, moment });
}

function guarded(action: () => void): void {
  try {
    action();
  } catch (error) {
    console.error(error);
    answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}

function answer(message: RecordingAnswer): void {
  self.postMessage(message);
}
