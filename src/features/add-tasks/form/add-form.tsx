import { useRef } from 'react';

import type { AddInto } from '~/core/add-into';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { useKeyboardInset } from '~/ui/use-keyboard-inset';
import { useMediaQuery } from '~/ui/use-media-query';
import { usePastedText } from '~/ui/use-pasted-text';

import { FoundLine } from './found-line';
import { LatestOffer } from './latest-offer';
import { PasteBox } from './paste-box';
import { pasteInto } from './paste-into';
import { Preview } from './preview';
import type { DraftText } from './draft-text';
import { RoutesList } from './routes-list';
import type { Offer } from './services';
import { SubmitBar } from './submit-bar';
import { useAddForm } from './use-add-form';
import { useAsks, usePasting } from './use-asks';

interface AddFormProps {
  offer: Offer;
  /** A pasted text, or what was left over from an earlier one. */
  initial?: string | DraftText;
  focusFirst?: boolean;
  /** What is pasted outside any field goes into the box, too. */
  anywhere?: boolean;
  /** The group that what is added belongs to from the start. */
  into?: AddInto | undefined;
  /** A link or another app has brought the text. */
  arrived?: boolean | undefined;
  /** Called once tasks are added, with the draft if questions about it are still open. */
  onAdded: (rest: DraftText | null) => void;
}

/** The form for pasting, correcting and adding, on the first page and in the dialog alike. */
export function AddForm({
  offer,
  initial = '',
  focusFirst = false,
  anywhere = false,
  into,
  arrived,
  onAdded,
}: AddFormProps) {
  const t = useT();
  const form = useAddForm(offer, initial, onAdded, into, arrived);
  const frame = useRef<HTMLDivElement>(null);
  useKeyboardInset(frame);
  const isEmpty = form.draft.text.trim() === '';
  const paste = (pasted: string): void => {
    const end = form.draft.text.length;
    const part = { text: isEmpty ? pasted : `\n${pasted}`, from: isEmpty ? 0 : end, to: end };
    const next = pasteInto(form.draft, part, form.checks.refused);
    form.draft.paste(next.text, next.caret);
  };
  usePastedText(paste, anywhere);
  const isTouched = useMediaQuery('(pointer: coarse)') && 'clipboard' in navigator;
  const isRefused = form.checks.state.kind === 'stopped';
  const touching = usePasting(isTouched && (isEmpty || isRefused));
  const asks = useAsks(
    form.checks.state.kind === 'stopped' ||
      form.links.length > 0 ||
      form.draft.analysis.segments.some(({ kind }) => kind === 'doubt'),
  );
  return (
    <div ref={frame} data-add-form="" className={cn(FRAME, ABOVE_BAR)}>
      <div className="relative">
        <PasteBox
          draft={form.draft}
          placeholder={t('add.placeholder')}
          onSubmit={form.submit}
          focusFirst={focusFirst}
          refused={form.checks.refused}
        />
        {touching && isEmpty ? (
          <touching.PasteButton onText={paste} className="absolute end-3 bottom-3" />
        ) : null}
      </div>
      <Preview draft={form.draft} />
      <FoundLine form={form} />
      <RoutesList form={form} />
      <LatestOffer form={form} />
      {asks && (
        <>
          {form.links.length > 0 ? <asks.LinksNote form={form} /> : null}
          <asks.Doubts form={form} />
          <asks.CheckPanel
            state={form.checks.state}
            nameOf={form.nameOf}
            maskOf={form.maskOf}
            paste={touching ? <touching.PasteButton onText={paste} /> : null}
            onAnyway={form.submitAnyway}
            onAgain={form.submit}
          />
        </>
      )}
      <SubmitBar form={form} />
    </div>
  );
}

const FRAME = 'rounded-panel border border-line bg-surface lift-card';
/** What gets the focus is scrolled to a place that the bar at the bottom does not cover. */
const ABOVE_BAR = '[&_button]:scroll-mb-28 [&_input]:scroll-mb-28 [&_select]:scroll-mb-28';
