import { NavLink } from '@/app/_components/site/nav-link';
import { cn } from '@/app/_components/ui/class-names';
import type { CourseOutline } from '@/lib/data/courses';

const OUTLINE = { id: 'outline', label: 'Outline', path: '' } as const;
const GLOSSARY = { id: 'glossary', label: 'Glossary', path: '/glossary' } as const;

const TABS = {
  visitor: [OUTLINE, GLOSSARY],
  student: [OUTLINE, { id: 'grades', label: 'My grades', path: '/grades' }, GLOSSARY],
  instructor: [OUTLINE, { id: 'gradebook', label: 'Gradebook', path: '/gradebook' }, GLOSSARY],
} as const;

type CourseTabsProps = {
  readonly course: string;
  readonly reader: CourseOutline['reader'];
  readonly current: 'outline' | 'grades' | 'gradebook' | 'glossary';
};

export function CourseTabs({ course, reader, current }: CourseTabsProps) {
  return (
    <nav aria-label="Course" className="mt-4 flex gap-1 border-b print:hidden">
      {TABS[reader].map(({ id, label, path }) => (
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
