import { NavLink } from '@/app/_components/site/nav-link';
import { cn } from '@/app/_components/ui/class-names';
import type { CourseRoleName } from '@/lib/data/courses';

const TABS = {
  student: [
    { id: 'outline', label: 'Outline', path: '' },
    { id: 'grades', label: 'My grades', path: '/grades' },
  ],
  instructor: [
    { id: 'outline', label: 'Outline', path: '' },
    { id: 'gradebook', label: 'Gradebook', path: '/gradebook' },
  ],
} as const;

type CourseTabsProps = {
  readonly course: string;
  readonly role: CourseRoleName;
  readonly current: 'outline' | 'grades' | 'gradebook';
};

export function CourseTabs({ course, role, current }: CourseTabsProps) {
  return (
    <nav aria-label="Course" className="mt-4 flex gap-1 border-b">
      {TABS[role].map(({ id, label, path }) => (
        <NavLink
          key={id}
          href={`/courses/${course}${path}`}
          aria-current={id === current ? 'page' : undefined}
          className={cn(
            '-mb-px border-b-2 border-transparent px-3 py-2 font-medium text-muted hover:text-ink',
            id === current && 'border-accent text-ink',
          )}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
