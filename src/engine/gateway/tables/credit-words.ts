/** Nothing is left to pay with, or money is mentioned at all: a task has failed, and what its words mention is why. */
export function tellsOfCredit(words: string): boolean {
  return isOutOfCredit(words) || MENTIONED.test(words);
}

/** Nothing is left to pay with; limits on how often one may ask are not meant. */
export function isOutOfCredit(words: string): boolean {
  return CREDIT.test(words) && !PER_TIME.test(words);
}

const CREDIT =
  /insufficient[ _-]?(?:user[ _-]?|account[ _-]?|api[ _-]?)?(?:quota|balance|credits?|funds?|points?|tokens? balance)|(?:quota|balance|credits?|funds|points)\b.{0,40}(?:insufficient|exhausted|not enough|used up|depleted|too low|ran out|runs? out|is low|exceeded|empty|negative)|(?:not[ _-]?(?:have )?(?:enough|sufficient)|out of|no (?:more |remaining )?|lack of|low on|add more|top up|recharge)[ _-]?(?:your )?(?:\w+ )?(?:quota|balance|credits?|funds|points)|exceeded your (?:current )?(?:quota|spending|budget)|payment[ _-]?required|arrear|overdue[ _](?:balance|payment|bill)|(?:account|payment|balance)[ _]?(?:is )?overdue|billing[ _](?:hard[ _])?limit|budget (?:has been )?exceeded|exceeded_current_quota|not_enough_credits|(?:额度|余额|积分|点数|配额|资源包|算力|灵感值|金币).{0,10}(?:不足|用尽|用完|耗尽|不够|已用|为零|超出)|欠费|充值|没有足够的/i;
const PER_TIME =
  /per (?:second|minute|hour|day)|\b(?:daily|hourly)\b|\brates?\b|\b(?:qps|rpm|tpm|qpm)\b|每(?:秒|分钟|小时)|频率|频繁|限流|并发|concurren/i;

const MENTIONED =
  /quota|insufficient.{0,20}(?:balance|credit|fund|quota)|balance|out of credits|not enough credits?|credits? (?:exhausted|insufficient)|billing|payment|arrear|overdue|额度|余额|欠费|配额|积分不足|充值/i;
