import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import { namesOf } from './names';
import type { Given, Segment, SegmentKind } from '~/features/add-tasks/recognise/analysis';

const [A, B, C] = [
  'task_01kcra8qrhb5dwgktwds04jba0',
  'task_01k8wpw2e17k8cxa6pvtdb1yjk',
  'task_01kdj86arkakrpq5ha16wgbcqs',
] as const;
/** Shot and name of each task, such as `SH010/take 1`. */
const named = (text: string, given?: Given): string[] =>
  analyse(text, given).segments.flatMap(({ kind, shot, label }) =>
    kind === 'id' ? `${shot ?? ''}/${label ?? ''}` : [],
  );
const names = (text: string, given?: Given): string[] =>
  analyse(text, given).segments.flatMap(({ kind, text: name }) => (kind === 'name' ? name : []));

describe('a line with the code of a shot, and signs of speech in it', () => {
  const shotOver = (line: string) => named(`${line}\n${A}\n${B}`).map((one) => one.split('/')[0]);

  it.each([
    'SH020 Tea: house?',
    'SH020 Tea house?',
    'SH030 Help!',
    'SH040 Who goes there?',
    'SH050: Fire! Fire!',
    'SH060 “Wait!” she cries',
    'SC01_SH010 Dawn, or dusk?',
    'EP02-SH003 Where to?',
    'SH070 Qu’est-ce? Rien!',
    'SH080 – Rain? Snow!',
  ])('is its title: %s', (line) => {
    const title = line.replace(/[:]$/, '');
    expect(shotOver(line)).toEqual([title, title]);
  });

  it.each([
    'SH020 is ready?',
    'SH020 done!',
    'SH020 OK?',
    'SH020 looks too dark, redo?',
    'SH020 – still too dark!',
    'SH020 Can you please send me both of these?',
    'SH020?',
    'Is SH020 done?',
    'SH020 Tea house; SH030 Harbour',
    'SH020 好了吗？',
  ])('is a remark: %s', (line) => {
    expect(shotOver(line)).toEqual(['', '']);
  });
});

