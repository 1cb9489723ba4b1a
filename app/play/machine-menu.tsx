'use client';

import { Cpu } from 'lucide-react';
import type { MachineSettings } from '../_components/shell/shell-terminal';
import { Button } from '../_components/ui/button';
import {
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuRoot,
  MenuSeparator,
  MenuTrigger,
} from '../_components/ui/menu';

/** Policies of the chapter, with quanta short enough to be seen. */
export const SCHEDULERS = {
  'rr-1000': { label: 'Round robin', schedule: { scheduler: 'rr', quantum: 1000 } },
  'rr-100': { label: 'Round robin, short quantum', schedule: { scheduler: 'rr', quantum: 100 } },
  'rr-100000': {
    label: 'Round robin, long quantum',
    schedule: { scheduler: 'rr', quantum: 100_000 },
  },
  fcfs: { label: 'First come, first served', schedule: { scheduler: 'fcfs' } },
  priority: {
    label: 'Priority (nice), preemptive',
    schedule: { scheduler: 'priority', preemptive: true, agingNs: null, quantum: 1000 },
  },
  mlfq: {
    label: 'Multilevel feedback',
    schedule: { scheduler: 'mlfq', quantum: 1000, boostNs: null },
  },
  random: { label: 'At random', schedule: { scheduler: 'random', quantum: 1000, seed: 1 } },
} as const satisfies Record<
  string,
  { readonly label: string; readonly schedule: MachineSettings['schedule'] }
>;

export type SchedulerName = keyof typeof SCHEDULERS;

const PROCESSORS = [1, 2, 4] as const;

type MachineMenuProps = {
  readonly scheduler: SchedulerName;
  readonly processors: number;
  readonly onScheduler: (scheduler: SchedulerName) => void;
  readonly onProcessors: (processors: number) => void;
};

/** What the machine behind the terminal is like. Another choice starts it anew. */
export function MachineMenu(props: MachineMenuProps) {
  const { scheduler, processors, onScheduler, onProcessors } = props;
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <Button size="sm" look="quiet">
          <Cpu aria-hidden />
          <span className="max-md:sr-only">Machine</span>
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup
          value={scheduler}
          onValueChange={(value) => {
            if (isScheduler(value)) onScheduler(value);
          }}
        >
          <MenuLabel>Scheduler</MenuLabel>
          {Object.entries(SCHEDULERS).map(([name, { label }]) => (
            <MenuRadioItem key={name} value={name}>
              {label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuRadioGroup
          value={String(processors)}
          onValueChange={(value) => onProcessors(Number(value))}
        >
          <MenuLabel>Processors</MenuLabel>
          {PROCESSORS.map((count) => (
            <MenuRadioItem key={count} value={String(count)}>
              {count === 1 ? 'One' : count}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </MenuRoot>
  );
}

function isScheduler(name: string): name is SchedulerName {
  return name in SCHEDULERS;
}
