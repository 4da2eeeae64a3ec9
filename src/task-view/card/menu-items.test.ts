import { describe, expect, it } from 'vitest';

import { anAnswer, aTask, aTracked } from '~test/builders';

import { menuItems, type MenuScene } from './menu-items';

const video = aTask({ state: 'completed', video: { kind: 'link', url: 'https://cdn.test/a.mp4' } });

/** What cannot be done, with the reasons. */
function refused(change: Partial<MenuScene> = {}) {
  const scene = { card: aCard(), online: true, inDetails: false, ...change };
  return Object.fromEntries(
    menuItems(scene).flatMap(({ action, why }) => (why === null ? [] : [[action, why]])),
  );
}

const aCard = (change: Partial<MenuScene['card']> = {}): MenuScene['card'] => {
  const card = { tracked: aTracked(), task: video, trouble: null, ...change };
  return { answer: anAnswer(card.task), ...card };
};

describe('the menu of a card', () => {
  it('refuses nothing where there is a video with a link', () => {
    expect(refused()).toEqual({});
  });

  it('has nothing to copy, compare or pick while there is no video', () => {
    const none = { copyLink: 'card.why.noVideo', compare: 'card.why.noVideo' };
    expect(refused({ card: aCard({ task: aTask() }) })).toEqual({
      ...none,
      pick: 'card.why.noVideo',
    });
    expect(refused({ card: aCard({ task: null }) })).toMatchObject(none);
  });

  it('has no link where only the key opens the video', () => {
    const task = aTask({ video: { kind: 'content' } });
    expect(refused({ card: aCard({ task }) })).toEqual({ copyLink: 'card.why.keyed' });
  });

  it('has nothing to compare or pick where the service gave no video after all', () => {
    const task = aTask({ state: 'completed', video: { kind: 'content' } });
    const answer = anAnswer(task, { content: 'refused' });
    const why = 'card.why.gaveNone';
    expect(refused({ card: aCard({ task, answer }) })).toEqual({
      copyLink: why,
      compare: why,
      pick: why,
    });
  });

  it('cannot look a task up without a key, or without a network', () => {
    expect(refused({ card: aCard({ trouble: 'no_key' }), online: false })).toEqual({
      checkNow: 'card.why.noKey',
    });
    expect(refused({ online: false })).toEqual({ checkNow: 'card.why.offline' });
  });

  it('leads nowhere that the person is already', () => {
    expect(refused({ inDetails: true })).toEqual({ details: 'card.why.here' });
  });

  it('takes back the mark of a picked one', () => {
    const label = (pickedAt: number | null) =>
      menuItems({
        card: aCard({ tracked: aTracked({ pickedAt }) }),
        online: true,
        inDetails: false,
      })
        .filter(({ action }) => action === 'pick')
        .map((item) => item.label);
    expect(label(null)).toEqual(['compare.pick']);
    expect(label(1)).toEqual(['compare.unpick']);
  });

  it('marks as dangerous what takes the card away, and only that', () => {
    const items = menuItems({ card: aCard(), online: true, inDetails: false });
    expect(items.filter(({ danger }) => danger).map(({ action }) => action)).toEqual(['remove']);
  });
});