describe('headings over takes', () => {
  it('name the shot, and the lines below the takes', () => {
    const text = `Hi Jo! the Harbour spot, 24 takes so far\nkey is sk-Vb3kQ7mPz2LxWn8RtY4c9f2c\n\nSH010 Lighthouse at dawn\n  take 1: ${A}\n  take 2: ${B}\nSH020 Harbour fly-over\n  take 1: ${C}`;
    expect(named(text)).toEqual([
      'SH010 Lighthouse at dawn/take 1',
      'SH010 Lighthouse at dawn/take 2',
      'SH020 Harbour fly-over/take 1',
    ]);
    expect(names(text)).toEqual([
      'SH010 Lighthouse at dawn',
      'take 1',
      'take 2',
      'SH020 Harbour fly-over',
      'take 1',
    ]);
  });

  it.each([
    [
      'of Markdown',
      `## Lighthouse, wide\n- take 1: \`${A}\`\n- ${B}\n\n## Bridge\n- ${C}`,
      ['Lighthouse, wide/take 1', 'Lighthouse, wide/', 'Bridge/'],
    ],
    [
      'in bold',
      `**Lighthouse** (2 takes)\n* ${A}\n* ${B}\n**Bridge**\n* ${C}`,
      ['Lighthouse/', 'Lighthouse/', 'Bridge/'],
    ],
    [
      'in bold of a chat',
      `*SH010 Dawn*\n• take 1 — ${A}\n• take 2 — ${B}`,
      ['SH010 Dawn/take 1', 'SH010 Dawn/take 2'],
    ],
    [
      'in brackets',
      `【灯塔】\nT1 ${A}\nT2 ${B}\n「雨夜」\nT1 ${C}`,
      ['灯塔/T1', '灯塔/T2', '雨夜/T1'],
    ],
    [
      'with a number and a colon',
      `镜头1：海边日出\n${A}\n${B}\n镜头2：雨夜\n${C}`,
      ['镜头1：海边日出/', '镜头1：海边日出/', '镜头2：雨夜/'],
    ],
    [
      'of a numbered list',
      `1. Lighthouse\n   ${A}\n   ${B}\n2. Bridge\n   ${C}`,
      ['Lighthouse/', 'Lighthouse/', 'Bridge/'],
    ],
    ['that are a code alone', `SH010\n${A}\n${B}\nSH020\n${C}`, ['SH010/', 'SH010/', 'SH020/']],
    ['that end with a colon', `雪豹：\n${A}\n${B}\n\n海港：\n${C}`, ['雪豹/', '雪豹/', '海港/']],
    ['with a field', `Shot: SH010 Dawn\nClient: Lumen\n${A}\n${B}`, ['SH010 Dawn/', 'SH010 Dawn/']],
    [
      'over names on lines of their own',
      `SH010 Dawn\ntake 1\n${A}\ntake 2\n${B}`,
      ['SH010 Dawn/take 1', 'SH010 Dawn/take 2'],
    ],
    ['with a mark behind', `SH010 ✅\n- v1 → ${A}\n- v2 → ${B}`, ['SH010/v1', 'SH010/v2']],
    [
      'of episodes',
      `EP01\n SH010: ${A}\n SH020: ${B}\nEP02\n SH010: ${C}`,
      ['EP01/SH010', 'EP01/SH020', 'EP02/SH010'],
    ],
    [
      'over words in brackets',
      `Lighthouse\n${A} (wide)\n${B} (close)\n\nBridge\n${C} (wide)`,
      ['Lighthouse/wide', 'Lighthouse/close', 'Bridge/wide'],
    ],
    [
      'over numbered takes',
      `第一镜 灯塔\n  第1条 ${A}\n  第2条 ${B}\n第二镜 雨夜\n  第1条 ${C}`,
      ['第一镜 灯塔/第1条', '第一镜 灯塔/第2条', '第二镜 雨夜/第1条'],
    ],
    ['of YAML', `SH010:\n  - ${A}\n  - ${B}\nSH020:\n  - ${C}`, ['SH010/', 'SH010/', 'SH020/']],
    [
      'of JSON',
      `{"SH010": ["${A}", "${B}"], "Night market": ["${C}"]}`,
      ['SH010/', 'SH010/', 'Night market/'],
    ],
    [
      'of nested JSON',
      `{"Harbour":{"take 1":"${A}","take 2":"${B}"}}`,
      ['Harbour/take 1', 'Harbour/take 2'],
    ],
    [
      'on the line',
      `SH010 Dawn: ${A}, ${B}\nSH020: ${C}`,
      ['SH010 Dawn/', 'SH010 Dawn/', 'SH020/'],
    ],
    [
      'on the line, with takes',
      `SH010: take 1 ${A}, take 2 ${B}`,
      ['SH010/take 1', 'SH010/take 2'],
    ],
    [
      'on every line again',
      `Harbour: ${A}\nHarbour: ${B}\nFox: ${C}`,
      ['Harbour/', 'Harbour/', 'Fox/'],
    ],
  ])('are found %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are names where each is over one task', () => {
    expect(named(`sc01_sh010\n${A}\nsc01_sh020\n${B}`)).toEqual(['/sc01_sh010', '/sc01_sh020']);
    expect(named(`## Lighthouse\n${A}`)).toEqual(['/Lighthouse']);
    const chat = `王磊 2026/11/28 10:32:11\n镜头1 日出\n${A}\n陈梅 2026/11/28 10:35:02\n镜头2 雨夜\n${B}`;
    expect(named(chat)).toEqual(['/镜头1 日出', '/镜头2 雨夜']);
  });

  it('end with a paragraph, and with a task further left', () => {
    const end = `SH010 Dawn\n${A}\n${B}\n\nCould you check this one too?\n${C}`;
    expect(named(end)).toEqual(['SH010 Dawn/', 'SH010 Dawn/', '/']);
    const left = `SH010 Dawn\n  take 1: ${A}\n  take 2: ${B}\n\nSnow leopard: ${C}`;
    expect(named(left)).toEqual(['SH010 Dawn/take 1', 'SH010 Dawn/take 2', '/Snow leopard']);
    const bare = `SH010 Dawn\n  ${A}\n  ${B}\n\n${C}`;
    expect(named(bare)).toEqual(['SH010 Dawn/', 'SH010 Dawn/', '/']);
  });

  it.each([
    `Hello team\n${A}\n${B}`,
    `以下是本周任务：\n${A}\n${B}`,
    `Maya 10:32\n${A}\n${B}\nTom 10:40\n${C}`,
    `Sora 2\n${A}\nKling\n${B}`,
    `data:\n  - ${A}\n  - ${B}`,
    `Please have a look at these, they are late.\n${A}\n${B}`,
    `queued\n${A}\nfailed\n${B}`,
    `Submitting\nTask created: ${A}\nPolling\nTask created: ${B}`,
    `Today's renders\n${A}\nYesterday's renders\n${B}`,
    `task_ids = [\n  "${A}",\n  "${B}",\n]`,
    `Northwind\nkey sk-Vb3kQ7mPz2LxWn8RtY4c9f2c\n${A}\n${B}`,
    `2026-11-28 10:32:11 INFO submitted ${A}\n2026-11-28 10:32:15 INFO submitted ${B}`,
    `(1/2) ${A}\n(2/2) ${B}`,
    `{"generations":["${A}","${B}"]}`,
    `{"response":{"output":"${A}"}}`,
    `{"task_ids":["${A}","${B}"]}`,
  ])('are no greeting, sentence, state, service or field: %j', (text) => {
    expect(new Set(named(text))).toEqual(new Set(['/']));
    expect(names(text)).toEqual([]);
  });
});

