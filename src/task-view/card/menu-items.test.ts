import { describe, expect, it } from 'vitest';

import type { Answer } from '~/core/answer';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import type { ServiceKeys } from '~/engine/answers/service-keys';
import { anAnswer, aTracked, serviceKeys } from '~test/builders';

import { menuItems, type MenuScene } from './menu-items';

const VIDEO = {
  state: 'completed',
  video: { kind: 'link', url: 'https://cdn.test/a.mp4' },
} as const;

/** What cannot be done, with the reasons. */
function refused(change: Partial<MenuScene> = {}) {
  const scene = { card: aCard(), online: true, inDetails: false, met: null, ...change };
  return Object.fromEntries(
    menuItems(scene).flatMap(({ action, why }) => (why === null ? [] : [[action, why]])),
  );
}

function aCard(
  task: Partial<Task> | null = VIDEO,
  {
    content = {},
    keys = {},
    tracked = {},
  }: {
    content?: Pick<Answer, 'content'>;
    keys?: Partial<ServiceKeys>;
    tracked?: Partial<TrackedTask>;
  } = {},
): CardFacts {
  return cardOf(aTracked(tracked), anAnswer(task, content), serviceKeys(keys));
}

describe('the menu of a card', () => {
  it('refuses nothing where there is a video with a link', () => {
    expect(refused()).toEqual({});
  });

  it('has nothing to copy, compare or pick while there is no video', () => {
    const none = { copyLink: 'card.why.noVideo', compare: 'card.why.noVideo' };
    expect(refused({ card: aCard({}) })).toEqual({
      ...none,
      pick: 'card.why.noVideo',
    });
    expect(refused({ card: aCard(null) })).toMatchObject(none);
  });

  it('has no link where only the key opens the video', () => {
    expect(refused({ card: aCard({ video: { kind: 'content' } }) })).toEqual({
      copyLink: 'card.why.keyed',
    });
  });

  it('has nothing to compare or pick where the service gave no video after all', () => {
    const task = { state: 'completed', video: { kind: 'content' } } as const;
    const why = 'card.why.gaveNone';
    expect(refused({ card: aCard(task, { content: { content: 'refused' } }) })).toEqual({
      copyLink: why,
      compare: why,
      pick: why,
    });
  });

  it('cannot look a task up without a key, or without a network', () => {
    const card = aCard({ state: 'running' }, { keys: { loss: 'missing' } });
    expect(refused({ card, online: false })).toMatchObject({ checkNow: 'card.why.noKey' });
    expect(refused({ online: false })).toEqual({ checkNow: 'card.why.offline' });
  });

  it('leads nowhere that the person is already', () => {
    expect(refused({ inDetails: true })).toEqual({ details: 'card.why.here' });
  });

  it('offers help where something keeps the person from the video, and only there', () => {
    const actions = (met: MenuScene['met']) =>
      menuItems({ card: aCard(), online: true, inDetails: false, met }).map((item) => item.action);
    expect(actions('trouble.auth')).toContain('help');
    expect(actions(null)).not.toContain('help');
  });

  it('takes back the mark of a picked one', () => {
    const label = (pickedAt: number | null) =>
      menuItems({
        card: aCard(VIDEO, { tracked: { pickedAt } }),
        online: true,
        inDetails: false,
        met: null,
      })
        .filter(({ action }) => action === 'pick')
        .map((item) => item.label);
    expect(label(null)).toEqual(['compare.pick']);
    expect(label(1)).toEqual(['compare.unpick']);
  });

  it('marks as dangerous what takes the card away, and only that', () => {
    const items = menuItems({ card: aCard(), online: true, inDetails: false, met: null });
    expect(items.filter(({ danger }) => danger).map(({ action }) => action)).toEqual(['remove']);
  });
});
