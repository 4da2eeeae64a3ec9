import type { TaskFailure } from '~/core/task';

/**
 * Whether a reason says more than that the task failed: something is left of it without the words for failing, for a
 * task and its service, and for asking to try again. Numbers and codes made of such words explain nothing either.
 */
export function saysWhy({ message, code }: TaskFailure): boolean {
  return [message, code].some((text) => text !== null && isTold(text));
}

function isTold(text: string): boolean {
  const words = text
    // `VideoGenerationFailed`
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(EMPTY_CHINESE, ' ')
    // Ids and numbers go with what they are of.
    .match(/[\p{L}\d]+/gu);
  return (words ?? []).some((word) => !/\d/.test(word) && !EMPTY.test(word));
}

const EMPTY =
  /^(?:(?:un|mis)?(?:fail\w*|success\w*|succe\w*)|err|errors?|errored|exceptions?|faults?|crash(?:ed)?|broken?|abort(?:ed)?|problems?|issues?|wrong|bad|un(?:able|known|expected|specified|identified|handled|fortunately)|internal|general|generic|fatal|sorry|oops|apologi\w+|(?:can|could|did|does|do|is|was|has|will)(?:nt|not)?|not|no|none|null|nil|undefined|some|any|something|somehow|went|goes?|gone|occurr?\w*|happen\w*|encounter\w*|caught|raised|returned|resulted|reason|cause|details?|messages?|msg|codes?|status|state|http|id|na|videos?|clips?|tasks?|jobs?|work|generat\w+|creat\w+|render\w*|process\w*|produc\w+|execut\w+|operat\w+|predict\w+|perform\w*|complet\w+|finish\w*|ma[dk]e|making|made|run|running|requests?|results?|outputs?|pipeline|workflow|inference|service|server|system|backend|platform|provider|model|api|please|kindly|retry|retries|try|tried|tries|attempts?|again|later|contact|support|the|an?|this|that|your?|our|we|it|its|to|of|for|in|on|at|by|as|and|or|with|while|when|during|due|from|after|all|be|been|being|were|are|have|had|there|moment|minutes?|few)$/;

const EMPTY_CHINESE =
  /生成|创建|創建|制作|製作|渲染|处理|處理|执行|執行|运行|運行|请求|請求|操作|任务|任務|作业|作業|视频|視頻|影片|结果|結果|系统|系統|服务器?|服務器?|伺服器|后台|内部|內部|模型|接口|平台|未知|不明|意外|失败|失敗|出错|出錯|错误|錯誤|异常|異常|故障|报错|问题|問題|原因|状态|代码|发生|發生|出现|出現|遇到|未能|未|没有|沒有|没|无法|無法|不能|不|成功|完成|抱歉|很|对不起|请|請|稍后|稍後|稍候|再次|重新|重试|重試|再试|再試|再|尝试|提交|联系|客服|管理员|您|你|我们|的|了|该|此|本|次|在|时|中|已|已经|被|因|由于|过程|一个|个|啦|呀/g;
