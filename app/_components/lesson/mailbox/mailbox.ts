/**
 * A mailbox: what is in it, and who waits at it. The chapter's message passing with direct control over who
 * acts when. Each action gives a new mailbox and tells what happened.
 */

export type Message = {
  readonly text: string;
  readonly from: string;
  /** The sender waits until it has been received. */
  readonly isAwaited: boolean;
};

/**
 * How a sender acts: waits until the message was received; waits for room only; waits for room as long as
 * its time lasts; never waits and fails where there is no room; leaves one message with the kernel.
 */
export type Sending = 'until-received' | 'for-room' | 'limited' | 'never' | 'leave';
export type Receiving = 'wait' | 'never';

export type Mailbox = {
  /** Messages that find room; null: any number; 0: they are passed from hand to hand. */
  readonly capacity: number | null;
  readonly queue: readonly Message[];
  /** For room, or with capacity 0 for a receiver; oldest first. */
  readonly senders: readonly { readonly message: Message; readonly isLimited: boolean }[];
  /** Left with the kernel, one of a sender at most. */
  readonly left: readonly Message[];
  /** Waiting, oldest first. */
  readonly receivers: readonly string[];
  readonly received: readonly { readonly by: string; readonly message: Message }[];
  /** What happened last, a sentence each. */
  readonly news: readonly string[];
};

export function emptyMailbox(capacity: number | null): Mailbox {
  return { capacity, queue: [], senders: [], left: [], receivers: [], received: [], news: [] };
}

/** Whether this one waits at the mailbox, and so can do nothing. */
export function isWaiting({ queue, senders, receivers }: Mailbox, name: string): boolean {
  return (
    receivers.includes(name) ||
    senders.some(({ message }) => message.from === name) ||
    queue.some(({ from, isAwaited }) => from === name && isAwaited)
  );
}

export function send(box: Mailbox, from: string, text: string, how: Sending): Mailbox {
  const message: Message = { text, from, isAwaited: how === 'until-received' };
  const [receiver, ...others] = box.receivers;
  if (receiver !== undefined) {
    return {
      ...box,
      receivers: others,
      received: [...box.received, { by: receiver, message }],
      news: [
        others.length === 0
          ? `${receiver} was waiting and gets “${text}” at once.`
          : `${receiver} waited longest and gets “${text}”; ${others.join(' and ')} waits on.`,
      ],
    };
  }
  if (hasRoom(box)) {
    const news = message.isAwaited
      ? `“${text}” is in the mailbox. ${from} waits until somebody takes it.`
      : `“${text}” is in the mailbox, and ${from} goes on.`;
    return { ...box, queue: [...box.queue, message], news: [news] };
  }
  const why = box.capacity === 0 ? 'Nobody is there to take it' : 'The mailbox is full';
  switch (how) {
    case 'never':
      return { ...box, news: [`${why}: ${from} is told so, and “${text}” is not sent.`] };
    case 'leave':
      if (box.left.some((each) => each.from === from))
        return {
          ...box,
          news: [`${why}, and the kernel keeps a message of ${from} already: an error.`],
        };
      return {
        ...box,
        left: [...box.left, message],
        news: [`${why}. The kernel keeps “${text}” for later, and ${from} goes on.`],
      };
    case 'limited':
    case 'for-room':
    case 'until-received':
      return {
        ...box,
        senders: [...box.senders, { message, isLimited: how === 'limited' }],
        news: [`${why}: ${from} waits${how === 'limited' ? ', but not for ever' : ''}.`],
      };
  }
}

export function receive(box: Mailbox, by: string, how: Receiving): Mailbox {
  const taken = box.queue[0] ?? box.senders[0]?.message;
  if (taken === undefined) {
    return how === 'never'
      ? { ...box, news: [`There is nothing: ${by} is told so and goes on.`] }
      : {
          ...box,
          receivers: [...box.receivers, by],
          news: [`There is nothing: ${by} waits for a message.`],
        };
  }
  const isHandedOver = box.queue.length === 0;
  const after: Mailbox = {
    ...box,
    queue: box.queue.slice(1),
    senders: isHandedOver ? box.senders.slice(1) : box.senders,
    received: [...box.received, { by, message: taken }],
    news: [
      taken.isAwaited || isHandedOver
        ? `${by} takes “${taken.text}”, and ${taken.from}, who waited for that, goes on.`
        : `${by} takes “${taken.text}”.`,
    ],
  };
  return letIn(after);
}

/** Those who wait for a certain time only give up. */
export function timePasses(box: Mailbox): Mailbox {
  const gone = box.senders.filter(({ isLimited }) => isLimited);
  return {
    ...box,
    senders: box.senders.filter(({ isLimited }) => !isLimited),
    news:
      gone.length === 0
        ? ['Time passes. Nobody waits with a limit.']
        : gone.map(
            ({ message }) =>
              `The time of ${message.from} is up: “${message.text}” is not sent, and ${message.from} goes on.`,
          ),
  };
}

function hasRoom({ capacity, queue }: Mailbox): boolean {
  return capacity === null || queue.length < capacity;
}

/** There is room again: for a message that the kernel keeps, else for the sender who waits longest. */
function letIn(box: Mailbox): Mailbox {
  if (!hasRoom(box)) return box;
  const [kept, ...left] = box.left;
  if (kept !== undefined) {
    return {
      ...box,
      left,
      queue: [...box.queue, kept],
      news: [
        ...box.news,
        `There is room for “${kept.text}”, and the kernel tells ${kept.from} so.`,
      ],
    };
  }
  const [first, ...senders] = box.senders;
  if (first === undefined) return box;
  const { message } = first;
  return {
    ...box,
    senders,
    queue: [...box.queue, message],
    news: [
      ...box.news,
      message.isAwaited
        ? `Now there is room for “${message.text}”; ${message.from} waits on, until it is taken.`
        : `Now there is room for “${message.text}”, and ${message.from} goes on.`,
    ],
  };
}
