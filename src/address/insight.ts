import type { Screen } from './screens';

/** Insight with the filters of the board alone. */
export const INSIGHT: Screen<'insight'> = { kind: 'insight', parts: [] };
