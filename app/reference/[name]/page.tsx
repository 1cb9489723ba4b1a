import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CSource } from '@/app/_components/editor/c-source';
import { Definition } from '@/app/_components/glossary/definition';
import { NavLink } from '@/app/_components/site/nav-link';
import { Page } from '@/app/_components/site/page';
import { installedReference } from '@/lib/courseware/installed';
import type { ReferenceEntry } from '@/lib/courseware/reference';

type ReferencePageProps = { readonly params: Promise<{ readonly name: string }> };

export async function generateMetadata({ params }: ReferencePageProps): Promise<Metadata> {
  const { name, does } = entryOf((await params).name);
  return { title: name, description: does.replaceAll('`', '') };
}

/** What the editor shows at a name, on a page of its own. */
export default async function ReferencePage({ params }: ReferencePageProps) {
  const { name, header, does, takes, gives, errors, example, see } = entryOf((await params).name);
  return (
    <Page>
      <p className="text-muted">C library</p>
      <h1 className="font-mono text-3xl">{name}</h1>
      <pre tabIndex={0} className="mt-4 overflow-x-auto rounded-lg border bg-sunken px-4 py-3">
        <code>
          <CSource source={`#include <${header}>`} />
        </code>
      </pre>
      <p className="mt-4 text-lg">
        <Definition text={does} />
      </p>
      <Texts title="Takes" texts={takes} />
      {gives !== null && (
        <section className="mt-6">
          <h2 className="text-xl">Gives</h2>
          <p className="mt-1">
            <Definition text={gives} />
          </p>
        </section>
      )}
      <Texts title="Errors" texts={errors} />
      {example !== null && (
        <section className="mt-6">
          <h2 className="text-xl">Example</h2>
          <pre tabIndex={0} className="mt-2 overflow-x-auto rounded-lg border bg-sunken px-4 py-3">
            <code>
              <CSource source={example} />
            </code>
          </pre>
        </section>
      )}
      {see.length > 0 && (
        <section className="mt-6">
          <h2 className="text-xl">See also</h2>
          <ul className="mt-1 flex flex-wrap gap-x-4">
            {see.map((other) => (
              <li key={other}>
                <NavLink href={`/reference/${other}`} className="link" prefetch={false}>
                  <code>{other}</code>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

type TextsProps = {
  readonly title: string;
  readonly texts: ReferenceEntry['takes'];
};

function Texts({ title, texts }: TextsProps) {
  return texts.length === 0 ? null : (
    <section className="mt-6">
      <h2 className="text-xl">{title}</h2>
      <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {texts.map(({ name, text }) => (
          <div key={name} className="contents">
            <dt>
              <code>{name}</code>
            </dt>
            <dd className="max-sm:mb-2">
              <Definition text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function entryOf(name: string): ReferenceEntry {
  return installedReference().find((entry) => entry.name === name) ?? notFound();
}
