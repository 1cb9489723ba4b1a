import type { ProcessState } from '@/lib/kernel/events';

type Point = { readonly x: number; readonly y: number };

type Way = {
  readonly name: string;
  readonly from: ProcessState;
  readonly to: ProcessState;
  /** What has to happen. */
  readonly by: string;
};

/** The ways that lead from one state to another. */
export const WAYS = [
  { name: 'admit', from: 'new', to: 'ready', by: 'admitted' },
  { name: 'dispatch', from: 'ready', to: 'running', by: 'dispatched' },
  { name: 'preempt', from: 'running', to: 'ready', by: 'its time is up' },
  { name: 'wait', from: 'running', to: 'waiting', by: 'must wait for something' },
  { name: 'wake', from: 'waiting', to: 'ready', by: 'it happened' },
  { name: 'end', from: 'running', to: 'zombie', by: 'ends' },
  { name: 'reap', from: 'zombie', to: 'terminated', by: 'waited for' },
] as const satisfies readonly Way[];

type WayName = (typeof WAYS)[number]['name'];

type Arrow = {
  /** An SVG path. */
  readonly d: string;
  readonly label: Point;
};

/** Where the states stand, and how the ways are drawn between them. */
export type Layout = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly places: Readonly<Record<ProcessState, Point>>;
  readonly arrows: Readonly<Record<WayName, Arrow>>;
};

export const WIDE: Layout = {
  name: 'wide',
  width: 700,
  height: 262,
  places: {
    new: { x: 55, y: 60 },
    ready: { x: 200, y: 60 },
    running: { x: 385, y: 60 },
    zombie: { x: 535, y: 60 },
    terminated: { x: 650, y: 60 },
    waiting: { x: 292, y: 205 },
  },
  arrows: {
    admit: { d: 'M79 60 H174', label: { x: 126, y: 50 } },
    dispatch: { d: 'M220 50 C270 26 315 26 363 48', label: { x: 292, y: 22 } },
    preempt: { d: 'M361 72 C315 94 270 94 223 73', label: { x: 292, y: 106 } },
    wait: { d: 'M385 106 C383 160 357 192 318 202', label: { x: 460, y: 172 } },
    wake: { d: 'M266 202 C228 192 202 160 200 106', label: { x: 160, y: 172 } },
    end: { d: 'M409 60 H509', label: { x: 459, y: 50 } },
    reap: { d: 'M559 60 H624', label: { x: 592, y: 50 } },
  },
};

/** For a phone: the same, from top to bottom. */
export const TALL: Layout = {
  name: 'tall',
  width: 340,
  height: 448,
  places: {
    new: { x: 70, y: 32 },
    ready: { x: 70, y: 150 },
    running: { x: 274, y: 150 },
    waiting: { x: 150, y: 284 },
    zombie: { x: 274, y: 396 },
    terminated: { x: 110, y: 396 },
  },
  arrows: {
    admit: { d: 'M70 76 V122', label: { x: 108, y: 100 } },
    dispatch: { d: 'M90 140 C140 112 204 112 252 138', label: { x: 172, y: 112 } },
    preempt: { d: 'M250 160 C204 180 140 180 94 162', label: { x: 172, y: 193 } },
    wait: { d: 'M264 196 C254 240 224 274 178 282', label: { x: 168, y: 232 } },
    wake: { d: 'M126 278 C94 260 74 232 70 196', label: { x: 46, y: 262 } },
    end: { d: 'M276 196 V368', label: { x: 298, y: 300 } },
    reap: { d: 'M249 396 H137', label: { x: 192, y: 386 } },
  },
};
