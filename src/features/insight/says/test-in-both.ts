import { setLocale } from '~/i18n/i18n';

/** What is said in English and in Chinese. */
export async function inBoth(say: () => string): Promise<[en: string, zh: string]> {
  await setLocale('en');
  const english = say();
  await setLocale('zh-CN');
  return [english, say()];
}
