import about from '../package.json' with { type: 'json' };

/** The oldest browsers the page runs in: nothing is rewritten for older ones, neither scripts nor styles. */
export const BROWSERS: string[] = about.browserslist.map((one) => one.replace(' ', ''));
