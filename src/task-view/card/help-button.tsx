import { openDialog } from '~/address/dialogs';
import { signInAgain } from '~/address/sign-in';
import type { KeyWanted } from '~/core/connection';
import { helpFor, type Help, type Trouble } from '~/engine/answers/trouble';
import type { Card } from '~/task-view/use-card';
import { useEngine } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

/** The one button that helps with a look-up problem, if any does. */
export function HelpButton({ card, trouble }: { card: Card; trouble: Trouble }) {
  const t = useT();
  const engine = useEngine();
  const changeKey = (wanted: KeyWanted): void => openDialog({ kind: 'change-key', wanted });
  const help = helpFor(trouble, card.teamKey);
  if (help === 'none') return null;
  const acts: Record<typeof help, () => void> = {
    'change-key': () => changeKey(card.tracked),
    'choose-scheme': () =>
      changeKey({
        ...card.tracked,
        asks: 'scheme',
        said: card.answer.problem?.message ?? null,
      }),
    'paste-key': () => changeKey(card.tracked),
    // Without a connection the key is added beside the others, which stay as they are.
    'add-key': () => changeKey({ base: card.tracked.base, connectionId: null }),
    'sign-in': signInAgain,
    'check-now': () => engine.checkNow([card.key]),
  };
  return (
    <Button size="sm" aria-label={`${t(LABELS[help])} ${card.whole}`} onClick={() => acts[help]()}>
      {t(LABELS[help])}
    </Button>
  );
}

const LABELS = {
  'change-key': 'problems.help.changeKey',
  'choose-scheme': 'problems.help.chooseScheme',
  'paste-key': 'problems.help.pasteKey',
  'add-key': 'problems.help.addKey',
  'sign-in': 'problems.help.signIn',
  'check-now': 'problems.help.checkNow',
} as const satisfies Record<Exclude<Help, 'none'>, MessageKey>;
