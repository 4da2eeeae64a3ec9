import { withWords } from '~/i18n/i18n';
import { lateCode } from '~/ui/late-code';

export const useAsks = lateCode(
  withWords(['add', 'asks'], async () => {
    const { CheckPanel, Doubts, QuestionPanel } = await import('./asks');
    return { CheckPanel, Doubts, QuestionPanel };
  }),
);
