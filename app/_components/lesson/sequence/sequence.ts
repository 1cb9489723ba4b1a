/** Who does what after whom: lanes side by side, and steps in time. What a figure of messages is made of. */

export type SequenceStep = {
  /** Index of the lane that acts. */
  readonly from: number;
  /** Where it goes; the same lane: something done by oneself. */
  readonly to: number;
  /** Short, stands in the figure. */
  readonly label: string;
  /** A sentence or two, stands below it. */
  readonly says: string;
  /** `wait`: nothing happens to this one until somebody else acts. `lost`: on its way to `to`, never arriving. */
  readonly look: 'does' | 'wait' | 'message' | 'lost';
};

export type Sequence = {
  readonly lanes: readonly string[];
  readonly steps: readonly SequenceStep[];
  /** What one can count or compare when it is over: name and value. */
  readonly results: readonly (readonly [string, string])[];
};

/** A step of one lane alone. */
export function does(lane: number, label: string, says: string): SequenceStep {
  return { from: lane, to: lane, label, says, look: 'does' };
}

export function waits(lane: number, label: string, says: string): SequenceStep {
  return { from: lane, to: lane, label, says, look: 'wait' };
}

export function sends(from: number, to: number, label: string, says: string): SequenceStep {
  return { from, to, label, says, look: 'message' };
}

export function loses(from: number, to: number, label: string, says: string): SequenceStep {
  return { from, to, label, says, look: 'lost' };
}
