import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

const U = '5d0c7e21-93ab-4f6e-8a10-3bb7f24e9c61';
const V = '85eaba38-0185-49d7-8d16-4d9135238846';
const H = '5b0d7c1f92ae48368d1f6a0c7e3b9524';
const S = 'sk-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E';
const T = 'task_Qm4Zt9Lw2Hx7Nb5Vc8Kd1Gy6Ju3Rs0Pf';
const C = 'cgt-20261118093015-x7k2p';
const K = '806521449187344420';
const AK = 'ALrdCn8FbYmTJ3QpHk9FGeKPtNbQ4yCd';
const SK = 'h3Rk9EQBJpYtM4LFmAeKdKFTy8CnGQrP';
const VID = 'video_691c0a7be2f4819085d3c6a7b9e01f42';

type Case = readonly [text: string, keys: readonly string[], ids: readonly string[]];

const check = (text: string, keys: readonly string[], ids: readonly string[]): void => {
  const read = recognise(text);
  expect({ keys: read.keys.toSorted(), ids: read.ids.toSorted() }).toEqual({
    keys: keys.toSorted(),
    ids: ids.toSorted(),
  });
};

describe('keys that only a name tells', () => {
  it.each<Case>([
    [`key ${U}`, [U], []],
    [`key -> ${U}`, [U], []],
    [`key → ${U}`, [U], []],
    [`key=>${U}`, [U], []],
    [`密钥「${U}」`, [U], []],
    [`密钥『${U}』`, [U], []],
    [`密钥（${U}）`, [U], []],
    [`密钥【${U}】`, [U], []],
    [`密钥“${U}”`, [U], []],
    [`密钥：${U}`, [U], []],
    [`密钥是 ${U}`, [U], []],
    [`密钥为${U}`, [U], []],
    [`【密钥】${U}`, [U], []],
    [`【API Key】\n${U}`, [U], []],
    [`API Key（方舟）\n${U}`, [U], []],
    [`API Key（方舟）：${U}`, [U], []],
    [`API Key (Ark): ${U}`, [U], []],
    [`API Key\n${U}`, [U], []],
    [`API Key\n\n${U}\n`, [U], []],
    [`**API Key**: \`${U}\``, [U], []],
    [`- **Key** — ${U}`, [U], []],
    [`the key is ${U}, the task is ${C}`, [U], [C]],
    [`Here is the key for Kling: ${H}`, [H], []],
    [`my key: ${H}. cheers`, [H], []],
    [`Token\t${H}`, [H], []],
    [`| API Key | ${H} |`, [H], []],
    [`<apiKey>${H}</apiKey>`, [H], []],
    [`<config><api_key>${U}</api_key><taskId>${C}</taskId></config>`, [U], [C]],
    [`<add key="ApiKey" value="${H}" />`, [H], []],
    [`<string name="api_key">${H}</string>`, [H], []],
    [`{"api_key_comfy_org": "${H}"}`, [H], []],
    [`{"key":"token","value":"${H}"}`, [H], []],
    [`{"value":"${H}","key":"token"}`, [H], []],
    [`{"name":"x-api-key","value":"${H}"}`, [H], []],
    [`- name: KLING_API_KEY\n  value: ${H}`, [H], []],
    [`api_key: "${U}"\ntask_id: "${V}"`, [U], [V]],
    [`ARK_API_KEY=${U}\nTASK_ID=${V}`, [U], [V]],
    [`export ARK_API_KEY="${U}"`, [U], []],
    [`set ARK_API_KEY=${U}`, [U], []],
    [`$env:ARK_API_KEY = "${U}"`, [U], []],
    [`os.environ["ARK_API_KEY"] = "${U}"`, [U], []],
    [`client = Ark(api_key="${U}")`, [U], []],
    [`const apiKey = '${H}';`, [H], []],
    [`const klingApiKey: string = '${H}';`, [H], []],
    [`headers = {'Authorization': 'Bearer ${U}'}`, [U], []],
    [`Authorization: Key ${U}`, [U], []],
    [`-H "api-key: ${H}"`, [H], []],
    [`-H 'x-goog-api-key: ${H}'`, [H], []],
    [`--api-key ${H}`, [H], []],
    [`--key=${U}`, [U], []],
    [`--token ${H}`, [H], []],
    [`curl -u :${H} https://a.test/v1/videos/${VID}`, [H], [VID]],
    [`AK：${AK}  SK：${SK}`, [AK, SK], []],
    [`AK ${AK}\nSK ${SK}`, [AK, SK], []],
    [`ak/sk: ${AK}/${SK}`, [AK, SK], []],
    [`AK/SK：${AK} / ${SK}`, [AK, SK], []],
    [`Access Key: ${AK}\nSecret Key: ${SK}`, [AK, SK], []],
    [`AccessKey\n${AK}\nSecretKey\n${SK}`, [AK, SK], []],
    [`accessKeyId：${AK}，accessKeySecret：${SK}`, [AK, SK], []],
    [`AccessKeyId,SecretAccessKey\n${AK},${SK}`, [AK, SK], []],
    [`key,task\n${U},${C}`, [U], [C]],
    [`| key | token |\n|---|---|\n| ${AK} | ${SK} |`, [AK, SK], []],
    [`服务\tAPI Key\t任务ID\n方舟\t${U}\t${C}`, [U], [C]],
    [`API Key（方舟）\t任务ID\n${U}\t${C}`, [U], [C]],
    [`秘钥 ${H}`, [H], []],
    [`令牌：${H}`, [H], []],
    [`API密钥\n${H}`, [H], []],
    [`apikey${'：'}${H}`, [H], []],
    [`ａｐｉ　ｋｅｙ：${H}`, [H], []],
    [`新的key：${U}，旧的别用了`, [U], []],
    [`可灵的key给你 ${H}`, [H], []],
    [`key（新）${U}`, [U], []],
    [`new API token for runway = ${H}`, [H], []],
    [`KEY: ${U}`, [U], []],
    [`Keys:\n${U}\n${V}`, [U, V], []],
    [`Schlüssel: ${H}`, [H], []],
    [`APIキー：${H}`, [H], []],
    [`secret: ${H}`, [H], []],
    [`credential: ${H}`, [H], []],
  ])('%j', check);
});

