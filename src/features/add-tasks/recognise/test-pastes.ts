/** Keys and ids of the shapes that people paste, all invented. */
export const U = '5d0c7e21-93ab-4f6e-8a10-3bb7f24e9c61';
export const V = '85eaba38-0185-49d7-8d16-4d9135238846';
export const H = '5b0d7c1f92ae48368d1f6a0c7e3b9524';
export const M = '7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E';
export const S = `sk-${M}`;
export const T = 'task_Qm4Zt9Lw2Hx7Nb5Vc8Kd1Gy6Ju3Rs0Pf';
export const C = 'cgt-20261118093015-x7k2p';
export const K = '806521449187344420';
export const AK = 'ALrdCn8FbYmTJ3QpHk9FGeKPtNbQ4yCd';
export const SK = 'h3Rk9EQBJpYtM4LFmAeKdKFTy8CnGQrP';
export const VID = 'video_691c0a7be2f4819085d3c6a7b9e01f42';

/** A text, and exactly the keys and ids that are certain in it. */
export type Paste = readonly [text: string, keys: readonly string[], ids: readonly string[]];

/** What `recognise` gives, in any order. */
export function sorted({
  keys,
  ids,
}: {
  keys: readonly string[];
  ids: readonly string[];
}): unknown {
  return { keys: keys.toSorted(), ids: ids.toSorted() };
}
