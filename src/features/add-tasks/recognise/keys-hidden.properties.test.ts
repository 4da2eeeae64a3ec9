import { expect, it } from 'vitest';

import {
  assert,
  constantFrom,
  property,
  runs,
  tuple,
  type Arbitrary,
  stringMatching,
} from '~test/properties';

import { analyse } from './analyse';
import { C, K, T, V } from './test-pastes';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Keys as services issue them. */
const FORMS = [
  'sk-[A-Za-z0-9]{47}9',
  'sk-proj-[A-Za-z0-9]{39}7-[A-Za-z0-9]{20}_[A-Za-z0-9]{10}',
  'sk-ant-api03-[A-Za-z0-9]{59}7-[A-Za-z0-9]{10}AA',
  'sk-[0-9a-f]{31}7',
  UUID,
  '[0-9a-f]{30}7a',
  '[0-9a-f]{62}7a',
  '[A-Za-z0-9]{28}aB7x',
  `ark-${UUID}-[0-9a-f]{5}`,
  `ms-${UUID}`,
  `${UUID}:[0-9a-f]{32}`,
  '[0-9a-f]{32}\\.[A-Za-z0-9]{16}',
  'eyJhbGciOiJIUzI1NiJ9\\.eyJpc3MiOiJ[A-Za-z0-9]{20}\\.[A-Za-z0-9_]{42}7',
  'AIza[A-Za-z0-9]{33}_7',
  'AKIA[A-Z2-7]{15}7',
  '[A-Za-z0-9]{10}a7B/[A-Za-z0-9]{12}\\+[A-Za-z0-9]{13}',
  'r8_[A-Za-z0-9]{36}7',
  'vda_\\d{18}_[A-Za-z0-9]{29}aB7',
  `luma-${UUID}-${UUID}`,
  'tgp_v1_[A-Za-z0-9]{42}7',
  'pplx-[A-Za-z0-9]{47}7',
].map((form) => stringMatching(new RegExp(`^${form}$`)));

const NAMES = constantFrom(
  ...'key|API Key|api_key|apiKey|KLING_API_KEY|token|access_token|密钥|秘钥|API密钥|令牌|我的密钥|新的key|x-api-key|Authorization: Bearer|secret|方舟 API Key|the key'.split(
    '|',
  ),
);

/** `N` is the name and `U` the key. */
const LAYOUTS = constantFrom(
  ...String.raw`N: U|N：U|N=U|N = "U"|"N": "U"|'N': 'U',|{"N":"U"}|N⏎U|N:⏎⏎U⏎|N U|N⇥U|¦ N ¦ U ¦|N -> U|N（U）|N (U)|N「U」|**N:** ${'`U`'}|- N: U|1. N: U|> N: U|N是U|N is U|N: U.|N：U。|N:U,|N:U;|<b>N</b>: U<br>|N: <b>U</b>|N:${'\u00a0'}U|N: ${'\u200b'}U${'\u200b'}|N: “U”|N\nU\n|N: *U*|N: _U_|N: --U--|N: U (new)|N: U（周五到期）|N: U…|N：U，谢谢|N, U|N; U|N: U⏎N: U|name⇥API Key⇥task⏎north⇥U⇥${V}|name,api_key⏎north,U|¦ name ¦ key ¦⏎¦---¦---¦⏎¦ a ¦ U ¦|curl https://api.x.example/v1/videos/1 -H "Authorization: Bearer U"|client = OpenAI(api_key="U")|{"key":"token","value":"U"}|<apiKey>U</apiKey>|--api-key U|U is the key|U（密钥）`
    .split('|')
    .map((layout) => layout.replaceAll('⏎', '\n').replaceAll('⇥', '\t').replaceAll('¦', '|')),
);

const AROUND = constantFrom(
  '',
  'hi all\n',
  `任务 ${C}\n`,
  '地址 https://api.x.example/v1\n',
  `task_id: ${V}\n`,
  `SH010 Pier\ntake 1: ${T}\n`,
  `${K}\n`,
);

it.each(FORMS.map((form, at) => [at, form] as const))(
  'leaves no key of form %i readable, whatever calls it a key and stands around it',
  (_, form: Arbitrary<string>) => {
    assert(
      property(tuple(form, NAMES, LAYOUTS, AROUND, AROUND), ([key, name, layout, above, below]) => {
        const pasted = layout.replaceAll('N', name).replaceAll('U', () => key);
        const { segments } = analyse(`${above}${pasted}\n${below}`);
        const hidden = segments.filter(({ kind }) => kind === 'key' || kind === 'doubt');
        expect(hidden.map(({ value }) => value)).toContain(key);
        for (const { kind, text, value, label, shot, columns } of segments) {
          if (kind === 'key' || kind === 'doubt') continue;
          const shown = [text, value, label, shot, ...Object.values(columns)].join('\n');
          expect(shown).not.toContain(key);
        }
      }),
      runs(120),
    );
  },
);
