import type { RunSummary } from '@/app/_workers/protocol';
import { reasonText, statusText } from '../figures/process-texts';
import type { Tone } from '../ui/callout';

export type RunNote = { readonly tone: Tone; readonly text: string; readonly line: number | null };

/** How a run ended and what was noticed, in sentences, the most important first. */
export function runNotes({
  outcome,
  status,
  findings,
  processes,
  leftovers,
}: RunSummary): readonly RunNote[] {
  const notes: RunNote[] = [];
  switch (outcome.kind) {
    case 'budget':
      notes.push({ tone: 'bad', text: outcome.message, line: null });
      break;
    case 'deadlock': {
      const who = outcome.waiting.map(
        ({ pid, process, reason }) =>
          `${pid === process ? 'process' : 'thread'} ${pid} waits ${reasonText(reason)}`,
      );
      notes.push({
        tone: 'bad',
        text: `Deadlock: nobody can ever go on, since ${who.join(' and ')}.`,
        line: null,
      });
      break;
    }
    case 'finished':
      if (status?.kind === 'signaled') {
        notes.push({
          tone: 'bad',
          text: `The program was ended by ${statusText(status)}.`,
          line: null,
        });
      }
  }
  for (const { message, at, fatal, pid } of findings) {
    notes.push({
      tone: fatal ? 'bad' : 'warn',
      text: `Process ${pid}: ${message}`,
      line: at?.line ?? null,
    });
  }
  const zombies = processes.filter(({ leftZombie }) => leftZombie).map(({ pid }) => String(pid));
  if (zombies.length > 0) {
    notes.push({
      tone: 'warn',
      text: `Left as ${zombies.length === 1 ? 'a zombie' : 'zombies'}: ${zombies.join(', ')}. No parent called wait for ${zombies.length === 1 ? 'it' : 'them'}.`,
      line: null,
    });
  }
  if (leftovers.length > 0) {
    const names = leftovers.map(({ kind, name }) => `${kind.replace('-', ' ')} ${name}`);
    notes.push({
      tone: 'warn',
      text: `Still there after the end: ${names.join(', ')}.`,
      line: null,
    });
  }
  return notes;
}

export function endText({ status, instructions, processes }: RunSummary): string {
  const count = `${processes.length} ${processes.length === 1 ? 'process' : 'processes'}`;
  const steps = `${instructions.toLocaleString('en')} instructions`;
  const how =
    status === null
      ? 'ended'
      : status.kind === 'exited'
        ? `exit status ${status.code}`
        : status.signal;
  return `${how}, ${count}, ${steps}`;
}
