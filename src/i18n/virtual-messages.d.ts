/** Made by `tools/messages.ts` at build time. */
declare module 'virtual:messages/*' {
  import type { Messages } from '@lingui/core';

  export const messages: Messages;
}