describe('keys by their shape', () => {
  it.each([
    'ya29.a0AcM612xQ7hZt9LwPmXc4Vb8NrKd3Gy6Ju1Ts5EQwRtYuIoPaSdFgHjKlZxCvBnM0171',
    `luma-${U}-${V}`,
    'vda_7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E',
    'tgp_v1_7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E',
    `${H}.Zt9LwPmXc4Vb8NrK`,
    `${V}:${H}`,
    'AKIA7HQ2ZTLW9PMXC4VB',
    'AKLTNjE2ZjE0NzE2YjQ1NGI3Mjg4',
    'LTAI5tQm4Zt9Lw2Hx7Nb5Vc8',
    'r8_7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E',
    'key_live_7Hq2ZtLw9PmXc4Vb8NrK',
    'sk_live_7Hq2ZtLw9PmXc4Vb8NrKd3Gy6',
    'nvapi-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E',
    'AIzaSyA1234567890abcdefghijklmnopqrstuvw',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\nVJTUt9Us8cKj\n-----END PRIVATE KEY-----',
  ])('%s', (key) => {
    check(key, [key], []);
    check(`here you go\n${key}\n${T}`, [key], [T]);
  });

  it.each<Case>([
    [`Sk-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E`, ['Sk-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E'], []],
    [`--${S}`, [S], []],
    [`***${S}***`, [S], []],
    [`key${S}`, [S], []],
    [`${S}…`, [S], []],
    [`${S}...`, [S], []],
    [`key:\u00a0${S}`, [S], []],
    [`key:\u200b${S}`, [S], []],
    [`key\u200b${S}`, [S], []],
    [`sk–7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E`, [S], []],
    [`sk‑7Hq2ZtLw9\u200bPmXc4Vb8NrKd3Gy6Ju1Ts5E`, [S], []],
    [`ｓｋ－7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E`, [S], []],
    [`key ${S.slice(0, 20)}\n${S.slice(20)}\n${T}`, [S], [T]],
    [`> key ${S.slice(0, 20)}\n> ${S.slice(20)}\n> ${T}`, [S], [T]],
    [`API key: ${U.slice(0, 24)}\n${U.slice(24)}\n${C}`, [U], [C]],
    [`Bearer ${S.slice(0, 30)}\n${S.slice(30)}`, [S], []],
    [`${S}\ne401-a\nfast-1`, [S], ['e401-a', 'fast-1']],
    [`${S}\nSH010\n${T}`, [S], [T]],
    [`sk-Vb3k…9f2c ${T}`, [], [T]],
    [`sk-****** ${T}`, [], [T]],
  ])('however it is written: %j', check);
});

