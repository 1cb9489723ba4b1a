import { isBroken, targetText, type PointerTarget } from '@/lib/vm/values/pointer-target';
import type { Value } from '@/lib/vm/values/value';
import { addressText, valueText } from '@/lib/vm/values/value-text';
import { cn } from '../../ui/class-names';
import { Ban, CircleSlash } from 'lucide-react';

type ValueCellProps = {
  readonly value: Value;
  /** What a pointer's arrow is known by. */
  readonly arrow: string;
  readonly onFollow: (arrow: string) => void;
  readonly onPoint: (arrow: string | null) => void;
};

/** A value on one line; a pointer is a button that leads to where it points. */
export function ValueCell({ value, arrow, onFollow, onPoint }: ValueCellProps) {
  if (value.kind !== 'pointer')
    return (
      <code
        className={cn(
          'break-all',
          (value.kind === 'unset' || value.kind === 'unreadable') && 'text-muted italic',
        )}
      >
        {value.kind === 'unset' && <span aria-hidden>? </span>}
        {valueText(value)}
      </code>
    );
  const { to, text, address } = value;
  if (to.kind === 'null')
    return (
      <code className="inline-flex items-center gap-1">
        NULL <CircleSlash aria-hidden className="size-3.5 text-muted" />
      </code>
    );
  if (isBroken(to))
    return (
      <span className="text-bad">
        <code>{addressText(address)}</code> <Ban aria-hidden className="inline size-3.5" />{' '}
        {dangles(to)}
      </span>
    );
  const place = placeOf(to);
  const name = (
    <>
      <code>{addressText(address)}</code> → {targetText(to)}
    </>
  );
  return (
    <span className="break-words">
      {place === null ? (
        name
      ) : (
        <button
          type="button"
          className="link text-left"
          data-arrow={arrow}
          data-to={address}
          data-to-object={place}
          onClick={() => onFollow(arrow)}
          onPointerEnter={() => onPoint(arrow)}
          onPointerLeave={() => onPoint(null)}
          onFocus={() => onPoint(arrow)}
          onBlur={() => onPoint(null)}
        >
          {name}
        </button>
      )}
      {text !== null && <code className="ml-1.5 text-muted">{text}</code>}
    </span>
  );
}

function dangles(target: PointerTarget): string {
  return target.kind === 'nowhere'
    ? `leads to ${targetText(target)}`
    : `dangles: ${targetText(target)}`;
}

/** Where the object begins that it leads into, if it is one that is drawn; of a function its own address. */
function placeOf(target: PointerTarget): number | 'exact' | null {
  switch (target.kind) {
    case 'variable':
    case 'heap':
    case 'mapping':
    case 'literal':
    case 'past-end':
      return target.address;
    case 'function':
    case 'arguments':
      return 'exact';
    default:
      return null;
  }
}
