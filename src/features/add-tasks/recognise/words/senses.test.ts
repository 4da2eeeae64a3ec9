import { describe, expect, it } from 'vitest';

import { analyse } from '~/features/add-tasks/recognise/analyse';
import { learnWords } from './all';
import { byHeading } from '~/features/add-tasks/recognise/tables/columns';
import type { SegmentKind } from '~/features/add-tasks/recognise/analysis';

learnWords();

const NUMBER = '806521449187344420';
const HEX = '5b0d7c1f92ae48368d1f6a0c7e3b9524';
const kindAfter = (label: string, value: string): SegmentKind | undefined =>
  analyse(`${label}${value}`).segments.find(({ text }) => text.includes(value))?.kind;

describe('headings in the languages of the page', () => {
  it.each([
    ['task', 'Auftrags-ID|TaskID|ID de la tarea|N.º de tarea|Código da tarefa|ID DA TAREFA'],
    [
      'task',
      'タスクID|ﾀｽｸID|ＴＡＳＫ　ＩＤ|動画ID|작업 ID|작업번호|任務編號|影片ID|可靈任務ID|Sora 2 タスクID',
    ],
    [
      'key',
      'API-Schlüssel|Clave de la API|Chave de acesso|APIキー|シークレットキー|인증키|金鑰|Key (geheim)',
    ],
    [
      'shot',
      'Szenennummer|Einstellung|Nº de plano|Cena/Plano|カット番号|シーン／カット|컷 번호|鏡號|分鏡編號',
    ],
    ['client', 'Kunde/Marke|Kundenname|Auftraggeber:in|Cliente final|クライアント名|고객사|業主'],
    [
      'name',
      'Bezeichnung|Videotitel|Título del vídeo|Nome da peça|タイトル|ファイル名|영상명|影片名稱',
    ],
    ['note', 'Bemerkungen|Kommentar Kunde|Observações|備考|비고|修改意見'],
    ['address', 'Endpunkt|Adresse der API|URL base|接続先|엔드포인트|API 網址'],
    ['ignore', 'Lfd. Nr.|項次|순번|Passwort|Contraseña|Senha da API|パスワード|비밀번호|密碼'],
  ])('are columns of the role %s: %s', (role, headings) => {
    const roles = headings.split('|').map((name) => `${name}: ${byHeading([name]).roles[0]}`);
    expect(roles).toEqual(headings.split('|').map((name) => `${name}: ${role}`));
  });

  it.each([
    'Auftragsnummer|Vorgangsnummer|Bestellnummer|Kunden-ID|Rechnungs-Nr.|Freigabe|Schlüsselbild|Key Visual|Render-Status',
    'ID de pedido|Número de factura|ID de orden|ID del cliente|Palabra clave|Código|Referencia|Fecha de envío',
    'ID do pedido|Nota fiscal|Número do pedido|Código do cliente|Palavra-chave|Link do vídeo',
    '注文番号|請求書番号|案件ID|元動画ID|キーフレーム|キーワード|動画URL|素材ID|担当者',
    '주문번호|송장번호|고객번호|계정 ID|아이디|키워드|결과 링크',
    '訂單編號|發票號碼|客戶編號|專案編號|关键帧|關鍵幀|订单号|卡號',
  ])('are kept where they are of other things, or where nobody can be sure: %s', (headings) => {
    const roles = headings.split('|').map((name) => `${name}: ${byHeading([name]).roles[0]}`);
    expect(roles).toEqual(headings.split('|').map((name) => `${name}: keep`));
  });

  it('make no task of the number of an order, of a bill or of a customer', () => {
    const headings =
      'Bestellnummer|Rechnungsnummer|Kundennummer|Número de pedido|N.º de factura|Número do pedido|ID do cliente|注文番号|請求書番号|顧客番号|주문번호|송장번호|고객번호|訂單編號|發票號碼';
    for (const heading of headings.split('|')) {
      const alone = analyse(`${heading}\tX\n${NUMBER}\ta\n806521450013638714\tb`);
      const beside = analyse(`${heading}\tTask ID\n${NUMBER}\ttask_01kcra8qrhb5dwgktwds04jba0`);
      const ids = [...alone.segments, ...beside.segments].filter(({ kind }) => kind === 'id');
      expect([heading, ...ids.map(({ value }) => value)]).toEqual([
        heading,
        'task_01kcra8qrhb5dwgktwds04jba0',
      ]);
    }
  });
});

describe('words before a value', () => {
  it.each([
    'Bestellnummer: |Kunden-Nr.: |Rechnungsnummer: |Auftragsnummer: |Número de pedido: |ID del cliente: |Nº da nota fiscal: |Código do pedido: ',
    '注文番号：|請求書番号は|お問い合わせ番号：|会員番号 |元動画ID：|주문번호: |송장번호: |회의 ID: |고객번호는 |訂單編號：|發票號碼：|案號：',
  ])('call it the number of another thing, which is only offered: %s', (labels) => {
    for (const label of labels.split('|'))
      expect([label, kindAfter(label, NUMBER)]).toEqual([label, 'maybe']);
  });

  it.each([
    'Auftrags-ID: |Task-ID: |Aufgabe: |ID de la tarea: |la tarea es |código de la tarea: |ID da tarefa: |Tarefa 1: |Einstellung 12a: ',
    'タスクIDは|タスク番号：|動画ID：|IDは↓\n|작업 ID: |작업번호 |태스크: |任務編號：|影片 ID：',
  ])('call it a task: %s', (labels) => {
    for (const label of labels.split('|'))
      expect([label, kindAfter(label, HEX)]).toEqual([label, 'id']);
  });

  it.each([
    'Der Schlüssel lautet: |Zugangsschlüssel: |La clave de la API es |Llave de acceso: |A chave da conta é |Chave da API: ',
    'APIキー：|認証キー＝|秘密鍵：|トークンはこれで → |키는 |인증키: |金鑰：|存取金鑰 ID：',
  ])('call it a key: %s', (labels) => {
    for (const label of labels.split('|'))
      expect([label, kindAfter(label, HEX)]).toEqual([label, 'key']);
  });

  it.each([
    'Passwort: ',
    'La contraseña es ',
    'Senha: ',
    'パスワード：',
    '暗証番号：',
    '비밀번호: ',
    '密碼：',
  ])('call it a password, which is masked: %s', (label) => {
    expect([kindAfter(label, HEX), kindAfter(label, NUMBER)]).toEqual(['doubt', 'doubt']);
  });

  it.each([
    'Palabra clave: ',
    'Palavra-chave: ',
    'キーワード：',
    'キーフレーム：',
    '키워드: ',
    '關鍵幀：',
  ])('have a key in them and call it none: %s', (label) => {
    expect(kindAfter(label, NUMBER)).not.toBe('key');
  });

  it.each([
    'Ordner: ',
    'Zum Drehbuch: ',
    'Carpeta: ',
    'Dirección de la guía: ',
    'Pasta: ',
    '資料：',
    '議事録：',
    '자료: ',
    '회의록: ',
    '會議：',
  ])('call an address a document, to which no key goes: %s', (label) => {
    const text = `key: sk-Vb3kQ7mPz2LxWn8RtY4c9f2c\n${label}https://nord.example.com/start`;
    expect(analyse(text).segments.find(({ text: one }) => one.startsWith('https'))?.kind).toBe(
      'link',
    );
  });
});
