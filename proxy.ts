import { type NextRequest, NextResponse } from 'next/server';

/** The only page that others may have in a frame. */
const EMBEDDED = '/play/embed';
/** Tells the layout, in a request: ours to say, whatever a client sends. */
const EMBEDDED_HEADER = 'x-embedded';

/**
 * Security headers of every page. Scripts run only with this response's nonce, and never from a
 * string; styles may be inline, since the editor and the formulas set them.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const isEmbedded = request.nextUrl.pathname === EMBEDDED;
  const policy = contentSecurityPolicy(nonce, isEmbedded ? '*' : "'none'");

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set(EMBEDDED_HEADER, String(isEmbedded));
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  return response;
}

function contentSecurityPolicy(nonce: string, frameAncestors: string): string {
  // React's development build rebuilds server stacks with eval; the real one never does.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

export const config = {
  matcher: [
    {
      source: '/((?!_next/static|_next/image|favicon.ico|sitemap.xml|robots.txt).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
