import { lateCode } from '~/ui/late-code';

export const useAsks = lateCode(async () => {
  const { CheckPanel, Doubts, LinksNote, QuestionPanel } = await import('./asks');
  return { CheckPanel, Doubts, LinksNote, QuestionPanel };
});
