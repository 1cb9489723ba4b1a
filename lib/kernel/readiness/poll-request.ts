/** What poll, select and epoll_wait ask for: kept with the thread that waits. Plain data. */

/** What a call that waits looks at, and where it tells. */
export interface PollRequest {
  /** For epoll_wait none: the interests are the epoll's. */
  readonly items: readonly PollItem[];
  readonly answer: PollAnswer;
}

export interface PollItem {
  readonly fd: number;
  /** Key of KernelState.descriptions; null: the descriptor isn't open, or negative. */
  readonly description: number | null;
  readonly events: number;
}

export type PollAnswer =
  /** An array of struct pollfd. */
  | { readonly kind: 'poll'; readonly address: number }
  /** An array of `max` struct epoll_event. */
  | {
      readonly kind: 'epoll';
      readonly inode: number;
      readonly address: number;
      readonly max: number;
    }
  /** Three sets of descriptors (0: none), and select's struct timeval for the time that is left (0: none). */
  | {
      readonly kind: 'select';
      readonly sets: readonly [read: number, write: number, except: number];
      readonly count: number;
      readonly leftAddress: number;
      readonly untilNs: number | null;
    };
