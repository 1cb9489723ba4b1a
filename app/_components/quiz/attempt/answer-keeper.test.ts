import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuizAnswers } from '@/lib/grading/quiz/answers';
import { AnswerKeeper } from './answer-keeper';

const stored = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function aKeeper(save: (changed: QuizAnswers) => Promise<{ kind: 'saved' | 'closed' }>) {
  const keeper = new AnswerKeeper({ initial: { a: '1' }, storageKey: 'attempt', save });
  const over = vi.fn();
  return { keeper, leave: keeper.open(over), over };
}

describe('answers', () => {
  it('are sent after a pause, only what changed, and are not kept once they are saved', async () => {
    const save = vi.fn(async () => ({ kind: 'saved' as const }));
    const { keeper } = aKeeper(save);
    keeper.answer('b', 'x');
    keeper.answer('b', 'xy');
    expect(keeper.getState()).toEqual({ answers: { a: '1', b: 'xy' }, status: 'saving' });
    expect(stored.get('attempt')).toBe('{"b":"xy"}');
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([[{ b: 'xy' }]]);
    expect(keeper.getState().status).toBe('saved');
    expect(stored.size).toBe(0);
  });

  it('survive a lost connection, and a reload meanwhile', async () => {
    let isConnected = false;
    const save = vi.fn(async () => {
      if (!isConnected) throw new Error('no connection');
      return { kind: 'saved' as const };
    });
    const { keeper, leave } = aKeeper(save);
    keeper.answer('b', ['x', 'y']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.getState().status).toBe('kept-in-browser');
    leave();
    const again = aKeeper(save).keeper;
    expect(again.getState().answers).toEqual({ a: '1', b: ['x', 'y'] });
    isConnected = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(again.getState().status).toBe('saved');
    expect(save).toHaveBeenLastCalledWith({ b: ['x', 'y'] });
    expect(stored.size).toBe(0);
  });

  it('given while others are on their way are sent next', async () => {
    const sent: QuizAnswers[] = [];
    const { keeper } = aKeeper(async (changed) => {
      sent.push(changed);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return { kind: 'saved' };
    });
    keeper.answer('b', '1');
    await vi.advanceTimersByTimeAsync(1000);
    keeper.answer('b', '2');
    keeper.answer('c', '3');
    await vi.advanceTimersByTimeAsync(6000);
    expect(sent).toEqual([{ b: '1' }, { b: '2', c: '3' }]);
    expect(keeper.getState().status).toBe('saved');
  });

  it('are not taken any more when the attempt is over', async () => {
    const { keeper, over } = aKeeper(async () => ({ kind: 'closed' }));
    keeper.answer('b', '1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.getState().status).toBe('closed');
    expect(over).toHaveBeenCalledOnce();
    keeper.answer('b', '2');
    expect(keeper.getState().answers).toEqual({ a: '1', b: '1' });
    expect(stored.size).toBe(0);
  });
});
