'use client';

import './globals.css';

type GlobalErrorProps = { readonly error: unknown; readonly retry: () => void };

/** The last resort, when even the frame of the site fails. */
export default function GlobalError({ retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="mx-auto max-w-2xl px-6 py-16">
        <title>Forkyard can’t be shown</title>
        <h1 className="text-3xl">Forkyard can’t be shown right now</h1>
        <p className="mt-4">
          Something on our side failed. Drafts and submissions that were saved are kept. Often it is
          over in a moment.
        </p>
        <button
          type="button"
          onClick={retry}
          className="mt-6 rounded-md bg-accent px-4 py-2 text-on-accent"
        >
          Try again
        </button>
      </body>
    </html>
  );
}
