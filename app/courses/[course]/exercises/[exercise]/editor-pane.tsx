'use client';

import { AlignLeft, Code, RotateCcw, TextCursorInput } from 'lucide-react';
import type { Ref } from 'react';
import type {
  EditorBreakpoints,
  EditorHandle,
  MarkedLine,
} from '@/app/_components/editor/editor-handle';
import { ProblemList } from '@/app/_components/editor/problem-list';
import { SourceEditor } from '@/app/_components/editor/source-editor';
import type { DraftControls } from '@/app/_components/editor/use-draft';
import { useEditorChoice } from '@/app/_components/editor/use-editor-choice';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Tooltip } from '@/app/_components/ui/tooltip';
import type { Diagnostic } from '@/lib/compiler/diagnostics';

type EditorPaneProps = {
  readonly draft: DraftControls;
  readonly diagnostics: readonly Diagnostic[];
  readonly starter: string;
  readonly markedLine: MarkedLine;
  readonly breakpoints: EditorBreakpoints;
  readonly ref: Ref<EditorHandle> & { readonly current?: EditorHandle | null };
};

export function EditorPane(props: EditorPaneProps) {
  const { draft, diagnostics, starter, markedLine, breakpoints, ref } = props;
  const [choice, choose] = useEditorChoice();
  const other = choice === 'plain' ? 'full' : 'plain';
  const otherName = other === 'plain' ? 'Plain text editor' : 'Full editor';
  const OtherIcon = other === 'plain' ? TextCursorInput : Code;

  return (
    <section aria-label="Your program" className="flex min-h-0 min-w-0 flex-col max-lg:border-t">
      <div className="flex h-10 shrink-0 items-center gap-1 border-b bg-surface px-2 pl-3 text-sm">
        <h2 className="mr-auto text-sm font-medium text-muted">Your program</h2>
        <Tooltip hint="Put the program into form (Shift Alt F)">
          <Button
            look="quiet"
            size="icon"
            aria-label="Put the program into form"
            onClick={() => ref.current?.format()}
          >
            <AlignLeft aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip hint={otherName}>
          <Button look="quiet" size="icon" aria-label={otherName} onClick={() => choose(other)}>
            <OtherIcon aria-hidden />
          </Button>
        </Tooltip>
        <Tooltip hint="Back to the given program (undo brings yours back)">
          <Button
            look="quiet"
            size="icon"
            aria-label="Back to the given program"
            disabled={draft.source === starter}
            onClick={() => draft.type(starter)}
          >
            <RotateCcw aria-hidden />
          </Button>
        </Tooltip>
      </div>
      {draft.status === 'conflict' && (
        <Callout
          tone="warn"
          role="alert"
          title="This program was also changed in another tab or on another device"
          className="m-2"
        >
          <p className="text-sm">Below is what you have here. Which one shall be kept?</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => draft.resolve('mine')}>
              Keep this one
            </Button>
            <Button size="sm" onClick={() => draft.resolve('other')}>
              Take the other one
            </Button>
          </div>
        </Callout>
      )}
      <div className="min-h-0 flex-1 max-lg:h-[60dvh] max-lg:flex-none">
        <SourceEditor
          ref={ref}
          choice={choice}
          value={draft.source}
          onChange={draft.type}
          diagnostics={diagnostics}
          markedLine={markedLine}
          breakpoints={breakpoints}
          label="Your program, C source"
        />
      </div>
      <ProblemList
        diagnostics={diagnostics}
        onLine={(line) => ref.current?.showLine(line)}
        onMend={(diagnostic) => ref.current?.mend(diagnostic)}
      />
    </section>
  );
}
