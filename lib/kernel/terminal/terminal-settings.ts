/**
 * termios: how the terminal treats what is typed. Kept whole, as tcgetattr must give back what tcsetattr
 * took; of effect are ICANON, ISIG, NOFLSH, TOSTOP, ICRNL, INLCR, IGNCR, VMIN, VTIME, the characters for
 * end of file, erase, kill, interrupt, quit and suspend, and ECHO for whoever shows the terminal, and so
 * echoes. Leaves out: output processing, speeds, special characters beyond these.
 */
export interface TerminalSettings {
  readonly input: number;
  readonly output: number;
  readonly control: number;
  readonly local: number;
  readonly lineDiscipline: number;
  /** c_cc. Replaced, not changed. */
  readonly characters: readonly number[];
}

export const InputFlag = { INLCR: 0o100, IGNCR: 0o200, ICRNL: 0o400 } as const;
export const LocalFlag = {
  ISIG: 0o1,
  ICANON: 0o2,
  ECHO: 0o10,
  NOFLSH: 0o200,
  TOSTOP: 0o400,
} as const;
/** Indices of c_cc. */
export const ControlCharacter = {
  VINTR: 0,
  VQUIT: 1,
  VERASE: 2,
  VKILL: 3,
  VEOF: 4,
  VTIME: 5,
  VMIN: 6,
  VSUSP: 10,
  VEOL: 11,
} as const;

const CHARACTER_COUNT = 19;
const FLAG_BYTES = 4;
export const TERMIOS_BYTES = 36;

/** As Linux sets up a terminal (INIT_C_CC and tty_std_termios). */
export const initialSettings: TerminalSettings = {
  input: 0o2400, // ICRNL | IXON
  output: 0o5, // OPOST | ONLCR
  control: 0o277, // B38400 | CS8 | CREAD
  local: 0o105073, // ISIG ICANON ECHO ECHOE ECHOK ECHOCTL ECHOKE IEXTEN
  lineDiscipline: 0,
  characters: [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0],
};

/** struct termios as ioctl has it: four flags, the discipline, 19 characters. */
export function encodeSettings(settings: TerminalSettings): Uint8Array {
  const bytes = new Uint8Array(TERMIOS_BYTES);
  const view = new DataView(bytes.buffer);
  [settings.input, settings.output, settings.control, settings.local].forEach((flags, k) => {
    view.setUint32(FLAG_BYTES * k, flags, true);
  });
  view.setUint8(16, settings.lineDiscipline);
  bytes.set(settings.characters, 17);
  return bytes;
}

export function decodeSettings(bytes: Uint8Array): TerminalSettings {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    input: view.getUint32(0, true),
    output: view.getUint32(4, true),
    control: view.getUint32(8, true),
    local: view.getUint32(12, true),
    lineDiscipline: view.getUint8(16),
    characters: [...bytes.subarray(17, 17 + CHARACTER_COUNT)],
  };
}

export function isCanonical(settings: TerminalSettings): boolean {
  return (settings.local & LocalFlag.ICANON) !== 0;
}

/** What whoever shows the terminal has to do with what is typed. */
export interface TerminalModes {
  /** Whole lines are wanted, edited; otherwise every character at once. */
  readonly isCanonical: boolean;
  readonly echoes: boolean;
}

export function modesOf(settings: TerminalSettings): TerminalModes {
  return {
    isCanonical: isCanonical(settings),
    echoes: (settings.local & LocalFlag.ECHO) !== 0,
  };
}

export function character(settings: TerminalSettings, index: number): number {
  return settings.characters[index] ?? 0;
}

/** struct winsize: characters, and what they measure in pixels. Replaced, not changed. */
export interface WindowSize {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

export const initialWindow: WindowSize = { rows: 24, columns: 80, width: 0, height: 0 };
export const WINSIZE_BYTES = 8;

export function encodeWindow({ rows, columns, width, height }: WindowSize): Uint8Array {
  const bytes = new Uint8Array(WINSIZE_BYTES);
  const view = new DataView(bytes.buffer);
  [rows, columns, width, height].forEach((size, k) => {
    view.setUint16(2 * k, size, true);
  });
  return bytes;
}

export function decodeWindow(bytes: Uint8Array): WindowSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const size = (k: number): number => view.getUint16(2 * k, true);
  return { rows: size(0), columns: size(1), width: size(2), height: size(3) };
}
