'use client';

import { useState } from 'react';
import { FigureFrame } from '../figure-frame';
import { Slider } from '../slider';

type Region = {
  readonly name: string;
  readonly holds: string;
  readonly height: number;
  readonly fill: string;
  readonly grows?: 'up' | 'down';
};

const WIDTH = 210;
const LEFT = 52;
const TOP = 10;
const TOTAL = 400;

/** High addresses on top, as the chapter draws it. What the reader moves is what the program does. */
function regionsOf(depth: number, blocks: number, zeros: number): readonly Region[] {
  const fixed: readonly Region[] = [
    {
      name: 'arguments and environment',
      holds: 'argv, environ',
      height: 30,
      fill: 'var(--sunken)',
    },
    {
      name: 'stack',
      holds: depth === 1 ? 'the frame of main' : `frames of ${depth} calls`,
      height: 20 + depth * 12,
      fill: 'var(--accent-soft)',
      grows: 'down',
    },
    {
      name: 'heap',
      holds: blocks === 0 ? 'nothing asked for yet' : `${blocks} from malloc`,
      height: 20 + blocks * 12,
      fill: 'var(--accent-soft)',
      grows: 'up',
    },
    {
      name: 'uninitialized data',
      holds: `${zeros} KB that begin as 0`,
      height: 20 + zeros * 6,
      fill: 'var(--warn-soft)',
    },
    {
      name: 'initialized data',
      holds: 'globals with a value',
      height: 28,
      fill: 'var(--warn-soft)',
    },
    {
      name: 'program text',
      holds: 'instructions, read only',
      height: 36,
      fill: 'var(--good-soft)',
    },
  ];
  const used = fixed.reduce((sum, { height }) => sum + height, 0);
  const gap: Region = {
    name: 'no memory',
    holds: 'an access here is an error',
    height: TOTAL - used,
    fill: 'none',
  };
  return [...fixed.slice(0, 2), gap, ...fixed.slice(2)];
}

export function MemoryLayoutFigure() {
  const [depth, setDepth] = useState(1);
  const [blocks, setBlocks] = useState(1);
  const [zeros, setZeros] = useState(2);
  const regions = regionsOf(depth, blocks, zeros);
  const tops = regions.map(
    (_, i) => TOP + regions.slice(0, i).reduce((sum, { height }) => sum + height, 0),
  );
  return (
    <FigureFrame
      label="Regions of a process’s memory"
      caption="Stack and heap grow towards each other into the gap. Everything below the heap has its size when the program starts, so a larger array moves the heap up."
      table={{
        head: ['Region, from high to low addresses', 'What it holds', 'Grows'],
        rows: regions.map((region) => [region.name, region.holds, region.grows ?? 'no']),
      }}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Slider
          label="Calls that have not returned"
          shown={String(depth)}
          min={1}
          max={8}
          value={depth}
          onChange={setDepth}
        />
        <Slider
          label="Blocks from malloc"
          shown={String(blocks)}
          min={0}
          max={6}
          value={blocks}
          onChange={setBlocks}
        />
        <Slider
          label="Uninitialized globals"
          shown={`${zeros} KB`}
          min={0}
          max={8}
          value={zeros}
          onChange={setZeros}
        />
      </div>
      <svg
        role="img"
        aria-label={regions.map(({ name, holds }) => `${name}: ${holds}`).join('; ')}
        viewBox={`0 0 430 ${TOTAL + 2 * TOP}`}
        className="mx-auto mt-4 block w-full max-w-[28rem]"
        fontFamily="var(--font-sans)"
        fontSize="14"
      >
        {regions.map((region, i) => {
          const top = tops[i] ?? 0;
          const middle = top + region.height / 2;
          const isGap = region.fill === 'none';
          return (
            <g key={region.name}>
              <rect
                x={LEFT}
                y={top}
                width={WIDTH}
                height={region.height}
                fill={region.fill}
                stroke="var(--edge)"
                strokeDasharray={isGap ? '4 4' : undefined}
              />
              <text
                x={LEFT + WIDTH / 2}
                y={middle}
                textAnchor="middle"
                dominantBaseline="central"
                fontWeight={isGap ? 400 : 600}
                fill={isGap ? 'var(--muted)' : 'var(--ink)'}
              >
                {region.name}
              </text>
              <text
                x={LEFT + WIDTH + 12}
                y={middle}
                dominantBaseline="central"
                fill="var(--muted)"
                fontSize="13"
              >
                {region.holds}
              </text>
              {region.grows !== undefined && (
                <GrowthArrow
                  y={region.grows === 'up' ? top : top + region.height}
                  isUp={region.grows === 'up'}
                />
              )}
            </g>
          );
        })}
        <g fill="var(--muted)" fontSize="13" textAnchor="end">
          <text x={LEFT - 8} y={TOP + 14}>
            high
          </text>
          <text x={LEFT - 8} y={TOP + TOTAL - 4}>
            low
          </text>
        </g>
      </svg>
    </FigureFrame>
  );
}

/** From the border of a region into the gap. */
function GrowthArrow({ y, isUp }: { readonly y: number; readonly isUp: boolean }) {
  const tip = isUp ? y - 15 : y + 15;
  const back = isUp ? 6 : -6;
  return (
    <path
      d={`M${LEFT + 22} ${y} V${tip} m-5 ${back} l5 ${-back} l5 ${back}`}
      stroke="var(--accent)"
      strokeWidth="2"
      fill="none"
    />
  );
}
