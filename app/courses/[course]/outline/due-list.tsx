import { DateTime } from '@/app/_components/site/date-time';
import { itemPath } from '@/app/_components/site/item-path';
import { NavLink } from '@/app/_components/site/nav-link';
import { Badge } from '@/app/_components/ui/badge';
import type { DueItem } from '@/lib/data/next-step';
import { MoreBelow } from './more-below';

const BADGES = {
  late: { look: 'bad', text: 'late' },
  soon: { look: 'warn', text: 'soon' },
  later: null,
} as const;

type DueListProps = { readonly course: string; readonly due: readonly DueItem[] };

/** What has a date and is not done yet. */
export function DueList({ course, due }: DueListProps) {
  if (due.length === 0) return null;
  const isAnyLate = due.some(({ standing }) => standing === 'late');
  return (
    <section aria-labelledby="due">
      <h2 id="due" className="text-lg">
        Due
      </h2>
      <MoreBelow
        shownMax={5}
        more={(count) => `${count} more`}
        lines={due.map(({ item, dueAt, standing }) => (
          <li key={`${item.kind} ${item.slug}`} className="py-2">
            <p className="flex items-start justify-between gap-3">
              <NavLink href={itemPath(course, item)} className="link leading-snug">
                {item.title}
              </NavLink>
              <DueBadge standing={standing} />
            </p>
            <p className="text-sm text-muted">
              <DateTime at={dueAt} relative />
            </p>
          </li>
        ))}
      />
      {isAnyLate && (
        <p className="mt-1 text-sm text-muted">What is late still counts, and is shown as late.</p>
      )}
    </section>
  );
}

function DueBadge({ standing }: Pick<DueItem, 'standing'>) {
  const badge = BADGES[standing];
  return badge === null ? null : (
    <Badge look={badge.look} className="mt-0.5 shrink-0">
      {badge.text}
    </Badge>
  );
}
