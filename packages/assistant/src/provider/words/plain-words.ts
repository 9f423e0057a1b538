/** Words that state nothing: every sentence may use them, whether the facts do or not. Matched by their stems. */
export const PLAIN_EN: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they them their there here you your yours he she we our us i me my one ones some any each ' +
    'both other another such same is are am was were be been being do does did done doing have has had having can could may might ' +
    'will would shall should must need needs to of in on at by for with from into about as than then so if when while where which who ' +
    'whom whose what how why and or but nor because since although though however also too just only even still yet already now ' +
    'currently please thanks thank yes no not cannot hi hello dear sorry sure course well very quite more less most least over under ' +
    'above below within up down out per after before until between during through above near around across together apart ' +
    'according based regarding concerning note noted mean means meaning say says said state states stated tell tells told ask asked ' +
    'question questions answer information info detail details question listed mention mentioned follow following page ' +
    'shop store item items product products thing things kind kinds type types way ways case cases part parts number numbers ' +
    'get gets getting got give gives given take takes taken taking make makes made go goes going come comes put set let use uses used using ' +
    'like likes want wants look looking find found see know think help helps happy glad welcome able apply applies applied count counts ' +
    'include includes included including contain contains consist consists amount total cost costs price priced fee charge ' +
    'day days week weeks month months year years hour hours minute minutes piece pieces pair pairs ' +
    'dollar dollars yuan euro euros rmb cny usd eur at once times time qualify eligible possible usually normally generally ' +
    "it's that's you're they're there's don't doesn't isn't aren't can't won't didn't let's i'm"
  ).split(' '),
);

/** The same in Chinese, the longer first. Negation is checked on its own. */
export const PLAIN_ZH: RegExp = new RegExp(
  [
    '您好|你好|亲亲|亲爱的|感谢|谢谢|抱歉|不好意思|请问|请您|请',
    '根据|按照|关于|对于|至于|由于|因为|因此|所以|如果|若是|要是|假如|只要|只有|一旦|虽然|但是|不过|而且|并且|并|同时|另外|此外|其中|以及|或者|还是|或|和|与|及|而|但',
    '我们|咱们|本店|店里|店铺|商家|小店|咱|您的|你的|您|你|我|他|它|其|这款|这个|这件|这些|这种|这里|该款|该|此款|此|那款|那个|那些|那|这|本款|本|每个|每件|各',
    '商品|产品|宝贝|东西|页面|详情|信息|资料|说明|介绍|问题|情况|方面|方式|时候|的话',
    '可以|可|能够|能|会|应该|需要|需|要|想|是否|是|为|属于|有|具有|带有|没有|在|于|到|从|由|以|用|使用|采用|进行|包括|包含|含有|含|提供|支持|显示|写明|标明|注明|告诉|了解|看到|知道|参考|查看|选择',
    '目前|现在|当前|一般|通常|大约|大概|左右|约|已经|已|正在|正|将|就|才|再|又|也|都|还|仅|只|均|共|总共|一共|合计|分别|非常|很|比较|更|较|太|特别|十分',
    '的|了|着|过|地|得|之|所|把|被|给|对|向|跟|让|使|吗|呢|吧|啊|哦|呀|哈|呐|么|什么|怎么|多少|几|哪|如何',
    '价格|售价|费用|价钱|金额|尺寸|时间|小时|分钟|工作日|天|日|周|月|年|件|个|条|只|次|元|块钱|块|号|款|种|份|位|里|内|外|上|下|前|后|中|时',
    '不|没|无|未|非',
  ].join('|'),
  'g',
);
