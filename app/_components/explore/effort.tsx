import type { ExplorationResult } from '@/lib/explorer/result';

type Effort = Pick<ExplorationResult, 'schedules' | 'states' | 'transitions'>;

type EffortNumbersProps = {
  readonly effort: Effort;
  readonly outputs: number;
  /** Executions given up, where they are known. */
  readonly blocked?: number;
};

/** How much was tried, in numbers that stand still while they grow. */
export function EffortNumbers({ effort, outputs, blocked }: EffortNumbersProps) {
  const { schedules, states, transitions } = effort;
  const numbers = [
    ['Schedules to their end', schedules],
    ['States', states],
    ['Steps', transitions],
    ['Outputs found', outputs],
    ...(blocked === undefined ? [] : [['Cut short, known already', blocked] as const]),
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line">
      {numbers.map(([name, value]) => (
        <div key={name} className="flex flex-col-reverse bg-surface px-3 py-2 last:odd:col-span-2">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-lg leading-tight font-semibold tabular-nums">
            {value.toLocaleString('en')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