describe('what is called something else', () => {
  it.each<Case>([
    [`Campaign ID: 120218843357790231\n${VID}`, [], [VID]],
    [`卡号 6222021001116245702 ${T}`, [], [T]],
    [`卡号：6222021001116245702\n任务：${K}`, [], [K]],
    [`身份证 110101199003071234，任务 ${K}`, [], [K]],
    [`订单号 202611190023847561 任务 ${K}`, [], [K]],
    [`订单编号：202611190023847561\n任务编号：${K}`, [], [K]],
    [`发票号码 044031900111 任务 ${K}`, [], [K]],
    [`手机 13912345678 ${K}`, [], [K]],
    [`invoice 202611190023847561 for ${VID}`, [], [VID]],
    [`order no. 202611190023847561, job ${K}`, [], [K]],
    [`product id ${V}, task id ${U}`, [], [U]],
    [`asset_id: ${V}\ntask_id: ${U}`, [], [U]],
    [`trace_id=${V} task_id=${U}`, [], [U]],
    [`log id ${V} ${T}`, [], [T]],
    [`logid: 20261118093015ABCDEF0123456789 ${C}`, [], [C]],
    [`workflow_id: ${V}`, [], []],
    [`workflow ${V} run`, [], []],
    [`prompt_id: ${V}`, [], []],
    [`session ${V}`, [], []],
    [`tenant_id ${V}`, [], []],
    [`request ${V}`, [], []],
    [`request ${V} task ${T}`, [], [T]],
    [`请求ID ${V}`, [], []],
    [`快递单号 773012345678901 任务 ${K}`, [], [K]],
    [`运单号：773012345678901`, [], []],
    [`转账 6222021001116245702`, [], []],
    [`seed: 123456789012345678 ${T}`, [], [T]],
    [`{"nodes":[{"id":"${V}"},{"id":"${U}"}]}`, [], []],
    [`{"id":"${V}","input":{"image":{"id":"${U}"}}}`, [], [V]],
    [`{"task_id":"${V}","request_id":"${U}"}`, [], [V]],
    [`{"data":{"task_id":"${K}","task_status":"submitted","created_at":1722769557708}}`, [], [K]],
    [`{"id":"${U}","session_id":"${V}","status":"queued"}`, [], [U]],
    [`6222021001116245702`, [], []],
    [`Adgroup ID: 120218843357790231`, [], []],
  ])('%j', check);
});

describe('addresses of look-ups', () => {
  it.each<Case>([
    [`https://a.test/v1/video/status/${T}`, [], [T]],
    [`https://api.klingai.com/v1/videos/text2video/${K}`, [], [K]],
    [`https://api.klingai.com/v1/videos/omni-video/${K}`, [], [K]],
    [`https://ark.cn-beijing.volces.com/api/v3/contents/generations/tasks/${C}`, [], [C]],
    [
      `https://ark.cn-beijing.volces.com/api/v3/contents/generations/tasks?filter.task_ids=${C}`,
      [],
      [C],
    ],
    [
      `https://a.test/api/v3/contents/generations/tasks?filter.task_ids=${C}&filter.task_ids=cgt-20261118093016-abcde`,
      [],
      [C, 'cgt-20261118093016-abcde'],
    ],
    [`https://a.test/v1/query/video_generation?task_id=${K}`, [], [K]],
    [`https://dashscope.aliyuncs.com/api/v1/tasks/${V}`, [], [V]],
    [`https://api.dev.runwayml.com/v1/tasks/${V}`, [], [V]],
    [`https://queue.fal.run/fal-ai/kling-video/requests/${V}/status`, [], [V]],
    [
      `https://api.replicate.com/v1/predictions/gm3qorzdhgbfurvjtvhg6dckhu`,
      [],
      ['gm3qorzdhgbfurvjtvhg6dckhu'],
    ],
    [
      `https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview/operations/a8k3m1q9z2w7`,
      [],
      ['models/veo-3.1-generate-preview/operations/a8k3m1q9z2w7'],
    ],
    [`https://a.test/v1/videos/tasks/${T}`, [], [T]],
    [`https://a.test/v1/videos/${VID}/content`, [], [VID]],
    [`https://a.test/v1/videos/job-77`, [], ['job-77']],
    [
      `https://x.openai.azure.com/openai/v1/video/generations/jobs/${T}?api-version=preview`,
      [],
      [T],
    ],
    [`https://a.test/v1/video/generations/${T}`, [], [T]],
    [`https://a.test/v1/tasks/${V}/result`, [], [V]],
    [`curl.exe "https://a.test/v1/videos/${VID}" -H "Authorization: Bearer ${S}"`, [S], [VID]],
    [
      `Invoke-RestMethod -Uri "https://a.test/v1/videos/${VID}" -Headers @{ "Authorization" = "Bearer ${S}" }`,
      [S],
      [VID],
    ],
    [`curl ^"https://a.test/v1/query?task_id=${K}^&x=1^" ^\n  -H ^"x-api-key: ${H}^"`, [H], [K]],
    [`northlight.feishu.cn/wiki/Xk3WwQdYjiZ9cBkq7Lmcn2VxnRe ${T}`, [], [T]],
    [`https://www.notion.so/Video-list-${H} ${T}`, [], [T]],
    [`https://docs.google.com/spreadsheets/d/1Qm4Zt9Lw2Hx7Nb5Vc8Kd1Gy6Ju3Rs0Pf/edit ${T}`, [], [T]],
    [`https://github.com/a/b/commit/${H}9f8e7d6c ${T}`, [], [T]],
  ])('%j', check);
});

