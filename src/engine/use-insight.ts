import type { BatchFacts } from '~/engine/insight/batch-facts';
import type { InsightFacts, InsightFilter } from '~/engine/insight/facts';

/**
 * The facts about all ended tasks that this browser has seen and the filter leaves; null while they are read for the
 * first time. The same object until something changes. What is read stays for the next call.
 */
export type UseInsight = (filter: InsightFilter) => InsightFacts | null;

/** The facts about the batch that was added last among those that go on or, if none does, of all; null without any. */
export type UseCurrentBatch = () => BatchFacts | null;
