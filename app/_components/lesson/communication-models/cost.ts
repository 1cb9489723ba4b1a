/**
 * What it costs to pass messages between two processes of one machine, in calls of the kernel, in bytes that
 * are copied, and in microseconds with round figures of today's machines. Each message is waited for.
 */

export type Cost = {
  readonly systemCalls: number;
  readonly bytesCopied: number;
  readonly microseconds: number;
};

const MICROSECONDS_A_CALL = 0.5;
/** 10 gigabytes a second. */
const BYTES_A_MICROSECOND = 10_000;

/** Made, attached by both and detached again; then each message is written once and waited for by a semaphore. */
export function sharedMemoryCost(messages: number, bytes: number): Cost {
  const setUp = 6;
  return costOf(setUp + 2 * messages, messages * bytes);
}

/** A link is made; each message is copied into the kernel by send and out of it by receive. */
export function messagePassingCost(messages: number, bytes: number): Cost {
  const setUp = 1;
  return costOf(setUp + 2 * messages, 2 * messages * bytes);
}

function costOf(systemCalls: number, bytesCopied: number): Cost {
  return {
    systemCalls,
    bytesCopied,
    microseconds: systemCalls * MICROSECONDS_A_CALL + bytesCopied / BYTES_A_MICROSECOND,
  };
}