describe('whole messages', () => {
  it.each<Case>([
    [
      `@Maya the two from today:\nSH010 take 1: ${T}\nSH010 take 2: ${VID}\nkey is still ${S}`,
      [S],
      [T, VID],
    ],
    [
      `昨天那批：\n1. 海港 ${K}\n2. 雪豹 806521450013638714\n接口 https://api.klingai.com\nAK ${AK} SK ${SK}`,
      [AK, SK],
      [K, '806521450013638714'],
    ],
    [`[10:32] Chen Mei: key ${U}\n[10:33] Chen Mei: ${C}`, [U], [C]],
    [`陈梅 10:32\n方舟key ${U}\n陈梅 10:33\n${C}`, [U], [C]],
    [`> On Mon, Ann wrote:\n> key: ${H}\n> task: ${V}\nthanks`, [H], [V]],
    [
      `import requests\nr = requests.get("https://a.test/v1/videos/${VID}", headers={"Authorization": f"Bearer ${S}"})`,
      [S],
      [VID],
    ],
    [`fetch("https://a.test/v1/tasks/${V}", {headers: {"x-api-key": "${H}"}})`, [H], [V]],
    [`provider: kling\naccess_key: ${AK}\nsecret_key: ${SK}\ntasks:\n  - ${K}`, [AK, SK], [K]],
    [`KLING_ACCESS_KEY=${AK}\nKLING_SECRET_KEY=${SK}\nTASK_ID=${K}`, [AK, SK], [K]],
    [
      `{"api_key":"${U}","task_ids":["${C}","cgt-20261118093016-abcde"]}`,
      [U],
      [C, 'cgt-20261118093016-abcde'],
    ],
    [`2026-11-18 09:30:15 INFO submitted task ${V} trace=${U}`, [], [V]],
    [
      `vertex任务 ${'cHJvamVjdHMv'.repeat(40)}bm9ydGhsaWdodA`,
      [],
      [`${'cHJvamVjdHMv'.repeat(40)}bm9ydGhsaWdodA`],
    ],
    [
      `{"name":"models/veo-3.1/operations/a8k3m1q9z2w7"}`,
      [],
      ['models/veo-3.1/operations/a8k3m1q9z2w7'],
    ],
    [
      `arn:aws:bedrock:us-east-1:111122223333:async-invoke/s7l8k2m9n1p3 done?`,
      [],
      ['arn:aws:bedrock:us-east-1:111122223333:async-invoke/s7l8k2m9n1p3'],
    ],
    [`runway task ${V} with key key_${H}${H}`, [`key_${H}${H}`], [V]],
    [`Task UUID: ${V}\nAPI secret: ${H}`, [H], [V]],
    [`${H}`, [], []],
    [`is ${H} yours?`, [], []],
    [`7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E and ${T}`, [], [T]],
    [`task ${H}`, [], [H]],
    [`任务 ${H}`, [], [H]],
    [`task id: ${H}`, [], [H]],
    [`Job ID: ${V}\nStatus: queued`, [], [V]],
    [`任务ID\n${K}`, [], [K]],
    [`id ${V}`, [], [V]],
    [`Kling ID: ${K}`, [], [K]],
    [`可灵ID：${K}`, [], [K]],
    [`${V}`, [], [V]],
    [`${K}`, [], [K]],
  ])('%j', check);
});
