/** The person's choices; the first value is the default. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'],
  promptShown: ['enhanced', 'original'],
  singleKeys: ['on', 'off'],
  contrast: ['system', 'more'],
  textSize: ['100', '115', '130', '150'],
} as const;

/** The page's languages by BCP 47 tag, each by its own name: the only texts that are not translated. */
export const LOCALE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} as const;

export type Locale = keyof typeof LOCALE_NAMES;

/** In the order of the menu. By default, the browser's languages decide. */
export const LOCALES = Object.keys(LOCALE_NAMES) as Locale[];

export type Theme = (typeof CHOICES.theme)[number];
export type PromptShown = (typeof CHOICES.promptShown)[number];
export type Contrast = (typeof CHOICES.contrast)[number];
export type SingleKeys = (typeof CHOICES.singleKeys)[number];

export interface Prefs {
  theme: Theme;
  /** Null follows the browser. */
  locale: Locale | null;
  /** Which of the two prompts a card shows first. */
  promptShown: PromptShown;
  /** Whether letters, digits and signs are shortcuts. */
  singleKeys: SingleKeys;
  contrast: Contrast;
  /** Percent of the browser’s own size of text. */
  textSize: (typeof CHOICES.textSize)[number];
  /** The text of the host's notice that the person closed. */
  noticeClosed: string | null;
  /** How the board was last grouped, and what was folded, as in the address; null until it is chosen. */
  grouping: { by: string; folded: string } | null;
  /** How much room the board last gave to a task, as in the address; null until it is chosen. */
  density: string | null;
}

export const DEFAULT_PREFS: Prefs = {
  theme: 'system',
  locale: null,
  promptShown: 'enhanced',
  singleKeys: 'on',
  contrast: 'system',
  textSize: '100',
  noticeClosed: null,
  grouping: null,
  density: null,
};

/** Keeps valid choices and uses defaults for the rest. Never throws. */
export function readPrefs(stored: unknown): Prefs {
  const from =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    theme: pick(CHOICES.theme, from['theme']) ?? DEFAULT_PREFS.theme,
    locale: pick(LOCALES, from['locale']),
    promptShown: pick(CHOICES.promptShown, from['promptShown']) ?? DEFAULT_PREFS.promptShown,
    singleKeys: pick(CHOICES.singleKeys, from['singleKeys']) ?? DEFAULT_PREFS.singleKeys,
    contrast: pick(CHOICES.contrast, from['contrast']) ?? DEFAULT_PREFS.contrast,
    textSize: pick(CHOICES.textSize, from['textSize']) ?? DEFAULT_PREFS.textSize,
    noticeClosed: textIn(from['noticeClosed']),
    grouping: groupingIn(from['grouping']),
    density: textIn(from['density']),
  };
}

function textIn(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null;
}

function groupingIn(stored: unknown): Prefs['grouping'] {
  const { by, folded } = Object(stored) as Record<string, unknown>;
  return typeof by === 'string' && typeof folded === 'string' ? { by, folded } : null;
}

function pick<T extends string>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}
