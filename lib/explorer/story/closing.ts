/** What a story comes to: the violation in the names of its execution, and its last sentences. */
import type { SourcePosition } from '../../kernel/events';
import type { Violation } from '../result';
import { lineText, type Scene } from '../scene';
import { endlessDetails, endlessText } from '../words/endless';
import { quoted } from './step-text';
import type { StoryStep } from './story-step';

/** The search has told it with numbers, where names are known only when all who will be there are. */
export function retold(violation: Violation, scene: Scene, steps: readonly StoryStep[]): Violation {
  const { kind, details } = violation;
  switch (kind) {
    case 'livelock':
    case 'busy-wait': {
      const endless = endlessDetails(violation);
      return endless === null
        ? violation
        : { ...violation, message: endlessText(kind, endless, (thread) => scene.nameOf(thread)) };
    }
    case 'zombie': {
      const child = numberIn(details, 'pid');
      const made = steps.find((step) => step.kind === 'created' && step.other === child);
      return {
        ...violation,
        message: `Nobody waits for ${scene.nameOf(child)}: it has ended, and stays a zombie.`,
        location: made?.at ?? null,
      };
    }
    case 'abnormal-end':
      return {
        ...violation,
        message: violation.message.replace(
          /^Process \d+ \([^)]*\)/,
          capitalized(scene.nameOf(numberIn(details, 'pid'))),
        ),
      };
    case 'leftover': {
      const made = steps.findLast((step) => step.kind === 'call');
      return { ...violation, message: leftoverText(details), location: made?.at ?? null };
    }
    case 'output':
      return { ...violation, message: outputText(details) ?? violation.message };
    default:
      return violation;
  }
}

function numberIn(details: unknown, name: string): number {
  if (typeof details !== 'object' || details === null) return 0;
  const found: unknown = Object.entries(details).find(([key]) => key === name)?.[1];
  return typeof found === 'number' ? found : 0;
}

function textIn(details: unknown, name: string): string | null {
  if (typeof details !== 'object' || details === null) return null;
  const found: unknown = Object.entries(details).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : null;
}

function outputText(details: unknown): string | null {
  const stdout = textIn(details, 'stdout');
  if (stdout === null) return null;
  return stdout === '' ? 'So nothing is printed.' : `So the output is ${quoted(stdout)}.`;
}

const REMOVERS: Readonly<Record<string, string>> = {
  shmid: '`shmctl` with IPC_RMID',
  semid: '`semctl` with IPC_RMID',
  msqid: '`msgctl` with IPC_RMID',
};

const UNLINKERS: Readonly<Record<string, string>> = {
  'shared-memory': '`shm_unlink`',
  semaphore: '`sem_unlink`',
  'message-queue': '`mq_unlink`',
};

const THINGS: Readonly<Record<string, string>> = {
  'shared-memory': 'The shared memory',
  semaphore: 'The semaphore',
  'message-queue': 'The message queue',
};

function leftoverText(details: unknown): string {
  const kind = textIn(details, 'kind') ?? '';
  const name = textIn(details, 'name') ?? '';
  const remover = REMOVERS[name.split(' ')[0] ?? ''] ?? UNLINKERS[kind] ?? 'nobody';
  return `${THINGS[kind] ?? 'Something'} (${name}) is still there when all have ended: nobody removes it (${remover}).`;
}

/** The last sentences of a story. */
export function closing(violation: Violation, steps: readonly StoryStep[]): readonly string[] {
  const { kind, message, details, location } = violation;
  switch (kind) {
    case 'deadlock': {
      const told = sentencesIn(details);
      return told.length === 0
        ? [message]
        : [
            ...told.map((each) => `${capitalized(each)}.`),
            'Nobody can go on any more: a deadlock.',
          ];
    }
    case 'memory-error':
    case 'assertion': {
      const step = steps.findLast((each) => each.kind === 'finding');
      return [told(step?.who ?? null, location, message)];
    }
    case 'unreached':
      return [...sentencesIn(details).map((each) => `${capitalized(each)}.`), message];
    default:
      return [message];
  }
}

function told(who: string | null, at: SourcePosition | null, message: string): string {
  return who === null ? message : `${capitalized(who)}${lineText(at)}: ${message}`;
}

function sentencesIn(details: unknown): readonly string[] {
  if (typeof details !== 'object' || details === null || !('sentences' in details)) return [];
  const { sentences } = details;
  return Array.isArray(sentences)
    ? sentences.filter((each): each is string => typeof each === 'string')
    : [];
}

/** Names in C's spelling keep it. */
export function capitalized(text: string): string {
  return text.startsWith('`') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
