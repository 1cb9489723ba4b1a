import { type RecordingWorker, startRecordingWorker } from '@/app/_workers/machine-worker';
import type {
  Asked,
  Moment,
  OpenedRecording,
  RecordedProgram,
  RecordingAnswer,
} from '@/app/_workers/recording-protocol';
import type { TraceEvent } from '@/lib/kernel/events';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { Target } from '@/lib/trace/recording/stepping';

/** A recorded run as it is at hand in the page. */
export type OpenedRun = OpenedRecording & {
  /** Of the whole run. */
  readonly events: readonly TraceEvent[];
};

export type SessionNews =
  | Extract<RecordingAnswer, { readonly kind: 'not-compiled' | 'recording' | 'broken' }>
  | { readonly kind: 'opened'; readonly run: OpenedRun }
  /** `isLast`: nothing else was asked for in the meantime. */
  | { readonly kind: 'moment'; readonly moment: Moment; readonly isLast: boolean }
  | { readonly kind: 'searching'; readonly isSearching: boolean }
  /** There is no such moment in this direction. */
  | { readonly kind: 'nothing'; readonly target: Target; readonly direction: Direction };

type Question =
  | { readonly kind: 'go'; readonly step: number }
  | { readonly kind: 'find'; readonly target: Target; readonly direction: Direction };

/** Steps that are asked for faster than they are taken wait for their turn, not for ever. */
const QUEUED_MAX = 8;

/**
 * One recorded run in a worker of its own. One question is on its way at a time: of moments that are asked
 * for meanwhile only the last one counts, steps are taken one after the other.
 */
export class RecordingSession {
  private readonly worker: RecordingWorker;
  private readonly events: TraceEvent[] = [];
  private lastId = 0;
  private present: Question | null = null;
  private queue: Question[] = [];
  private position = 0;

  constructor(
    program: RecordedProgram,
    asked: Asked,
    private readonly tell: (news: SessionNews) => void,
  ) {
    this.worker = startRecordingWorker(
      (answer) => this.hear(answer),
      (message) => tell({ kind: 'broken', message }),
    );
    this.worker.send({ kind: 'show', asked });
    this.worker.send({ kind: 'open', program });
  }

  go(step: number): void {
    this.queue = [{ kind: 'go', step }];
    // A search that is given up answers nothing more.
    if (this.present?.kind !== 'go') this.next();
  }

  find(target: Target, direction: Direction): void {
    if (this.queue.length < QUEUED_MAX) this.queue.push({ kind: 'find', target, direction });
    if (this.present === null) this.next();
  }

  /** What moments tell from now on; the present one is told anew. */
  show(asked: Asked): void {
    this.worker.send({ kind: 'show', asked });
    if (this.present === null && this.queue.length === 0 && this.position > 0)
      this.go(this.position);
  }

  cancel(): void {
    this.queue = [];
    this.worker.send({ kind: 'cancel' });
  }

  end(): void {
    this.worker.terminate();
  }

  private next(): void {
    const question = this.queue.shift() ?? null;
    const wasSearching = this.present?.kind === 'find';
    this.present = question;
    const isSearching = question?.kind === 'find';
    if (isSearching !== wasSearching) this.tell({ kind: 'searching', isSearching });
    if (question === null) return;
    const id = ++this.lastId;
    if (question.kind === 'go') this.worker.send({ ...question, id });
    else this.worker.send({ ...question, id, from: this.position });
  }

  private hear(answer: RecordingAnswer): void {
    switch (answer.kind) {
      case 'not-compiled':
      case 'recording':
      case 'broken':
        return this.tell(answer);
      case 'events':
        for (const event of answer.events) this.events.push(event);
        return;
      case 'opened': {
        const { recording } = answer;
        this.position = recording.start;
        return this.tell({ kind: 'opened', run: { ...recording, events: this.events } });
      }
      case 'moment':
        if (answer.id !== this.lastId) return;
        this.position = answer.moment.view.step;
        this.tell({ kind: 'moment', moment: answer.moment, isLast: this.queue.length === 0 });
        return this.next();
      case 'nothing': {
        if (answer.id !== this.lastId) return;
        const { present } = this;
        this.queue = this.queue.filter(({ kind }) => kind === 'go');
        if (present?.kind === 'find') this.tell({ ...present, kind: 'nothing' });
        return this.next();
      }
    }
  }
}
