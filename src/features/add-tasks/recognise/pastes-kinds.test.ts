import { expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

import { analyse } from './analyse';
import { AK, C, H, K, M, S, SK, T, U, V, VID, sorted, type Paste } from './test-pastes';

const SECRET = 'Wq8Tz4Lm1Xc7/Vb3Nr9Kd+Gy6Ju5Hs2Pf0Ae4Rt1';

it.each<Paste>([
  // Keys with a maker's name, a UUID and a check behind it.
  [`Atlas ark-${U}-4d986 https://atlas.example/api/v1`, [`ark-${U}-4d986`], []],
  [`魔搭 token ms-${U} ，任务id 796671951`, [`ms-${U}`], ['796671951']],
  // Secrets of base64.
  [`AWS_SECRET_ACCESS_KEY=${SECRET}`, [SECRET], []],
  [`aws_secret_access_key = /${SECRET.slice(1)}`, [`/${SECRET.slice(1)}`], []],
  [`SecretAccessKey: ${SECRET.slice(1)}+`, [`${SECRET.slice(1)}+`], []],
  // The source of a mail.
  [`API key: ${S.slice(0, 20)}=\n${S.slice(20)}\nTask: ${T}`, [S], [T]],
  [
    `Content-Transfer-Encoding: quoted-printable\n\ntask_id=3D${T.slice(0, 12)}=\r\n${T.slice(12)} key=3D${S}`,
    [S],
    [T],
  ],
  // Marks around a key.
  [`--${S}--\n***${T}***`, [S], [T]],
  [`__${S}__ _${S}_ ---${S}---`, [S], []],
  [`Sk-${M} ${T}`, [S], [T]],
  [`jwt.encode({"iss": "${AK}", "exp": 1795912345}, "${SK}")`, [AK, SK], []],
  // Ids of other things.
  [`{"_id":"req_${H}","parentId":"fld_${H}","method":"GET"}`, [], []],
  [`trace: ${H}\nobservation: ${U}\nsession: ${V}\nlatency 42 s`, [], []],
  [`Campaign 120283975224492043 / Ad set 23853931523439118 / Ad 23853811102903540`, [], []],
  [
    `广告计划ID：2411383072351025771\n素材ID：2537675093629772913\n账户ID：1798443120551947`,
    [],
    [],
  ],
  [`视频号：sph8Kd2Lm4Qx`, [], []],
  [`order 99831\n任务：${U}`, [], [U]],
  // Models and words are no keys.
  [`API Key\n${U}\n\n任务 ID\t模型\n${C}\tDoubao-Seedance-1.0-pro`, [U], [C]],
  [`名称\tAPI Key\tx\na\t${U}\t1\n\n任务 ID\t模型\t状态\n${C}\tKling-2.1-master\t成功`, [U], [C]],
  ['key: hello-world-2026', [], []],
  ['token: kling-v2-1-master', [], []],
  // What a key's line says.
  [`api key ends soon, use ${U}`, [], []],
  [`the key is new, the task ${U}`, [], [U]],
  [`Key: ${U}\nBackup: ${V}\nTask: ${C}`, [U], [C]],
  [`换成 ${H} 这个key`, [H], []],
  // Numbers of people, chats and other platforms.
  [`小红书笔记ID：6a1f0c93000000001203e8b2`, [], []],
  [`抖音视频ID ${K}`, [], []],
  [`团队ID ${K} 空间ID 812094455510278299`, [], []],
  [`key ${S} group ${K}`, [S], []],
  [`<@${K}> <:fire:${K}> ${T}`, [], [T]],
  // What clouds call something else.
  [`arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/video-AbCdEf`, [], []],
  [`s3://renders/2026/${U}/out.mp4 gs://renders/${VID}/final.mp4`, [], []],
  [`{"user":{"id":"${U}"},"org":{"id":"${V}"}}`, [], []],
  [`kafka offset ${K}, timestamp 1795912345123456789`, [], []],
  ['token economy2026', [], []],
  // Pairs, and keys in code.
  [`AccessKey/SecretKey: ${AK}/${SK}`, [AK, SK], []],
  [`名称\t密钥\n可灵\t${AK}|${SK}`, [AK, SK], []],
  [`define("API_KEY", "${H}");`, [H], []],
  [`"Authorization": "Bearer " + "${H}"`, [H], []],
  // Notes in brackets are of the value before them, and headings of their own column.
  [`${V} (task) ${U} (key)`, [U], [V]],
  [`Key for Kling (Ming's account): ${H}`, [H], []],
  [`| Task | Key |\n| --- | --- |\n| ${V} | ${U} |`, [U], [V]],
  [`secret_id=${AK} secret_key=${SK}`, [AK, SK], []],
  [`${U} // key`, [U], []],
  [`api:${U}`, [], []],
  [`parent_task_id: ${U}`, [], []],
  [`source video id: ${VID}\ntask id: ${T}`, [], [T]],
  // Percent-encoded.
  [`apikey%3D${S}%26task_id%3D${U}`, [S], [U]],
  [`生成任务：12345678901`, [], ['12345678901']],
  [`API-Schlüssel: ${H}\nAuftrag: ${U}`, [H], [U]],
])('reads %j', (text, keys, ids) => {
  expect(sorted(recognise(text))).toEqual(sorted({ keys, ids }));
});

it('masks and asks about what a line with a key in it goes on to name', () => {
  const { segments } = analyse(`api key ends soon, use ${U}`);
  expect(segments.map(({ kind }) => kind)).toEqual(['other', 'doubt']);
});

it.each([
  '回调地址 https://hook.x.example/cb',
  'callback_url: https://hook.x.example/v1/cb',
  '"webhook_url":"https://hook.x.example/api/done"',
  '"image_url":"https://x.example/api/img?id=88"',
  '购买地址 https://shop.x.example',
  '充值地址：https://pay.x.example',
  'log in at https://x.example/board',
])('%j is no service', (text) => {
  expect(recognise(`${text} ${S}`).addresses).toEqual([]);
});

it.each([
  [`https://sora.chatgpt.com/g/gen_01kmjrbhg50j1xyhnv19qcf45n`, 'link'],
  [`https://app.service.example/tasks/${U}`, 'link'],
  [`https://www.service.example/video/${U}`, 'link'],
  [`https://app.service.example/api/v1/tasks/${U}`, 'look-up'],
  [`https://service.example/v1/videos/${VID}`, 'look-up'],
  [`https://api.service.example/tasks/${U}`, 'look-up'],
  [`https://service.example/query?task_id=${K}`, 'look-up'],
  [`curl https://service.example/g/${U}`, 'look-up'],
])('%s has the evidence %s', (text, evidence) => {
  expect(analyse(text).segments.find(({ kind }) => kind === 'address')?.evidence).toBe(evidence);
});

it.each([
  [`打开 https://rushes.team.example 粘贴\n接口地址：https://api.x.example/v1`],
  [`open https://rushes.team.example and paste\nbase: https://api.x.example/v1`],
  [`请登录 https://team.example/board ，接口 https://api.x.example/v1`],
])('%j names one service', (text) => {
  expect(recognise(text).addresses).toEqual(['https://api.x.example/v1']);
});
