/**
 * What a shop can be held to, in both languages: who says one of these says that the shop does it. A promise is checked by its
 * name, so that «free» in a sentence needs «free» in the facts, and «not free» in the one is no «free» in the other.
 */
export const PROMISES: Readonly<Record<string, RegExp>> = {
  free: /免费|包邮|免邮|免运费|免(?:收|除)|不(?:另)?收(?:取)?(?:任何)?费|不要钱|白送|\bfree\b(?![- ]size)|\bno (?:extra )?(?:charge|cost|fee)s?\b|\bcomplimentary\b|\bon (?:us|the house)\b|\bfor nothing\b|\bwaive/gi,
  gift: /赠|(?:送|多给)(?:您|你|一|两|个|份|张|出)|礼物|礼品|小样|\bgift(?!\s?wrap)|\bgiveaway|\bbonus|\bextra (?:one|item)s?\b|\bthrow in\b|\bsample/gi,
  refund: /退款|退钱|退还|返还|返现|\brefund|\bmoney[- ]back\b|\breimburs|\bcash ?back\b/gi,
  return: /退货|退换|可退|能退|包退|\breturn(?:s|ed|able|ing)?\b|\bsend (?:it|them) back\b/gi,
  exchange: /换货|调换|更换|包换|换新|\bexchang|\bswap|\breplac/gi,
  compensate: /赔|补偿|差价|\bcompensat|\bmake (?:it )?up for\b/gi,
  guarantee: /保证|承诺|担保|确保|放心|\bguarante|\bpromis|\bassur|\bensur|\bcommit|\brest easy\b/gi,
  certain:
    /一定|肯定|绝对|必定|必须|百分百|永远|总是|\bdefinitely\b|\bcertainly\b|\babsolutely\b|\bsurely\b|\balways\b|\bwithout (?:a )?(?:doubt|exception)\b|\bevery time\b/gi,
  discount:
    /优惠|折扣|打折|立减|满减|特价|半价|降价|便宜|让利|返利|券|红包|\bdiscount|\b(?:%|percent) off\b|\boff\b|\bon sale\b|\bdeal\b|\bcoupon|\bvoucher|\bpromo|\bhalf[- ]price\b|\bcheaper\b|\bsav(?:e|es|ing|ings)\b/gi,
  forever: /终身|永久|一辈子|无限期|\blifetime\b|\bforever\b|\blifelong\b|\bunlimited\b/gi,
  soon: /马上|立即|立刻|即刻|尽快|优先|加急|秒|\bimmediate|\bright away\b|\binstant|\basap\b|\bas soon as\b|\bpriority\b|\bexpress\b|\brush\b/gi,
  deed: /(?:已经?|这就|帮|替|为)(?:为|帮|给)?(?:您|你)|我(?:们)?(?:会|来|将|已|去|可以给|能给)|\b(?:i|we)(?:'ve|'ll| have| will| can| just| am going| are going)\b|\bhas been (?:cancel|refund|chang|updat|approv|process|ship)|\bis (?:now )?(?:cancelled|refunded|approved)\b|\blet me\b/gi,
  genuine: /正品|真品|假一赔|官方授权|\bgenuine\b|\bauthentic|\bofficial|\boriginal\b/gi,
  warranty: /质保|保修|三包|\bwarrant/gi,
  invoice: /发票|开票|\binvoice|\breceipt/gi,
  stock: /有货|现货|库存|到货|补货|\bin stock\b|\bback in\b|\brestock|\bavailable\b/gi,
  gone: /缺货|断货|售罄|卖完|没货|无货|\bout of stock\b|\bsold out\b|\bunavailable\b/gi,
  safe: /无毒|无害|安全|不过敏|抗过敏|防过敏|\bsafe(?:ly|ty)?\b|\bnon-?toxic|\bharmless|\bhypoallergenic|\ballerg/gi,
  heals: /治疗|治愈|疗效|药用|缓解|改善|\bcure|\bheal(?!th)|\btreat|\brelie[fv]|\btherap|\bmedical/gi,
  certified: /认证|检测|达标|国标|合格|\bcertif|\bapproved by\b|\btested\b|\bcompl(?:y|ies|iant)/gi,
  best: /最(?!近|后|多|少|迟|晚|早)|第一|唯一|顶级|\bbest\b|\bnumber one\b|\bunbeatable|\bcheapest|\btop[- ]/gi,
  unconditional:
    /无条件|无理由|任何(?:情况|原因|时候|时间|商品)|不限|随时|\bunconditional|\bno questions\b|\bany (?:time|reason|item|order|product)\b|\banytime\b|\banywhere\b|\bworldwide\b|\bwhenever\b/gi,
  everything: /全部|所有|全场|一律|每一?[件单款]|\ball\b|\bevery(?:thing|one)?\b|\bentire\b|\bwhole\b/gi,
};

/** Words by which a clause says the opposite. What only looks like one is taken out before. */
const NOT =
  /不|没|无|未|非|莫|勿|禁止|拒绝|除外|以外|\bnot\b|n't\b|\bno\b|\bnever\b|\bwithout\b|\bcannot\b|\bneither\b|\bnor\b|\bnone\b|\bexcept\b|\bexclud|\bunless\b|\brefus|\bunable\b/gi;
const NO_NOT =
  /不错|不过|不仅|不但|不只|不论|不管|不限|不止|不同|不锈钢|无论|无理由|无条件|无毒|无害|无限|无线|无缝|非常|没问题|除非|未来|不过敏|不用担心|不(?:另)?收(?:取)?(?:任何)?费|不要钱|免费|不超过|不少于|不低于|不满|不足|不到|\bnot only\b|\bno problem\b|\bno (?:extra )?(?:charge|cost|fee)s?\b|\bno later than\b|\bno more than\b|\bnot? less than\b|\bno matter\b|\bno questions\b/gi;

/** Whether a clause says no: an odd number of its words do. */
export const saysNo = (clause: string): boolean => (clause.replace(NO_NOT, ' ').match(NOT)?.length ?? 0) % 2 === 1;

const MORE =
  /满|以上|超过|超出|不少于|不低于|至少|起(?=[,，。;；\s]|$)|以后|之后|\bover\b|\babove\b|\bfrom\b|\bat least\b|\bmore than\b|\bexceed|\bafter\b|\bminimum\b|\bor more\b/gi;
const LESS =
  /不满|未满|不足|不到|以下|以内|之内|内(?=[,，。;；发到可退换免有\s]|$)|低于|少于|不超过|最多|至多|之前|以前|\bunder\b|\bbelow\b|\bup to\b|\bwithin\b|\bat most\b|\bless than\b|\bno more than\b|\bno later than\b|\bbefore\b|\bmaximum\b|\bor less\b/gi;

/** On which side of its numbers a clause is; both and none are no side. */
export function sideOf(clause: string): 'more' | 'less' | undefined {
  const less = clause.match(LESS)?.length ?? 0;
  const more = clause.replace(LESS, ' ').match(MORE)?.length ?? 0;
  return more > 0 === less > 0 ? undefined : more > 0 ? 'more' : 'less';
}
