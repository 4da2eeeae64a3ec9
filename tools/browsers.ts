/** The oldest browsers the page runs in: nothing is rewritten for older ones, neither scripts nor styles. */
export const BROWSERS = ['chrome120', 'firefox121', 'safari17'];
