// Steps on the terminal: what is being done, and how long it took. On a real terminal the line of
// the running step counts the seconds; in a log it is written once.
const showsProgress = process.stdout.isTTY;

/** @param {number} milliseconds */
function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/**
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T> | T} work note: what to say in the end, also
 *   when it failed
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  let result = '';
  const timer = showsProgress
    ? setInterval(() => rewrite(`  … ${title}  ${seconds(Date.now() - start)}`), 1000)
    : undefined;
  process.stdout.write(showsProgress ? `  … ${title}` : `  … ${title}\n`);
  const outcome = (/** @type {'✓' | '✗'} */ mark) =>
    `  ${mark} ${title}${result === '' ? '' : `: ${result}`}  ${seconds(Date.now() - start)}`;
  try {
    const value = await work((text) => (result = text));
    finish(outcome('✓'));
    return value;
  } catch (error) {
    finish(outcome('✗'));
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} line */
function rewrite(line) {
  process.stdout.write(`\r\u001b[2K${line}`);
}

/** @param {string} line */
function finish(line) {
  if (showsProgress) rewrite(`${line}\n`);
  else console.log(line);
}
