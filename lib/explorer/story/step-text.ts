/** Steps of a story in words. */
import { assertNever } from '../../abi/assert-never';
import type { SystemCallName } from '../../abi/system-calls';
import type { Action } from '../occurrence';
import type { Scene } from '../scene';
import type { StoryKind } from './story-step';

export function kindOf(action: Action): StoryKind {
  switch (action.kind) {
    case 'access':
      return action.use === 'read' ? 'read' : 'write';
    case 'lock':
    case 'take':
    case 'pass':
      return 'lock';
    case 'unlock':
    case 'give':
    case 'arrive':
      return 'unlock';
    case 'wait':
      return 'wait';
    case 'notify':
    case 'notified':
      return 'notify';
    case 'send':
    case 'receive':
      return 'message';
    case 'create':
      return 'created';
    case 'join':
      return 'joined';
    case 'end':
      return 'ended';
    case 'signal':
    case 'timeout':
      return 'signal';
    case 'output':
    case 'finding':
    case 'call':
      return action.kind;
    default:
      return assertNever(action);
  }
}

/** What is done, after who: "reads `count` (3)". */
export function textOf(action: Action, object: string, value: string | null, scene: Scene): string {
  switch (action.kind) {
    case 'access':
      if (action.use === 'read') return `reads ${object}${value === null ? '' : ` (${value})`}`;
      if (action.use === 'update') return `changes ${object} to ${value ?? '?'} in one step`;
      return `writes ${value ?? 'something'} to ${object}`;
    case 'lock':
      return action.mode === 'shared' ? `locks ${object} to read` : `locks ${object}`;
    case 'unlock':
      return `unlocks ${object}`;
    case 'take':
      return action.amount === 0
        ? `finds ${object} at 0`
        : `takes ${units(action.amount)} from ${object}${leftText(value)}`;
    case 'give':
      return `gives ${units(action.amount)} to ${object}${leftText(value)}`;
    case 'wait':
      return action.object === null ? 'waits' : `waits for ${object}`;
    case 'notify':
      if (action.object.kind === 'signal')
        return `sends ${action.signal ?? 'a signal'} to ${scene.nameOf(Number(action.object.key))}`;
      return `signals ${object}${action.woken === 0 ? ', but nobody waits for it' : ''}`;
    case 'notified':
      return action.object.kind === 'signal' ? 'gets a signal' : `is woken at ${object}`;
    case 'arrive':
      return `comes to ${object}`;
    case 'pass':
      return `passes ${object}`;
    case 'send':
      return action.object.kind === 'queue'
        ? `sends a message${typeText(action.type)} to ${object}`
        : `writes ${bytesText(action.bytes)} to ${object}`;
    case 'receive':
      return action.object.kind === 'queue'
        ? `takes a message${typeText(action.type)} from ${object}`
        : action.bytes === 0
          ? `finds the end of ${object}`
          : `reads ${bytesText(action.bytes)} from ${object}`;
    case 'create':
      return `creates ${scene.nameOf(action.child)}`;
    case 'join':
      return `returns from waiting for ${scene.nameOf(action.child)}`;
    case 'end':
      return action.ended === action.thread ? 'ends' : `ends with ${scene.nameOf(action.ended)}`;
    case 'signal':
      return action.handled ? `handles ${action.name}` : `gets ${action.name}`;
    case 'timeout':
      return 'has waited as long as it wanted to';
    case 'output':
      return `prints ${quoted(action.text)}`;
    case 'finding':
      return `makes an error: ${action.finding.message.replace(/\.$/, '')}`;
    case 'call':
      return MAKES[action.name] ?? `calls ${action.name}`;
    default:
      return assertNever(action);
  }
}

/** Calls that make what may be left behind. */
export const MAKES: Partial<Record<SystemCallName, string>> = {
  shmget: 'gets a shared memory segment (`shmget`)',
  semget: 'gets a set of semaphores (`semget`)',
  msgget: 'gets a message queue (`msgget`)',
};

/** Without the newline at its end. */
export function quoted(text: string): string {
  return JSON.stringify(text.replace(/\n$/, '')).replaceAll('\\n', ' ⏎ ');
}

function leftText(value: string | null): string {
  return value === null ? '' : ` (now ${value})`;
}

function typeText(type: number | undefined): string {
  return type === undefined || type === 0 ? '' : ` of type ${type}`;
}

function units(count: number): string {
  return count === 1 ? 'a unit' : `${count} units`;
}

function bytesText(count: number): string {
  return count === 1 ? 'a byte' : `${count} bytes`;
}
