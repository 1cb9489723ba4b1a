/** Which theme is shown, for what is drawn by libraries that know no CSS variables. */
const systemDark = '(prefers-color-scheme: dark)';

export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia(systemDark).matches : theme === 'dark';
}

/** Ends the watch when called. */
export function watchTheme(onChange: () => void): () => void {
  const query = matchMedia(systemDark);
  query.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    query.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
