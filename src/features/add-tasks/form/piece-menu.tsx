import { Menu as Base } from '@base-ui/react/menu';
import { useState } from 'react';

import { shapeOf } from '~/features/add-tasks/recognise/shape-of';
import type { Correction, Segment } from '~/features/add-tasks/recognise/analysis';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';
import { MENU_ITEM, MenuFrame } from '~/ui/menu';

type Choice = Correction['kind'];

export interface PieceMenuProps {
  anchor: HTMLElement;
  segment: Segment;
  /** All segments of the text, to find those of the same shape. */
  segments: readonly Segment[];
  onCorrect: (corrections: readonly Correction[]) => void;
  onClose: () => void;
}

/** What a piece may be: a press decides, for all pieces that look like it if wanted. */
export function PieceMenu({ anchor, segment, segments, onCorrect, onClose }: PieceMenuProps) {
  const t = useT();
  const shape = shapeOf(segment.value);
  const alikes = new Set(
    segments.flatMap(({ kind, value }) =>
      kind === segment.kind && shapeOf(value) === shape ? value : [],
    ),
  );
  const [alike, setAlike] = useState(alikes.size > 1);
  const choose = (kind: Choice): void => {
    onCorrect([{ value: segment.value, kind, alike: alike && alikes.size > 1 }]);
    onClose();
  };
  return (
    <MenuFrame anchor={anchor} label={t('add.whatIsThis')} onClose={onClose}>
      <p className="px-2.5 pt-1.5 pb-1 text-caption font-semibold text-ink-2">
        {t('add.whatIsThis')}
      </p>
      {/* On a phone the menu may cover the piece. */}
      <p className="truncate px-2.5 pb-1 text-small text-ink-2 sm:hidden">{segment.text}</p>
      <Base.RadioGroup value={CHOICE_OF[segment.kind]}>
        {CHOICES.map(({ kind, word, hint, look }) => (
          <Base.RadioItem
            key={kind}
            value={kind}
            label={t(word)}
            aria-label={t(word)}
            onClick={() => choose(kind)}
            className={MENU_ITEM}
          >
            <span className={look}>{t(word)}</span>
            <span className="ms-auto ps-4 text-caption text-ink-2">{t(hint)}</span>
            <Base.RadioItemIndicator>
              <Icon name="check" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
      {alikes.size > 1 ? (
        <Base.CheckboxItem
          checked={alike}
          onCheckedChange={setAlike}
          closeOnClick={false}
          className={`${MENU_ITEM} mt-1 border-t border-line`}
        >
          <span className="grid size-4 place-items-center rounded-sm border border-ink-3">
            <Base.CheckboxItemIndicator>
              <Icon name="check" />
            </Base.CheckboxItemIndicator>
          </span>
          {t('add.allAlike', { n: alikes.size })}
        </Base.CheckboxItem>
      ) : null}
    </MenuFrame>
  );
}

const MARK = 'rounded-md px-1.5 font-semibold';
const CHOICES = [
  {
    kind: 'key',
    word: 'add.choice.key',
    hint: 'add.choice.keyHint',
    look: `${MARK} bg-ok-soft text-ok-ink`,
  },
  {
    kind: 'id',
    word: 'add.choice.task',
    hint: 'add.choice.taskHint',
    look: `${MARK} bg-accent-soft text-accent`,
  },
  {
    kind: 'name',
    word: 'add.choice.name',
    hint: 'add.choice.nameHint',
    look: `${MARK} name-line`,
  },
  {
    kind: 'address',
    word: 'add.choice.address',
    hint: 'add.choice.addressHint',
    look: `${MARK} bg-run-soft text-run-ink`,
  },
  { kind: 'other', word: 'add.choice.ignore', hint: 'add.choice.ignoreHint', look: MARK },
] as const satisfies readonly {
  kind: Choice;
  word: MessageKey;
  hint: MessageKey;
  look: string;
}[];

/** What is chosen at first; a doubtful piece is nothing yet. */
const CHOICE_OF = {
  key: 'key',
  id: 'id',
  name: 'name',
  address: 'address',
  maybe: null,
  doubt: null,
  link: null,
  other: 'other',
} as const satisfies Record<Segment['kind'], Choice | null>;
