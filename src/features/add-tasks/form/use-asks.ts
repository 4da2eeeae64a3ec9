import { withWords } from '~/i18n/i18n';
import { lateCode } from '~/ui/late-code';

/** For fingers, where a page may read what was copied. */
export const usePasting = lateCode(
  withWords(['add', 'asks'], async () => {
    const { PasteButton } = await import('./paste-button');
    return { PasteButton };
  }),
);

export const useAsks = lateCode(
  withWords(['add', 'asks'], async () => {
    const { CheckPanel, Doubts, LinksNote, QuestionPanel } = await import('./asks');
    return { CheckPanel, Doubts, LinksNote, QuestionPanel };
  }),
);
