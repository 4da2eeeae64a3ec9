/** What the person may choose, first the value that holds until they do. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'],
  promptShown: ['enhanced', 'original'],
} as const;

/** The languages of the page. None is chosen at first: the browser's own decides. */
export const LOCALES = ['en', 'zh-CN'] as const;

export type Theme = (typeof CHOICES.theme)[number];
export type PromptShown = (typeof CHOICES.promptShown)[number];
export type Locale = (typeof LOCALES)[number];

export interface Prefs {
  theme: Theme;
  /** Null: as the browser says. */
  locale: Locale | null;
  /** Which of the two prompts a card shows first. */
  promptShown: PromptShown;
  /** The notice of the day that the person closed, word for word. */
  noticeClosed: string | null;
}

export const DEFAULT_PREFS: Prefs = {
  theme: 'system',
  locale: null,
  promptShown: 'enhanced',
  noticeClosed: null,
};

/** Takes from anything what is a known choice and leaves the rest at its default. Never throws. */
export function readPrefs(stored: unknown): Prefs {
  const from =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    theme: pick(CHOICES.theme, from['theme']) ?? DEFAULT_PREFS.theme,
    locale: pick(LOCALES, from['locale']),
    promptShown: pick(CHOICES.promptShown, from['promptShown']) ?? DEFAULT_PREFS.promptShown,
    noticeClosed: typeof from['noticeClosed'] === 'string' ? from['noticeClosed'] : null,
  };
}

function pick<T extends string>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}
