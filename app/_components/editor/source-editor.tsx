'use client';

import { useState } from 'react';
import type { EditorProps } from './editor-handle';
import { MonacoEditor } from './monaco-editor';
import { PlainEditor } from './plain-editor';
import type { EditorChoice } from './use-editor-choice';

/** Monaco where it is wanted and can be loaded, a plain text area otherwise. */
export function SourceEditor({
  choice,
  ...props
}: EditorProps & { readonly choice: EditorChoice | null }) {
  const [isUnavailable, setUnavailable] = useState(false);
  if (choice === null) return null;
  if (choice === 'plain' || isUnavailable) {
    return (
      <>
        {isUnavailable && (
          <p role="status" className="border-b bg-warn-soft px-3 py-1.5 text-sm">
            The full editor could not be loaded; this one works as well.
          </p>
        )}
        <PlainEditor {...props} />
      </>
    );
  }
  return <MonacoEditor {...props} onUnavailable={() => setUnavailable(true)} />;
}
