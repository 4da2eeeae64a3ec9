import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

import { AK, C, H, K, S, SK, T, U, V, VID, sorted, type Paste } from './test-pastes';

describe('what is called something else', () => {
  it.each<Paste>([
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
    [`taskId:${V},traceId:${U}`, [], [V]],
    [`首帧 ${V} 任务 ${U}`, [], [U]],
    [`6222021001116245702`, [], []],
    [`Adgroup ID: 120218843357790231`, [], []],
  ])('%j', (text, keys, ids) => {
    expect(sorted(recognise(text))).toEqual(sorted({ keys, ids }));
  });
});

describe('addresses of look-ups', () => {
  it.each<Paste>([
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
      [`gm3qorzdhgbfurvjtvhg6dckhu`],
    ],
    [
      `https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview/operations/a8k3m1q9z2w7`,
      [],
      [`models/veo-3.1-generate-preview/operations/a8k3m1q9z2w7`],
    ],
    [`https://a.test/v1/videos/tasks/${T}`, [], [T]],
    [`https://a.test/v1/videos/${VID}/content`, [], [VID]],
    [`https://a.test/v1/videos/job-77`, [], [`job-77`]],
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
  ])('%j', (text, keys, ids) => {
    expect(sorted(recognise(text))).toEqual(sorted({ keys, ids }));
  });
});

describe('whole messages', () => {
  it.each<Paste>([
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
      [`models/veo-3.1/operations/a8k3m1q9z2w7`],
    ],
    [
      `arn:aws:bedrock:us-east-1:111122223333:async-invoke/s7l8k2m9n1p3 done?`,
      [],
      [`arn:aws:bedrock:us-east-1:111122223333:async-invoke/s7l8k2m9n1p3`],
    ],
    [`runway task ${V} with key key_${H}${H}`, [`key_${H}${H}`], [V]],
    [`Task UUID: ${V}\nAPI secret: ${H}`, [H], [V]],
    [H, [], []],
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
    [V, [], [V]],
    [K, [], [K]],
  ])('%j', (text, keys, ids) => {
    expect(sorted(recognise(text))).toEqual(sorted({ keys, ids }));
  });
});
