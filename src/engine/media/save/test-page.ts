import type { PageCard, PageWords } from './web-page';

export const WORDS: PageWords = {
  language: 'en',
  title: '2 videos',
  about: 'Saved today',
  play: 'Play',
  picked: 'Picked',
  missing: 'Not fetched',
};

/** What a page says of a video of which nothing is known but its title. */
export function aCard(change: Partial<PageCard> = {}): PageCard {
  return {
    title: 'Harbour',
    shot: null,
    prompt: null,
    facts: [],
    isPicked: false,
    poster: null,
    ...change,
  };
}
