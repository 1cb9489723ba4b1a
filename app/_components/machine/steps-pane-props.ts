import type { SourcePosition } from '@/lib/kernel/events';
import type { SourceLine } from '@/lib/trace/recording/stepping';
import type { RecordingControls, RecordingView } from './use-recording';

/** The source that stands beside the steps. */
export type SourceSide = {
  readonly onLine: (at: SourcePosition) => void;
  readonly breakpoints?: readonly SourceLine[];
  /** The line of the editor's cursor; null: it is nowhere. */
  readonly cursor?: () => SourceLine | null;
};

/** The pane can take more room than it usually has. */
export type Room = { readonly isWide: boolean; readonly onWide: (isWide: boolean) => void };

export type StepsPaneProps = SourceSide & {
  readonly controls: RecordingControls;
  readonly room?: Room;
  /** Makes an address that leads to the present moment. */
  readonly linkTo?: (view: RecordingView) => Promise<string>;
};
