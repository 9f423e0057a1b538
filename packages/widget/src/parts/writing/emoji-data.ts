/** A group of the picker. */
export type EmojiGroup = 'faces' | 'hands' | 'things' | 'signs';

/** One emoji with its name and the words it is found by. */
export interface Emoji {
  readonly emoji: string;
  readonly en: string;
  readonly zh: string;
}

/** A line: the emoji, English words, Chinese words, parted by `|`; the first of each is its name. */
const TABLE: Readonly<Record<EmojiGroup, string>> = {
  faces: `
😀|grinning happy|笑脸 开心
😃|smiling open happy|大笑 开心
😄|smiling eyes happy|眉开眼笑 高兴
😁|beaming teeth|露齿笑 嘻嘻
😆|laughing squint|笑眯眼 哈哈
😅|sweat relief phew|苦笑 擦汗
😂|tears of joy laughing|笑哭 哈哈
🤣|rolling laughing|笑翻 打滚
🙂|slight smile|微笑
🙃|upside-down|倒脸 无奈
😉|wink|眨眼
😊|blush smile shy|害羞 脸红
😇|halo angel|天使 乖
🥰|in love hearts|爱慕 喜欢
😍|heart eyes love|花痴 喜欢
😘|kiss|飞吻 亲亲
😋|yummy tasty|好吃 馋
😛|tongue playful|吐舌 调皮
🤪|zany crazy|搞怪
🤔|thinking hmm|思考 想想
🤗|hug|拥抱 抱抱
🤭|giggle oops|捂嘴 偷笑
🤫|quiet hush|嘘 安静
😐|neutral|面无表情
😶|speechless no mouth|无语
😏|smirk|得意 坏笑
🙄|rolling eyes|翻白眼
😬|grimace awkward|尴尬 咧嘴
😌|relieved calm|舒心 放心
😪|sleepy tired|困 犯困
😴|asleep sleep|睡着 睡觉
😷|mask ill|口罩 生病
🤒|fever ill|发烧 生病
🥵|hot sweating|好热
🥶|cold freezing|好冷
😵|dizzy|头晕
🥳|party celebrate|庆祝 派对
😎|cool sunglasses|酷 墨镜
🤓|nerd glasses|书呆子 眼镜
😕|confused|困惑 不明白
😟|worried|担心
🙁|frown sad|难过
😮|surprised oh|惊讶
😳|flushed embarrassed|脸红 难为情
🥺|pleading please|求求 可怜
😥|sad relieved|失望 难过
😢|crying tear|流泪 伤心
😭|sobbing cry|大哭 呜呜
😱|scream shock|尖叫 吓到
😞|disappointed|失望
😩|weary tired|累 崩溃
😤|huffing annoyed|生气 哼
😡|angry|愤怒 生气
😠|cross angry|不满 生气
🤯|mind blown|震惊 炸裂`,
  hands: `
👋|wave hello bye|挥手 你好 再见
👌|ok perfect|好的 没问题
✌️|victory peace|胜利 耶
🤞|fingers crossed luck|祈求好运
🤙|call me|打电话
👈|left point|向左
👉|right point|向右
👆|up point|向上
👇|down point|向下
👍|thumbs up good yes|赞 好 棒
👎|thumbs down bad no|踩 差
✊|fist|拳头 加油
👊|bump punch|碰拳
👏|clap applause|鼓掌 棒
🙌|raised hands hooray|欢呼
🤝|handshake deal|握手 成交
🙏|please thanks pray|拜托 谢谢 合十
💪|strong muscle|加油 强壮
👀|look eyes|看看 眼睛
❤️|red heart love|爱心 红心
🧡|orange heart|橙心
💛|yellow heart|黄心
💚|green heart|绿心
💙|blue heart|蓝心
💜|purple heart|紫心
🤍|white heart|白心
💔|broken heart|心碎
💕|two hearts|双心 喜欢
💖|sparkling heart|闪亮的心
💯|hundred perfect|满分 一百
🫶|heart hands|比心`,
  things: `
🎁|gift present|礼物
🎉|party popper congratulations|撒花 庆祝 恭喜
🎊|confetti|彩球 庆祝
🎂|birthday cake|生日蛋糕
🧧|red envelope|红包
🏮|lantern|灯笼
🛒|shopping cart|购物车
🛍️|shopping bags|购物袋 买
📦|parcel box package|包裹 快递 箱子
🚚|truck delivery|货车 配送 快递
🏠|house home|家 房子
🏨|inn hotel|客栈 酒店
🛏️|bed duvet|床 被子
🛋️|sofa couch|沙发
🛁|bath|浴缸 洗澡
🧺|basket laundry|篮子 洗衣
🧵|thread sewing|针线
🪡|needle sewing|针
👕|shirt clothes|衣服 T恤
👗|dress|裙子
👖|trousers jeans|裤子
🧥|coat|外套
🧣|scarf|围巾
🧤|gloves|手套
🧦|socks|袜子
👟|shoes trainers|鞋 运动鞋
👜|handbag|手提包
🎒|backpack|背包
🧳|suitcase travel|行李箱 旅行
☂️|umbrella|雨伞
💍|ring|戒指
🫖|teapot tea|茶壶
🍵|tea cup|茶
☕|coffee|咖啡
🍚|rice|米饭
🍜|noodles|面条
🥟|dumpling|饺子
🥮|moon cake|月饼
🍎|apple|苹果
🍊|orange tangerine|橘子
🍰|cake|蛋糕
🍺|beer|啤酒
🌹|rose flower|玫瑰 花
🌸|blossom flower|樱花 花
🍀|clover luck|幸运 四叶草
🌿|herb leaf|叶子 草
🐱|cat|猫
🐶|dog|狗
🐼|panda|熊猫
🐰|rabbit|兔子
🐲|dragon|龙
☀️|sun|太阳 晴
🌙|moon night|月亮 晚上
⭐|star|星星
❄️|snow cold|雪 冷
🔥|fire hot|火 热
🌧️|rain|下雨
📷|camera photo|相机 照片
📱|phone|手机
💻|computer laptop|电脑
🔔|bell reminder|铃 提醒
💡|idea bulb|主意 灯泡
🔑|key|钥匙
📍|pin place|位置 地址
📅|calendar date|日历 日期
⏰|clock alarm|闹钟 时间
✉️|letter mail|信 邮件
💰|money bag|钱 钱袋
💳|card pay|银行卡 付款
🧾|receipt invoice|小票 发票`,
  signs: `
✅|done check yes|完成 对
❌|no cross|不 错
❓|question|问号 疑问
❗|exclamation|感叹号
⚠️|warning|警告 注意
➕|plus add|加
➖|minus less|减
✨|sparkles new|闪亮 新
💤|sleep zzz|睡觉
💬|speech talk|聊天 说话
🆗|ok|好的
🆕|new|新
🔁|repeat exchange|重复 换
🔄|refresh|刷新
⬆️|up arrow|上
⬇️|down arrow|下
➡️|right arrow|右
⬅️|left arrow|左
🈶|available|有
🈚|free|无`,
};

const read = (lines: string): Emoji[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [emoji = '', en = '', zh = ''] = line.split('|');
      return { emoji, en, zh };
    });

/** Every group with its emoji, in the order of the picker. */
export const EMOJI: readonly (readonly [EmojiGroup, readonly Emoji[]])[] = (
  Object.entries(TABLE) as [EmojiGroup, string][]
).map(([group, lines]) => [group, read(lines)]);

/** The name of an emoji in a language. */
export const emojiName = (emoji: Emoji, lang: string): string =>
  (lang.startsWith('zh') ? emoji.zh : emoji.en).split(' ')[0] ?? emoji.emoji;

/** Emoji that have every word of `query`, in either language. */
export function findEmoji(query: string): Emoji[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return EMOJI.flatMap(([, group]) => group).filter(({ emoji, en, zh }) =>
    words.every((word) => en.includes(word) || zh.includes(word) || emoji === word),
  );
}
