import type { ColumnRole } from '~/features/add-tasks/recognise/analysis';

/** `可灵`, `Sora 2` before the word that counts. */
export const BEFORE = '(?:[\\p{L}\\d.]{1,20}[\\s_-]){0,2}\\p{Script=Han}{0,8}\\s?';
/** A heading that says nothing else. */
export const head = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'iu');

/** Each holds at most one column of a table, except the last ones; the surest words first. */
export const OWN: readonly [role: ColumnRole, words: RegExp][] = [
  [
    'name',
    head(
      'title|name|label|(?:clip|file|video|task)[ _-]?(?:name|title)|标题|名称?|名字|片名|作品名?称?|(?:视频|任务|文件)名称?',
    ),
  ],
  ['shot', head('(?:shot|镜头|镜号|分镜)\\s?(?:id|no\\.?|number|code|#|编号|号)?')],
  ['shot', head('(?:shot|镜头|分镜)[ _-]?(?:name|title|名称?)')],
  ['shot', head('(?:scene|场次|场景|sequence)\\s?(?:id|no\\.?|number|name|#|编号|号|名称?)?')],
  ['name', head('(?:take|clip|version|ver\\.?|条次?|版本|版次)\\s?(?:no\\.?|number|#|编号|号)?')],
  ['name', head('tasks?|jobs?|videos?|任务|视频|片子')],
  ['client', head('(?:end )?clients?|customer|brand|advertiser|客户|品牌方?|甲方|广告主')],
  ['client', head('(?:client|customer|brand|客户|品牌)\\s?(?:name|名称?)')],
  ['note', head('notes?|remarks?|comments?|memo|feedback|备注|说明|批注|反馈|意见|注')],
  [
    'address',
    head(
      `${BEFORE}(?:(?:api|base|service|gateway)[ _-]?(?:url|address|host)|endpoint|gateway|host|base|(?:api|接口|服务)?\\s?地址|接口|网关|域名)`,
    ),
  ],
  ['ignore', head('#|no\\.?|nr\\.?|row|index|idx|序号|行号')],
];
