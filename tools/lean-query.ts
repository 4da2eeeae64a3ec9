import type { Plugin } from 'vite';

const CORE = '/@tanstack/query-core/build/modern/';

/** Parts of TanStack Query that its client always loads, though this page changes nothing through it and reads no pages. */
const UNUSED: Readonly<Record<string, string>> = {
  'mutationCache.js': `export class MutationCache {
    findAll() { return []; }
    resumePausedMutations() { return Promise.resolve(); }
    clear() {}
  }`,
  'infiniteQueryBehavior.js': `const none = () => { throw new Error('tools/lean-query.ts leaves this out'); };
  export { none as infiniteQueryBehavior, none as hasNextPage, none as hasPreviousPage };`,
};
/** Whatever has one of these in the page needs what is left out. */
const USERS = /\/(?:mutation|mutationObserver|infiniteQueryObserver|hydration)\.js$/;

/** Leaves mutations and infinite queries out of the built page, and breaks the build if the page begins to use them. */
export function leanQuery(): Plugin {
  return {
    name: 'rushes:lean-query',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      return (id.includes(CORE) && UNUSED[id.slice(id.lastIndexOf('/') + 1)]) || null;
    },
    generateBundle(_options, output) {
      for (const file of Object.values(output)) {
        const users = file.type === 'chunk' ? file.moduleIds : [];
        const user = users.find((id) => id.includes(CORE) && USERS.test(id));
        if (user !== undefined) this.error(`${user} needs what tools/lean-query.ts leaves out`);
      }
    },
  };
}
