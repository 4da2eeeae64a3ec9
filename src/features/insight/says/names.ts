import type { Sum } from '~/engine/insight/facts';
import { formatNumber } from '~/i18n/format';
import { activeLocale, type Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

export interface ModelOf {
  base: string;
  model: string | null;
}

/** Names models so that they are told apart: with the service where two services have one of that name. */
export function modelNamer(all: readonly ModelOf[], t: Translate): (of: ModelOf) => string {
  const bases = new Map<string | null, Set<string>>();
  for (const { base, model } of all) {
    bases.set(model, (bases.get(model) ?? new Set()).add(base));
  }
  return ({ base, model }) => {
    const name = modelName(model, t);
    const isAlone = model !== null && (bases.get(model)?.size ?? 0) < 2;
    return isAlone ? name : t('insight.modelOf', { model: name, service: serviceName(base) });
  };
}

export function modelName(model: string | null, t: Translate): string {
  return model ?? t('insight.noModel');
}

/** A sum in its unit. Nothing of it is rounded away: amounts have six decimals at most. */
export function amountWords({ amount, unit }: Sum, t: Translate): string {
  if (unit !== null && isCurrency(unit))
    return formatNumber(amount, { style: 'currency', currency: unit, maximumFractionDigits: 6 });
  const number = formatNumber(amount, { maximumFractionDigits: 6 });
  if (unit === null) return t('insight.cost.bare', { amount: number });
  if (unit === CREDITS) return t('insight.cost.credits', { n: amount, amount: number });
  return t('insight.cost.unit', { amount: number, unit });
}

/** A unit alone. */
export function unitName(unit: string | null, t: Translate): string {
  if (unit === null) return t('insight.cost.unitNone');
  if (unit === CREDITS) return t('insight.cost.unitCredits');
  if (!isCurrency(unit)) return unit;
  return new Intl.DisplayNames(activeLocale(), { type: 'currency' }).of(unit) ?? unit;
}

const CREDITS = 'credits';

function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** A list in words: `a, b, and c`. */
export function listWords(all: readonly string[]): string {
  return new Intl.ListFormat(activeLocale()).format(all);
}

/** With a capital at the beginning, in scripts that have them. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(activeLocale()) + text.slice(first.length);
}
