// The only place that imports Monaco; loaded when an editor is shown, never before.
import { isDark, watchTheme } from '../site/shown-theme';
import * as monaco from 'monaco-editor/editor/editor.api';
import './monaco-features';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import { isStillAbout } from './editor-handle';
import { giveHelp, monacoEdit } from './monaco-help';

self.MonacoEnvironment = {
  getWorker: () =>
    new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), {
      type: 'module',
    }),
};

export type SourceEditor = {
  readonly setValue: (value: string) => void;
  readonly setDiagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly showLine: (line: number) => void;
  readonly markLine: (line: number | null) => void;
  readonly mend: (diagnostic: Diagnostic) => void;
  readonly format: () => void;
  readonly cursorLine: () => number | null;
  readonly setBreakpoints: (lines: readonly number[]) => void;
  readonly dispose: () => void;
};

type SourceEditorOptions = {
  readonly value: string;
  readonly label: string;
  readonly others: () => readonly ProgramFile[];
  readonly onChange: (value: string) => void;
  readonly onBreakpoint: (line: number) => void;
};

export function createSourceEditor(
  container: HTMLElement,
  { value, label, others, onChange, onBreakpoint }: SourceEditorOptions,
): SourceEditor {
  defineThemes();
  const model = monaco.editor.createModel(value, 'c');
  const editor = monaco.editor.create(container, {
    model,
    theme: isDark() ? 'forkyard-dark' : 'forkyard-light',
    ariaLabel: label,
    automaticLayout: true,
    minimap: { enabled: false },
    fontFamily: getComputedStyle(container).getPropertyValue('--font-code') || 'monospace',
    fontSize: 14,
    lineHeight: 22,
    fontLigatures: false,
    tabSize: 4,
    padding: { top: 12, bottom: 12 },
    scrollBeyondLastLine: false,
    lineNumbersMinChars: 3,
    folding: false,
    glyphMargin: true,
    lineDecorationsWidth: 6,
    renderLineHighlight: 'line',
    overviewRulerLanes: 0,
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: false },
    suggest: { showWords: false, preview: false },
    inlineSuggest: { enabled: false },
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    contextmenu: false,
    fixedOverflowWidgets: true,
    guides: { indentation: false },
    accessibilitySupport: 'auto',
    scrollbar: { alwaysConsumeMouseWheel: false },
  });
  freeShortcuts();
  let found: readonly Diagnostic[] = [];
  const stopHelp = giveHelp(model, { others, diagnostics: () => found });
  model.onDidChangeContent(() => onChange(model.getValue()));
  const marked = editor.createDecorationsCollection();
  const breakpoints = editor.createDecorationsCollection();
  const { GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS } = monaco.editor.MouseTargetType;
  editor.onMouseDown(({ target }) => {
    if (target.type === GUTTER_GLYPH_MARGIN || target.type === GUTTER_LINE_NUMBERS)
      onBreakpoint(target.position.lineNumber);
  });
  editor.addAction({
    id: 'forkyard.breakpoint',
    label: 'Set or remove a breakpoint',
    keybindings: [monaco.KeyCode.F9],
    run: () => onBreakpoint(editor.getPosition()?.lineNumber ?? 1),
  });
  const stopWatching = watchTheme(() =>
    monaco.editor.setTheme(isDark() ? 'forkyard-dark' : 'forkyard-light'),
  );
  return {
    setValue: (text) => {
      if (text === model.getValue()) return;
      // As an edit, so that undo brings the old text back.
      const everything = { range: model.getFullModelRange(), text };
      editor.pushUndoStop();
      model.pushEditOperations([], [everything], () => null);
      editor.pushUndoStop();
    },
    setDiagnostics: (diagnostics) => {
      found = diagnostics;
      monaco.editor.setModelMarkers(model, 'forkyard', diagnostics.map(marker));
    },
    mend: (diagnostic) => {
      if (diagnostic.fix === undefined || !isStillAbout(diagnostic, model.getValue())) return;
      editor.pushUndoStop();
      editor.executeEdits('mend', diagnostic.fix.edits.map(monacoEdit));
      editor.pushUndoStop();
      editor.focus();
    },
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
    showLine: (line) => {
      editor.revealLineInCenterIfOutsideViewport(line);
      editor.setPosition({
        lineNumber: line,
        column: model.getLineFirstNonWhitespaceColumn(line) || 1,
      });
      editor.focus();
    },
    markLine: (line) => {
      if (line === null || line > model.getLineCount()) {
        marked.clear();
        return;
      }
      const range = new monaco.Range(line, 1, line, 1);
      marked.set([{ range, options: { isWholeLine: true, className: 'marked-line' } }]);
      editor.revealLineInCenterIfOutsideViewport(line);
    },
    cursorLine: () => editor.getPosition()?.lineNumber ?? null,
    setBreakpoints: (lines) =>
      breakpoints.set(
        lines.map((line) => ({
          range: new monaco.Range(line, 1, line, 1),
          options: {
            glyphMarginClassName: 'breakpoint',
            glyphMarginHoverMessage: { value: 'Breakpoint' },
          },
        })),
      ),
    dispose: () => {
      stopHelp();
      stopWatching();
      editor.dispose();
      model.dispose();
    },
  };
}

