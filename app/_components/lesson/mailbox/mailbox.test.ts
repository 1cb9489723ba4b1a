import { describe, expect, it } from 'vitest';
import { emptyMailbox, isWaiting, type Mailbox, receive, send, timePasses } from './mailbox';

const texts = ({ received }: Mailbox) => received.map(({ by, message }) => `${by} ${message.text}`);

describe('a mailbox', () => {
  it('of capacity zero passes messages from hand to hand', () => {
    let box = send(emptyMailbox(0), 'P', 'a', 'for-room');
    expect(isWaiting(box, 'P')).toBe(true);
    expect(box.queue).toEqual([]);
    box = receive(box, 'Q', 'wait');
    expect(texts(box)).toEqual(['Q a']);
    expect(isWaiting(box, 'P')).toBe(false);
    box = send(receive(box, 'Q', 'wait'), 'P', 'b', 'for-room');
    expect(texts(box)).toEqual(['Q a', 'Q b']);
    expect(isWaiting(box, 'Q')).toBe(false);
  });

  it('of bounded capacity lets a sender wait for room, in order', () => {
    let box = emptyMailbox(2);
    for (const text of ['a', 'b', 'c']) box = send(box, 'P', text, 'for-room');
    expect(isWaiting(box, 'P')).toBe(true);
    for (let k = 0; k < 3; k++) box = receive(box, 'Q', 'wait');
    expect(texts(box)).toEqual(['Q a', 'Q b', 'Q c']);
    expect(isWaiting(box, 'P')).toBe(false);
  });

  it('without bounds never lets a sender wait', () => {
    let box = emptyMailbox(null);
    for (let k = 0; k < 100; k++) box = send(box, 'P', String(k), 'for-room');
    expect(box.queue).toHaveLength(100);
    expect(isWaiting(box, 'P')).toBe(false);
  });

  it('keeps a sender waiting until its message was received, if it wants that', () => {
    const box = send(emptyMailbox(3), 'P', 'a', 'until-received');
    expect(isWaiting(box, 'P')).toBe(true);
    expect(isWaiting(receive(box, 'Q', 'wait'), 'P')).toBe(false);
  });

  it('refuses where nobody waits', () => {
    const box = send(send(emptyMailbox(1), 'P', 'a', 'never'), 'P', 'b', 'never');
    expect(box.queue.map(({ text }) => text)).toEqual(['a']);
    expect(receive(emptyMailbox(1), 'Q', 'never').receivers).toEqual([]);
  });

  it('keeps one message of a sender with the kernel, as Mach does', () => {
    let box = send(emptyMailbox(1), 'A', 'a', 'leave');
    box = send(send(box, 'A', 'b', 'leave'), 'A', 'c', 'leave');
    expect(box.left.map(({ text }) => text)).toEqual(['b']);
    box = receive(receive(box, 'Q', 'wait'), 'Q', 'wait');
    expect(texts(box)).toEqual(['Q a', 'Q b']);
  });

  it('lets those give up whose time is over', () => {
    let box = send(send(emptyMailbox(1), 'A', 'a', 'for-room'), 'A', 'b', 'limited');
    box = send(box, 'B', 'c', 'for-room');
    box = timePasses(box);
    expect(isWaiting(box, 'A')).toBe(false);
    expect(isWaiting(box, 'B')).toBe(true);
  });

  it('gives a message to who waits longest', () => {
    let box = receive(receive(emptyMailbox(2), 'P2', 'wait'), 'P3', 'wait');
    box = send(box, 'P1', 'a', 'for-room');
    expect(texts(box)).toEqual(['P2 a']);
    expect(box.receivers).toEqual(['P3']);
  });
});
