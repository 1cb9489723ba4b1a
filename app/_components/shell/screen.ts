/** The terminal as drawn: xterm.js in our colours. Loaded when it is first needed. */
import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { ScreenSize } from '@/app/_workers/shell-protocol';
import { watchTheme } from '../site/shown-theme';

/** The page's tokens for what xterm.js draws. */
const TOKENS = {
  background: '--sunken',
  foreground: '--ink',
  cursor: '--accent',
  cursorAccent: '--sunken',
  selectionBackground: '--selection',
} as const satisfies ITheme;

export type Screen = {
  /** Calls back when it has been drawn. */
  readonly write: (text: string, onShown?: () => void) => void;
  readonly clear: () => void;
  readonly focus: () => void;
  readonly size: () => ScreenSize;
  readonly dispose: () => void;
};

export function openScreen(
  container: HTMLElement,
  on: {
    readonly keys: (text: string) => void;
    readonly resized: (size: ScreenSize) => void;
    /** Whether Tab is for the line that is typed; else it leaves the terminal. */
    readonly wantsTab: () => boolean;
  },
): Screen {
  const terminal = new Terminal({
    convertEol: true,
    cursorBlink: false,
    fontFamily: getComputedStyle(container).getPropertyValue('--font-mono') || 'monospace',
    fontSize: 14,
    lineHeight: 1.25,
    screenReaderMode: true,
    scrollback: 5000,
    theme: themeOf(container),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(container);
  terminal.textarea?.setAttribute('aria-label', 'Terminal: what you type goes to the shell');
  terminal.attachCustomKeyEventHandler((event) => isForTerminal(event, terminal, on.wantsTab));
  fit.fit();

  terminal.onData(on.keys);
  terminal.onResize(({ rows, cols }) => on.resized({ rows, columns: cols }));
  const observer = new ResizeObserver(() => {
    // Hidden behind another tab it has no size: it keeps the one it had.
    if (container.offsetWidth > 0 && container.offsetHeight > 0) fit.fit();
  });
  observer.observe(container);
  const endWatch = watchTheme(() => {
    terminal.options.theme = themeOf(container);
  });
  return {
    write: (text, onShown) => terminal.write(text, onShown),
    clear: () => terminal.reset(),
    focus: () => terminal.focus(),
    size: () => ({ rows: terminal.rows, columns: terminal.cols }),
    dispose: () => {
      observer.disconnect();
      endWatch();
      terminal.dispose();
    },
  };
}

/** xterm.js knows no variables: it gets what they come to in the present theme. */
function themeOf(container: HTMLElement): ITheme {
  const probe = document.createElement('span');
  container.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const theme = Object.fromEntries(
    Object.entries(TOKENS).map(([part, token]) => [part, colour(token)]),
  );
  probe.remove();
  return theme;
}

/** Keys that are the page's: copying a selection, pasting, shortcuts, and Tab where there is nothing to complete. */
function isForTerminal(event: KeyboardEvent, terminal: Terminal, wantsTab: () => boolean): boolean {
  if (event.key === 'Tab') return !event.shiftKey && wantsTab();
  if (!event.ctrlKey && !event.metaKey) return true;
  switch (event.key.toLowerCase()) {
    case 'enter':
    case '.':
    case 'v':
      return false;
    case 'c':
      if (!terminal.hasSelection()) return true;
      // With Shift, as terminals of desktops have it, the browser would open its tools.
      if (event.shiftKey && event.type === 'keydown') {
        event.preventDefault();
        void navigator.clipboard.writeText(terminal.getSelection());
      }
      return false;
    default:
      return true;
  }
}
