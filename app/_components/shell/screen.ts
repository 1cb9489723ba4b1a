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
  terminal.attachCustomKeyEventHandler((event) => isForTerminal(event, terminal));
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

/** Keys that are the page's: Tab leaves the terminal, Ctrl C with a selection copies, shortcuts stay shortcuts. */
function isForTerminal(event: KeyboardEvent, terminal: Terminal): boolean {
  if (event.key === 'Tab') return false;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && (event.key === 'Enter' || event.key === '.')) return false;
  return !(isCommand && event.key.toLowerCase() === 'c' && terminal.hasSelection());
}
