/** The terminal as drawn: xterm.js in our colours. Loaded when it is first needed. */
import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { ScreenSize } from '@/app/_workers/shell-protocol';
import { isDark, watchTheme } from '../site/shown-theme';

/** The colours of globals.css, in the only notation that xterm.js reads. */
const THEMES: Readonly<Record<'light' | 'dark', ITheme>> = {
  light: {
    // The page's own shows through.
    background: '#00000000',
    foreground: '#1d2027',
    cursor: '#085e96',
    cursorAccent: '#f4f3ef',
    selectionBackground: '#c9dcec',
  },
  dark: {
    background: '#00000000',
    foreground: '#e3e7ed',
    cursor: '#7cc0ee',
    cursorAccent: '#12161d',
    selectionBackground: '#2c4a63',
  },
};

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
    allowTransparency: true,
    convertEol: true,
    cursorBlink: false,
    fontFamily: getComputedStyle(container).getPropertyValue('--font-mono') || 'monospace',
    fontSize: 14,
    lineHeight: 1.25,
    screenReaderMode: true,
    scrollback: 5000,
    theme: themeNow(),
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
    terminal.options.theme = themeNow();
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

function themeNow(): ITheme {
  return THEMES[isDark() ? 'dark' : 'light'];
}

/** Keys that are the page's: Tab leaves the terminal, Ctrl C with a selection copies, shortcuts stay shortcuts. */
function isForTerminal(event: KeyboardEvent, terminal: Terminal): boolean {
  if (event.key === 'Tab') return false;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && (event.key === 'Enter' || event.key === '.')) return false;
  return !(isCommand && event.key.toLowerCase() === 'c' && terminal.hasSelection());
}