/** Run and submit belong to the page, also while the cursor is in here. */
function freeShortcuts() {
  const { KeyMod, KeyCode } = monaco;
  monaco.editor.addKeybindingRules([
    { keybinding: KeyMod.CtrlCmd | KeyCode.Enter, command: null },
    { keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter, command: null },
    { keybinding: KeyMod.CtrlCmd | KeyCode.Period, command: null },
    { keybinding: KeyMod.Alt | KeyCode.Enter, command: 'editor.action.quickFix' },
    // On Linux Monaco has another one, which opens the browser's tools.
    {
      keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
      command: 'editor.action.formatDocument',
    },
  ]);
}

function marker({ severity, message, hint, ...at }: Diagnostic): monaco.editor.IMarkerData {
  return {
    severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: hint === undefined ? message : `${message}\nTry: ${hint}`,
    startLineNumber: at.line,
    startColumn: at.column,
    endLineNumber: at.endLine,
    endColumn: at.endColumn,
  };
}

/** The colours of globals.css, in the only notation that Monaco reads. */
function defineThemes() {
  const define = (name: string, base: 'vs' | 'vs-dark', c: Readonly<Record<string, string>>) =>
    monaco.editor.defineTheme(name, {
      base,
      inherit: true,
      rules: [
        { token: 'keyword', foreground: c['keyword'] ?? '' },
        { token: 'keyword.directive', foreground: c['directive'] ?? '' },
        { token: 'string', foreground: c['string'] ?? '' },
        { token: 'string.escape', foreground: c['number'] ?? '' },
        { token: 'number', foreground: c['number'] ?? '' },
        { token: 'comment', foreground: c['comment'] ?? '' },
      ],
      colors: {
        'editor.background': c['surface'] ?? '',
        'editorGutter.background': c['surface'] ?? '',
        'editor.foreground': c['ink'] ?? '',
        'editorLineNumber.foreground': c['comment'] ?? '',
        'editorLineNumber.activeForeground': c['ink'] ?? '',
        'editor.lineHighlightBackground': c['line'] ?? '',
        'editor.lineHighlightBorder': '#00000000',
        'editorError.foreground': c['bad'] ?? '',
        'editorWarning.foreground': c['warn'] ?? '',
        // One colour for all brackets: colours mean something here.
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map((level) => [
            `editorBracketHighlight.foreground${level}`,
            c['ink'] ?? '',
          ]),
        ),
        focusBorder: '#00000000',
      },
    });
  define('forkyard-light', 'vs', {
    surface: '#ffffff',
    ink: '#1d2027',
    line: '#f4f3ef',
    comment: '#5c626d',
    keyword: '#085e96',
    directive: '#7a3391',
    string: '#1b6334',
    number: '#8a4307',
    bad: '#b3261e',
    warn: '#8a5a00',
  });
  define('forkyard-dark', 'vs-dark', {
    surface: '#1b2028',
    ink: '#e3e7ed',
    line: '#232932',
    comment: '#949ca8',
    keyword: '#7cc0ee',
    directive: '#d6a5e6',
    string: '#9ad8a4',
    number: '#f0bd84',
    bad: '#ff938a',
    warn: '#f0c46a',
  });
}
