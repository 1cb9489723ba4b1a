import { Footprints } from 'lucide-react';
import type { Output } from '@/lib/explorer/result';
import { statusText } from '../figures/process-texts';
import { Button } from '../ui/button';
import { outputTitle } from './found-schedule';

type OutputRowProps = { readonly output: Output; readonly onOpen: () => void };

/** What was printed, how it ended if not well, and the way there. */
export function OutputRow({ output: { stdout, status }, onOpen }: OutputRowProps) {
  const isWell = status?.kind === 'exited' && status.code === 0;
  return (
    <div className="flex items-start gap-2">
      <pre
        tabIndex={0}
        className="max-h-32 min-w-0 flex-1 overflow-auto rounded-md border bg-sunken px-2.5 py-1 text-sm leading-6 [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {stdout === '' ? <span className="text-muted italic">(nothing)</span> : stdout}
        {!isWell && (
          <span className="block font-sans text-muted italic">
            {status === null ? 'and does not end' : `and ends with ${statusText(status)}`}
          </span>
        )}
      </pre>
      <Button size="sm" onClick={onOpen}>
        <Footprints aria-hidden />
        How<span className="sr-only"> it prints {outputTitle(stdout)}</span>
      </Button>
    </div>
  );
}
