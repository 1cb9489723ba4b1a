import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Difference } from '@/lib/kernel/inspection/memory-view';
import type { Value } from '@/lib/vm/values/value';
import { addressText, valueText } from '@/lib/vm/values/value-text';
import { cn } from '../../ui/class-names';
import type { MapState } from './map-state';
import { nameOf } from './memory-words';
import { ValueCell } from './value-cell';

/** A struct with more members is closed at first, as arrays are. */
const PARTS_OPEN_MAX = 6;

type ObjectRowProps = {
  readonly state: MapState;
  /** What its changes and its being open are known by. */
  readonly objectKey: string;
  readonly name: ReactNode;
  readonly type: string | null;
  readonly address: number;
  readonly value: Value | null;
  /** In place of a value. */
  readonly otherwise?: ReactNode;
  readonly difference?: Difference | null;
  /** How deep it is in another object. */
  readonly depth?: number;
};

/** A variable, a heap block or a part of one: name, type, value and address; structs and arrays open. */
export function ObjectRow(props: ObjectRowProps) {
  const {
    state,
    objectKey,
    name,
    type,
    address,
    value,
    otherwise,
    difference = null,
    depth = 0,
  } = props;
  const isWhole = value?.kind === 'record' || value?.kind === 'array';
  const isSmall = depth === 0 && value?.kind === 'record' && value.parts.length <= PARTS_OPEN_MAX;
  const isOpen = isWhole && state.isOpen(objectKey, isSmall);
  const isChanged = state.changed.has(objectKey);
  const differs = difference !== null || (depth === 0 && state.differing.has(objectKey));
  return (
    <>
      <li
        data-object={objectKey}
        data-at={address}
        data-value={value === null ? undefined : valueText(value)}
        data-changed={isChanged || undefined}
        data-differs={differs || undefined}
        tabIndex={-1}
        className={cn(
          'scroll-m-16 border-l-4 border-transparent py-0.5 pr-1 pl-1.5 outline-offset-[-2px]',
          isChanged && 'border-warn bg-warn-soft',
        )}
        style={{ paddingLeft: `${0.375 + 0.875 * depth}rem` }}
      >
        <div className="flex flex-wrap items-baseline gap-x-2 leading-snug">
          <span className="min-w-0">
            {isWhole && (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-label={`Parts of ${typeof name === 'string' ? name : (type ?? 'it')}`}
                className="-ml-1 align-middle text-muted"
                onClick={() => state.toggle(objectKey)}
              >
                {isOpen ? (
                  <ChevronDown aria-hidden className="size-4" />
                ) : (
                  <ChevronRight aria-hidden className="size-4" />
                )}
              </button>
            )}
            <code className="font-semibold">{name}</code>{' '}
            {type !== null && <code className="text-2xs text-muted">{type}</code>}
          </span>
          <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-2">
            {isChanged && (
              <span className="text-warn" title="changed since the moment before">
                <span aria-hidden>●</span>
                <span className="sr-only">changed:</span>
              </span>
            )}
            {isOpen ? null : value === null ? (
              <span className="text-muted">{otherwise}</span>
            ) : (
              <ValueCell
                value={value}
                arrow={`${state.pid} ${objectKey}`}
                onFollow={state.follow}
                onPoint={state.point}
              />
            )}
            {differs && <DifferenceNote difference={difference} state={state} />}
          </span>
          <span className="ml-auto shrink-0 font-mono text-2xs text-muted tabular-nums">
            {addressText(address)}
          </span>
        </div>
      </li>
      {isOpen &&
        value.parts.map((part) => (
          <ObjectRow
            key={part.name}
            state={state}
            objectKey={objectKey + part.name}
            name={part.name}
            type={part.type}
            address={part.address}
            value={part.value}
            depth={depth + 1}
          />
        ))}
      {isOpen && value.leftOut > 0 && (
        <li className="pl-6 text-2xs text-muted">
          {value.leftOut.toLocaleString('en')} more{' '}
          {value.kind === 'array' ? 'elements' : 'members'} not shown
        </li>
      )}
    </>
  );
}

type DifferenceNoteProps = { readonly difference: Difference | null; readonly state: MapState };

function DifferenceNote({ difference, state: { names, copyOf } }: DifferenceNoteProps) {
  if (difference === null)
    return (
      <span className="text-2xs text-accent" title="Its child has another value">
        ≠ in the child
      </span>
    );
  const { atFork, inParent, changedBy } = difference;
  const who = changedBy.map((pid) => nameOf(names, pid)).join(' and ');
  const parent = copyOf === null ? 'the parent' : nameOf(names, copyOf);
  return (
    <span className="text-2xs text-accent" title={`At the fork ${atFork}; changed since by ${who}`}>
      ≠ {inParent === null ? `at the fork ${atFork}` : `${parent} has ${inParent}`}
      <span className="sr-only">, changed by {who}</span>
    </span>
  );
}
