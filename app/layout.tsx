import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteHeader } from './_components/site/site-header';
import { parseTheme, THEME_COOKIE } from './_components/site/theme';
import { cn } from './_components/ui/class-names';
import './globals.css';
import './print.css';

export const metadata: Metadata = {
  title: { default: 'Forkyard', template: '%s · Forkyard' },
  description:
    'Learn processes by running them: lessons, quizzes and C exercises on a simulated machine.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

const text = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  variable: '--font-text',
  weight: '200 900',
  display: 'swap',
});
const code = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-code',
  weight: '100 800',
  display: 'swap',
});
// Only fetched by browsers that meet a letter which the first file lacks, e.g. in a name.
const textExtended = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  variable: '--font-text-ext',
  weight: '200 900',
  display: 'swap',
  preload: false,
});
const codeExtended = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-ext-wght-normal.woff2',
  variable: '--font-code-ext',
  weight: '100 800',
  display: 'swap',
  preload: false,
});

const fonts = [text, code, textExtended, codeExtended].map((font) => font.variable);

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  // In a frame of another site nothing is said of who looks at it.
  const isEmbedded = (await headers()).get('x-embedded') === 'true';
  return (
    <html lang="en" className={cn(fonts)} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        {!isEmbedded && <SiteHeader theme={theme} />}
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
      </body>
    </html>
  );
}