describe('names on the line of a task', () => {
  it.each([
    [`[Harbour] ${A}`, '/Harbour'],
    [`(Harbour) ${A}`, '/Harbour'],
    [`【SH010】 ${A}`, '/SH010'],
    [`${A} [Harbour]`, '/Harbour'],
    [`${A}「海港」`, '/海港'],
    [`《海港》：${A}`, '/海港'],
    [`${A}  # Fox in the snow`, '/Fox in the snow'],
    [`${A} — Harbour`, '/Harbour'],
    [`${A} - queued`, '/'],
    [`- [x] Fox: ${A}`, '/Fox'],
    [`NW-01 Ferry at dawn ${A}`, '/NW-01 Ferry at dawn'],
    [`SH010_Lighthouse_t01 ${A}`, '/SH010_Lighthouse_t01'],
    [`[10:32, 28/11/2026] Maya: SH010 ${A}`, '/SH010'],
    [`Snow leopard     ${A}     running`, '/Snow leopard'],
    [`Harbour (take 3): ${A}`, '/Harbour (take 3)'],
    [`第1条 ${A}\n第2条 ${B}`, '/第1条'],
  ])('%s', (text, expected) => {
    expect(named(text)[0]).toBe(expected);
  });
});

describe('corrections', () => {
  it('make any words a name of what is below them', () => {
    const text = `(lighthouse, the wide one)\n${A}\n${B}`;
    const { segments } = analyse(text);
    expect(segments.every(({ shot }) => shot === null)).toBe(true);
    const said = segments.flatMap((segment): Segment[] => {
      if (segment.start > 0) return [segment];
      const part = (start: number, end: number, kind: SegmentKind): Segment => {
        const words = text.slice(start, end);
        return { ...segment, kind, text: words, value: words, start, end };
      };
      return [part(0, 1, 'other'), part(1, 11, 'name'), part(11, segment.end, 'other')];
    });
    const shots = namesOf(text, said, {}).segments.flatMap(({ kind, shot }) =>
      kind === 'id' ? [shot] : [],
    );
    expect(shots).toEqual(['lighthouse', 'lighthouse']);
  });

  it('take away all names that differ only in their number', () => {
    const corrections = [{ value: 'take 1', kind: 'other', alike: true }] as const;
    const takes = `SH010 Dawn\ntake 1: ${A}\ntake 2: ${B}`;
    expect(named(takes, { corrections })).toEqual(['SH010 Dawn/', 'SH010 Dawn/']);
    expect(names(takes, { corrections })).toEqual(['SH010 Dawn']);
  });

  it('take a name away', () => {
    const corrections = [{ value: 'SH010 Dawn', kind: 'other', alike: false }] as const;
    expect(named(`SH010 Dawn\n${A}\n${B}`, { corrections })).toEqual(['/', '/']);
  });
});
