import { cleanText } from '~/core/clean-text';
import { boundedAmount, LONGEST_UNIT, type Cost } from '~/core/cost';
import { isTerminal, type TaskState } from '~/core/task';
import {
  BESIDE_UNIT_NAMES,
  COST_FILLERS,
  COST_HOLDERS,
  COST_NOUNS,
  COST_VERBS,
  CREDIT_UNITS,
  CURRENCIES,
  MEASURES,
  REFUNDS,
  SIGNS,
  UNIT_NAMES,
} from '~/engine/gateway/tables/cost-words';

import type { Json } from './read';
import { mayHoldVideo, partsOf as partsBetween } from './sides';
import { saysState } from './status-fields';
import { ownId } from './unwrap';
import { leavesOf, type Leaf } from './walk';

/**
 * What the service says a task has cost; null if it does not, or if that is doubtful: a balance, a limit, a price of
 * something, an estimate, a count of tokens. Before the end all is an estimate.
 */
export function costOf([root]: readonly Json[], state: TaskState): Cost | null {
  if (!root || !isTerminal(state)) return null;
  const leaves = leavesOf(root, mayTellCost);
  const found = leaves.flatMap((leaf) => costIn(leaf, leaves, state) ?? []);
  // Money says more than credits, and both more than a bare number.
  const best = Math.min(...found.map(({ rank }) => rank));
  return found.find(({ rank }) => rank === best)?.cost ?? null;
}

function mayTellCost(name: string): boolean {
  return (
    mayHoldVideo(name) && !/^(?:errors?|limits?|plans?|balances?|wallet|remaining)/i.test(name)
  );
}

type Ranked = { cost: Cost; rank: number };

function costIn(leaf: Leaf, leaves: readonly Leaf[], state: TaskState): Ranked | null {
  const name = leaf.names.at(-1) ?? '';
  const parts = saidParts(leaf);
  const amount = amountIn(leaf.value);
  if (parts === null || amount === null) return null;
  const unit = unitIn(parts) ?? amount.unit ?? unitBeside(leaf.holder, name);
  if (unit === 'measure') return null;
  if (!saysPaid(parts, unit, leaf, state)) return null;
  const back = leaves.find((one) => one.holder === leaf.holder && isRefund(one, unit));
  const left = amount.value - (back ? (amountIn(back.value)?.value ?? 0) : 0);
  const bounded = boundedAmount(Math.max(0, left));
  // Some call the milliseconds that a task took its cost.
  if (bounded === null || (unit === null && bounded >= 1000)) return null;
  const isMoney = unit !== null && /^(?:[A-Z]{3}|[$¥])$/.test(unit);
  return { cost: { amount: bounded, unit }, rank: isMoney ? 0 : unit !== null ? 1 : 2 };
}

/** The parts of the name, with those of the object around it where the name alone says nothing; null if one is unknown. */
function saidParts({ names }: Leaf): readonly string[] | null {
  const own = partsOf(names.at(-1) ?? '');
  const around = partsOf(names.at(-2) ?? '');
  const isBare = own.every((part) => COST_FILLERS.has(part) || unitIn([part]) !== null);
  const isHeld = around.length > 0 && around.every((part) => COST_HOLDERS.has(part));
  const parts = isBare && isHeld ? [...own, 'cost'] : own;
  return parts.length > 0 && parts.every(isKnown) ? parts : null;
}

function isKnown(part: string): boolean {
  return (
    COST_NOUNS.has(part) ||
    COST_VERBS.has(part) ||
    COST_FILLERS.has(part) ||
    part === 'unit' ||
    part === 'quota' ||
    unitIn([part]) !== null
  );
}

/**
 * `cost`, `credits_used`; and `credits` or `quota` alone, if it stands in the task itself and the task has succeeded:
 * what was taken for one that failed may have been given back.
 */
function saysPaid(
  parts: readonly string[],
  unit: string | null,
  { holder }: Leaf,
  state: TaskState,
): boolean {
  const isUnitOfNothing = parts.includes('unit') && !parts.some((part) => COST_VERBS.has(part));
  if (isUnitOfNothing) return false;
  if (parts.some((part) => COST_NOUNS.has(part))) return true;
  if (parts.some((part) => COST_VERBS.has(part))) return unit !== null;
  const [only, ...more] = parts;
  const isBare = more.length === 0 && (only === 'quota' || CREDIT_UNITS[only ?? ''] === 'credits');
  return isBare && state === 'completed' && (ownId(holder) !== null || saysState(holder));
}

function isRefund({ names, value }: Leaf, unit: string | null): boolean {
  const parts = partsOf(names.at(-1) ?? '');
  const isOne = parts.some((part) => REFUNDS.has(part));
  const known = parts.every((part) => REFUNDS.has(part) || isKnown(part));
  const own = unitIn(parts);
  return isOne && known && (own === null || own === unit) && amountIn(value) !== null;
}

function unitIn(parts: readonly string[]): string | null {
  for (const part of parts) {
    const unit = own(CURRENCIES, part) ?? own(CREDIT_UNITS, part);
    if (unit !== null) return unit;
  }
  return parts.includes('quota')
    ? 'quota'
    : parts.length > 1 && parts.includes('unit')
      ? 'units'
      : null;
}

/** `currency: "USD"`, `type: "point"`; `measure` if it says that the number counts something else. */
function unitBeside(holder: Json, name: string): string | null {
  for (const beside of Object.keys(holder).slice(0, 60)) {
    const parts = partsOf(beside);
    const isNamed = parts.some((part) => UNIT_NAMES.has(part)) && parts.every(isOfUnit);
    const word = isNamed && beside !== name ? cleanText(holder[beside], LONGEST_UNIT) : null;
    const unit = word === null ? null : wordAsUnit(word);
    if (unit !== null) return unit;
    // A `type` that is no unit is what the whole is called.
    if (word === null || parts.includes('type') || !/\p{L}/u.test(word)) continue;
    return MEASURES.test(word) ? 'measure' : word;
  }
  return null;
}

function isOfUnit(part: string): boolean {
  return UNIT_NAMES.has(part) || BESIDE_UNIT_NAMES.has(part);
}

function wordAsUnit(word: string): string | null {
  const plain = word.toLowerCase();
  const isCode = /^[A-Z]{3}$/.test(word) && Intl.supportedValuesOf('currency').includes(word);
  return isCode ? word : (own(CURRENCIES, plain) ?? own(CREDIT_UNITS, plain) ?? own(SIGNS, word));
}

const AMOUNT = /^([$€£¥￥])?\s*(\d{1,12}(?:\.\d{1,12})?)\s*([a-z]{3,7}|积分|点数|元)?$/i;

function amountIn(value: unknown): { value: number; unit: string | null } | null {
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 ? { value, unit: null } : null;
  if (typeof value !== 'string' || value.length > 40) return null;
  const [, sign, digits, word] = AMOUNT.exec(value.trim()) ?? [];
  const unit = word === undefined ? null : (wordAsUnit(word) ?? 'measure');
  if (digits === undefined || unit === 'measure') return null;
  return { value: Number(digits), unit: unit ?? (sign === undefined ? null : own(SIGNS, sign)) };
}

function own(table: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

/** The parts of a name; Chinese has no breaks, and its words here have two characters. */
function partsOf(name: string): string[] {
  return partsBetween(name).flatMap(
    (part) => part.match(/[\u4E00-\u9FFF]{1,2}|[^\u4E00-\u9FFF]+/g) ?? [],
  );
}
