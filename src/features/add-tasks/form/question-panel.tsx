import { useEffect, useRef, type ReactNode, type RefObject } from 'react';

import { shortId } from '~/core/title';
import type { Question } from '~/features/add-tasks/pairing/plan';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';
import '~/ui/late-icons';

import { OTHER } from './services';
import type { AddForm } from './use-add-form';

/** More candidates than these are in the select only. */
const MAX_BUTTONS = 5;

/** Which service a key or tasks belong to: asked, because the text does not show it. */
export function QuestionPanel({
  form,
  question,
  children,
}: {
  form: AddForm;
  question: Question;
  children?: ReactNode;
}) {
  const t = useT();
  const { id, secret, tasks, candidates } = question;
  const n = tasks.length;
  return (
    <Asked
      title={
        secret
          ? t('add.whichServiceOfKey', { key: form.maskOf(secret.apiKey) })
          : t('add.whichServiceOfTasks', { n, id: shortId(tasks[0]?.taskId ?? '') })
      }
      text={
        form.known.arrived
          ? t('add.arrived')
          : secret
            ? t(n > 0 ? 'add.standsAlone' : 'add.goesNowhere', { n })
            : t('add.tasksAlone', { n })
      }
    >
      {candidates.slice(0, MAX_BUTTONS).map((base) => (
        <Button key={base} size="sm" onClick={() => form.chooseService(id, base)}>
          {form.nameOf(base)}
        </Button>
      ))}
      {form.known.otherAddresses ? (
        <Button size="sm" onClick={() => form.chooseService(id, OTHER)}>
          {t('add.other')}
        </Button>
      ) : null}
      {children ? <div className="basis-full">{children}</div> : null}
    </Asked>
  );
}

/** A question with its answers as buttons. */
export function Asked({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <div
      ref={useFocusOn()}
      role="group"
      aria-label={title}
      className="flex gap-2.5 border-t border-line bg-run-soft px-5 py-3.5"
    >
      <Icon name="question" className="mt-0.5 text-run-ink" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{title}</p>
        <p className="text-ink-2">{text}</p>
        <div className="mt-2 flex flex-wrap gap-2">{children}</div>
      </div>
    </div>
  );
}

/** An answer takes its question away: the focus goes on to what is asked next, or to the button that adds. */
function useFocusOn(): RefObject<HTMLDivElement | null> {
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = asked.current?.closest('[data-add-form]');
    return () => {
      if (document.activeElement === document.body) {
        form?.querySelector<HTMLElement>(NEXT)?.focus();
      }
    };
  }, []);
  return asked;
}

const NEXT =
  'input[inputmode="url"]:placeholder-shown, [role="group"] button, button[data-add]:enabled';
