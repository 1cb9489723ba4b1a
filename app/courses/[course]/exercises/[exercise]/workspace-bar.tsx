'use client';

import {
  ChevronLeft,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Play,
  Send,
  Square,
  Waypoints,
} from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import type { DraftState } from '@/app/_components/editor/draft-keeper';
import type { ExplorationControls } from '@/app/_components/explore/use-exploration';
import { isActive } from '@/app/_components/terminal/program-run';
import type { RunControls } from '@/app/_components/terminal/use-program-run';
import { ActionBar } from '@/app/_components/ui/action-bar';
import { Button } from '@/app/_components/ui/button';
import { Tooltip } from '@/app/_components/ui/tooltip';

type WorkspaceBarProps = {
  readonly course: { readonly slug: string; readonly title: string };
  readonly title: string;
  readonly draft: DraftState;
  readonly controls: RunControls;
  readonly exploration: ExplorationControls;
  readonly isSubmitting: boolean;
  readonly onRun: () => void;
  readonly onExplore: () => void;
  readonly onSubmit: () => void;
};

/**
 * Where one is, and the three things that one does here: always in the same places, on phones under the
 * thumb.
 */
export function WorkspaceBar(props: WorkspaceBarProps) {
  const { course, title, draft, controls, exploration, isSubmitting } = props;
  return (
    <div className="sticky top-0 z-30 flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-2 sm:px-4 lg:static">
      <NavLink
        href={`/courses/${course.slug}`}
        aria-label={`Back to ${course.title}`}
        className="rounded-md p-1.5 text-muted hover:bg-hover hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-5" />
      </NavLink>
      <h1 className="min-w-0 truncate text-lg">{title}</h1>
      <DraftStatus status={draft.status} />
      <ActionBar>
        {isActive(controls.run) ? (
          <Button size="sm" look="danger" className="w-24" onClick={controls.stop}>
            <Square aria-hidden />
            Stop
          </Button>
        ) : (
          <Tooltip hint="Run in the browser (Ctrl Enter)">
            <Button
              size="sm"
              className="w-24"
              // The machine is large: it comes when somebody is about to need it.
              onPointerEnter={controls.prepare}
              onFocus={controls.prepare}
              onClick={props.onRun}
            >
              <Play aria-hidden />
              Run
            </Button>
          </Tooltip>
        )}
        {exploration.exploration.phase === 'exploring' ? (
          <Button size="sm" look="danger" className="w-24" onClick={exploration.stop}>
            <Square aria-hidden />
            Cancel
          </Button>
        ) : (
          <Tooltip hint="Try every order of steps (Ctrl Alt Enter)">
            <Button size="sm" className="w-24" onClick={props.onExplore}>
              <Waypoints aria-hidden />
              Explore
            </Button>
          </Tooltip>
        )}
        <Tooltip hint="Hand in for grading (Ctrl Shift Enter)">
          <Button
            size="sm"
            look="primary"
            className="w-24"
            disabled={isSubmitting}
            onClick={props.onSubmit}
          >
            <Send aria-hidden />
            Submit
          </Button>
        </Tooltip>
      </ActionBar>
    </div>
  );
}

const DRAFT_LOOKS = {
  saved: { Icon: CloudCheck, text: 'Draft saved' },
  unsaved: { Icon: CloudUpload, text: 'Saving draft…' },
  saving: { Icon: CloudUpload, text: 'Saving draft…' },
  'kept-in-browser': { Icon: CloudOff, text: 'No connection; draft kept in this browser' },
  refused: { Icon: CloudOff, text: 'Too large to save; kept in this browser' },
  conflict: { Icon: CloudOff, text: 'Changed elsewhere too' },
} as const satisfies Record<DraftState['status'], unknown>;

function DraftStatus({ status }: { readonly status: DraftState['status'] }) {
  const { Icon, text } = DRAFT_LOOKS[status];
  return (
    <span className="ml-2 flex min-w-0 items-center gap-1.5 text-sm text-muted" data-draft={status}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="truncate max-sm:sr-only">{text}</span>
    </span>
  );
}
