// A client component reaches every reader: nothing of the server may come with it. The boundary
// is a property of the file ('use client'), so a rule over paths can't see it.

const pureCore = 'abi|compiler|libc|vm|kernel|userland|explorer|trace|grading';
const allowedValue = new RegExp(`^(@/|(\\.\\./)+)lib/(${pureCore})/`);
const allowedType = new RegExp(`^(@/|(\\.\\./)+)lib/(${pureCore}|courseware)/`);
const anyLib = /^(@\/|(\.\.\/)+)lib\//;

/** @type {import('eslint').Rule.RuleModule} */
export const clientImports = {
  meta: {
    type: 'problem',
    schema: [],
    docs: {
      description: 'client components import only the pure core, and types of lib/courseware',
    },
    messages: {
      server:
        'A client component may import only the pure core, and types of lib/courseware; {{from}} stays on the server. Pass what it needs as a property.',
    },
  },
  create(context) {
    const isClient = context.sourceCode.ast.body.some(
      (node) =>
        node.type === 'ExpressionStatement' &&
        'directive' in node &&
        node.directive === 'use client',
    );
    if (!isClient) return {};
    return {
      ImportDeclaration(node) {
        const from = String(node.source.value);
        if (!anyLib.test(from)) return;
        const isType = 'importKind' in node && node.importKind === 'type';
        if (!(isType ? allowedType : allowedValue).test(from)) {
          context.report({ node, messageId: 'server', data: { from } });
        }
      },
    };
  },
};
