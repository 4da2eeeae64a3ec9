/** The parts of names that say what a task cost. A name with any other part, such as `max`, `per` or `tokens`, says something else. */

const set = (words: string): ReadonlySet<string> => new Set(words.match(/\S+/g));

/** What is paid. `price` is none: it may be that of a second. */
export const COST_NOUNS = set(
  'cost costs charge charges fee fees spend spending expense 费用 花费 消费',
);
/** What was done with money or credits, next to a unit. */
export const COST_VERBS = set(
  'charged spent used consumed consume consumption deducted deduction billed paid 消耗 扣除 扣费',
);
/** Say no more than which amount it is, and of what. */
export const COST_FILLERS = set(
  'total final actual amount value sum task video job generation api in the by this 金额',
);
/** Objects in which a bare `amount` or `total` is what is paid. */
export const COST_HOLDERS = set('cost costs charge charges fee fees billing payment price pricing');
/** What is left of a cost that was given back. */
export const REFUNDS = set('refund refunded refunds 退款 返还');
/** The parts of a field of its own that names the unit, and those that may stand beside them. */
export const UNIT_NAMES = set('currency unit units type');
export const BESIDE_UNIT_NAMES = set('code cost price billing credit credits usage');

/** Names of what is spent that is no money, and how they are written here. */
export const CREDIT_UNITS: Readonly<Record<string, string>> = {
  credit: 'credits',
  credits: 'credits',
  point: 'points',
  points: 'points',
  coin: 'coins',
  coins: 'coins',
  积分: 'credits',
  点数: 'points',
};

/** Written as a part of a name, where any three letters may stand: not all codes, for `all` and `top` are two. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  cny: 'CNY',
  rmb: 'CNY',
  yuan: 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  jpy: 'JPY',
  krw: 'KRW',
  inr: 'INR',
  hkd: 'HKD',
  twd: 'TWD',
  sgd: 'SGD',
  aud: 'AUD',
  cad: 'CAD',
  chf: 'CHF',
  brl: 'BRL',
};

/** Signs before an amount. `$` and `¥` are money of several countries and stay as they are. */
export const SIGNS: Readonly<Record<string, string>> = {
  $: '$',
  '€': 'EUR',
  '£': 'GBP',
  '¥': '¥',
  '￥': '¥',
};

/** What a unit must not be: then the number counts something that is not paid. */
export const MEASURES =
  /token|second|minute|hour|^m?s$|^min$|byte|frame|video|image|request|call|秒|分钟|字符|次/i;
