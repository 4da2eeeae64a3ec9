import { lateCode } from '~/ui/late-code';

export const useAsks = lateCode(async () => {
  const { CheckPanel, Doubts, QuestionPanel } = await import('./asks');
  return { CheckPanel, Doubts, QuestionPanel };
});
