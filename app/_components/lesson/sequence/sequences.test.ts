import { describe, expect, it } from 'vitest';
import { LPC_CHOICES, lpcConnection } from './lpc-connection';
import { CREATION_CHOICES, processCreation } from './process-creation';
import { RMI_CHOICES, rmiCall } from './rmi-call';
import { RPC_CHOICES, rpcFailures } from './rpc-failures';
import type { Sequence } from './sequence';
import { SOCKET_CHOICES, socketCalls } from './socket-calls';
import type { Choice, Chosen } from '../choices';

function everyChoice<Name extends string>(choices: readonly Choice<Name>[]): Chosen<Name>[] {
  return choices.reduce<Record<string, string>[]>(
    (all, { name, options }) =>
      all.flatMap((chosen) => options.map(({ value }) => ({ ...chosen, [name]: value }))),
    [{}],
  ) as Chosen<Name>[];
}

function soundness({ lanes, steps, results }: Sequence): void {
  expect(steps.length).toBeGreaterThan(3);
  expect(results.length).toBeGreaterThan(0);
  for (const { from, to, label, says, look } of steps) {
    expect(lanes[from], label).toBeDefined();
    expect(lanes[to], label).toBeDefined();
    expect(says.length).toBeGreaterThan(0);
    expect(look === 'message' || look === 'lost', label).toBe(from !== to);
  }
}

describe('sequences', () => {
  it('are whole for everything that can be chosen', () => {
    for (const chosen of everyChoice(SOCKET_CHOICES)) soundness(socketCalls(chosen));
    for (const chosen of everyChoice(RPC_CHOICES)) soundness(rpcFailures(chosen));
    for (const chosen of everyChoice(RMI_CHOICES)) soundness(rmiCall(chosen));
    for (const chosen of everyChoice(LPC_CHOICES)) soundness(lpcConnection(chosen));
    for (const chosen of everyChoice(CREATION_CHOICES)) soundness(processCreation(chosen));
  });

  it('have something to do for everybody', () => {
    const all = [
      ...everyChoice(SOCKET_CHOICES).map(socketCalls),
      ...everyChoice(RMI_CHOICES).map(rmiCall),
      ...everyChoice(LPC_CHOICES).map(lpcConnection),
      ...everyChoice(CREATION_CHOICES).map(processCreation),
    ];
    for (const { lanes, steps } of all)
      expect(new Set(steps.flatMap(({ from, to }) => [from, to])).size).toBe(lanes.length);
  });

  it('execute a remote procedure as often as the rule lets them', () => {
    const executed = (lost: string, rule: string) =>
      rpcFailures({ lost, rule }).results.map(([, value]) => value);
    expect(executed('nothing', 'once')).toEqual(['once', '400', 'that it was done']);
    expect(executed('request', 'once')).toEqual(['0 times', '500', 'nothing']);
    expect(executed('answer', 'once')).toEqual(['once', '400', 'nothing']);
    expect(executed('request', 'at-least')).toEqual(['once', '400', 'that it was done']);
    expect(executed('answer', 'at-least')).toEqual(['2 times', '300', 'that it was done']);
    expect(executed('answer', 'at-most')).toEqual(['once', '400', 'nothing']);
    for (const lost of ['nothing', 'request', 'answer'])
      expect(executed(lost, 'exactly')).toEqual(['once', '400', 'that it was done']);
  });

  it('let a client who comes too early be refused', () => {
    const labels = socketCalls({ server: 'alone', first: 'client' }).steps.map(
      ({ label }) => label,
    );
    expect(labels.indexOf('refused')).toBeLessThan(labels.indexOf('`listen`'));
  });
});
