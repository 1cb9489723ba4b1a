import type { Choice, Chosen } from '../choices';
import { does, loses, type Sequence, type SequenceStep, sends, waits } from './sequence';

export const RPC_CHOICES = [
  {
    name: 'lost',
    label: 'What gets lost',
    options: [
      { value: 'nothing', text: 'nothing' },
      { value: 'request', text: 'the request' },
      { value: 'answer', text: 'the answer' },
    ],
  },
  {
    name: 'rule',
    label: 'The rule',
    options: [
      { value: 'once', text: 'send once' },
      { value: 'at-least', text: 'repeat' },
      { value: 'at-most', text: 'number, never repeat' },
      { value: 'exactly', text: 'number and repeat' },
    ],
  },
] as const satisfies readonly Choice<string>[];

const CLIENT = 0;
const CLIENT_STUB = 1;
const SERVER_STUB = 2;
const PROCEDURE = 3;

const BALANCE = 500;
const AMOUNT = 100;

/**
 * `take(100)` from an account of 500, where a message may get lost. What the client comes to know and
 * what the account holds follows from who repeats what, and who remembers.
 */
export function rpcFailures({ lost, rule }: Chosen<'lost' | 'rule'>): Sequence {
  const repeats = rule === 'at-least' || rule === 'exactly';
  const numbers = rule === 'at-most' || rule === 'exactly';
  const request = numbers ? '1: `take(100)`' : '`take(100)`';
  const steps: SequenceStep[] = [
    does(CLIENT, '`take(100)`', 'The client calls. For it this is a function like any other.'),
    does(
      CLIENT_STUB,
      'marshal',
      numbers
        ? 'The stub packs the parameter into a message, and gives it a number.'
        : 'The stub packs the parameter into a message.',
    ),
  ];
  let balance = BALANCE;
  let executions = 0;
  let isKnown = false;
  // The first message of its kind is lost; there are at most two tries.
  for (const attempt of repeats ? [1, 2] : [1]) {
    if (isKnown) break;
    if (attempt === 2)
      steps.push(
        waits(CLIENT_STUB, 'time is up', 'No answer. The stub cannot know which message was lost.'),
      );
    const isFirst = attempt === 1;
    if (lost === 'request' && isFirst) {
      steps.push(loses(CLIENT_STUB, SERVER_STUB, request, 'The request never arrives.'));
      continue;
    }
    steps.push(
      sends(
        CLIENT_STUB,
        SERVER_STUB,
        request,
        isFirst ? 'The request arrives.' : 'The same request, once more.',
      ),
    );
    if (numbers && executions > 0) {
      steps.push(
        does(
          SERVER_STUB,
          'seen before',
          'The server’s stub remembers number 1. It does not call again, and sends the old answer.',
        ),
      );
    } else {
      executions++;
      balance -= AMOUNT;
      steps.push(
        sends(SERVER_STUB, PROCEDURE, 'call', 'Unpacked, and the real procedure is called.'),
        does(PROCEDURE, `balance ${balance}`, `It is executed: the account now holds ${balance}.`),
        sends(PROCEDURE, SERVER_STUB, 'return', 'And returns.'),
      );
    }
    if (lost === 'answer' && isFirst) {
      steps.push(loses(SERVER_STUB, CLIENT_STUB, 'done', 'The answer never arrives.'));
      continue;
    }
    steps.push(sends(SERVER_STUB, CLIENT_STUB, 'done', 'The answer arrives.'));
    isKnown = true;
  }
  steps.push(
    isKnown
      ? does(CLIENT, 'returns', 'The call returns, as if nothing had been.')
      : does(CLIENT, 'fails', 'The call fails. Was it executed? The client does not know.'),
  );
  return {
    lanes: ['Client', 'Its stub', 'Server’s stub', 'Procedure'],
    steps,
    results: [
      ['Executed', executions === 1 ? 'once' : `${executions} times`],
      ['Account', String(balance)],
      ['The client knows', isKnown ? 'that it was done' : 'nothing'],
    ],
  };
}
