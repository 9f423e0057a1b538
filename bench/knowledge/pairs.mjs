/** xorshift32: the same numbers in 0 … 1 for the same seed. */
export function seeded(seed) {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4_294_967_296;
  };
}

const words = (text) => text.split(' ');

const HAN = [
  ...'安柏宝北本博成川达德东恩帆方飞丰福格冠光海汉航和恒宏华辉嘉坚建江金晶久巨康科兰乐力丽联良林隆龙美明木南宁欧鹏品奇启千清泉荣瑞森尚圣盛世舒思泰天威维文沃希夏祥晓新信兴雅阳伊依怡益永优宇元远云泽展正志中卓',
];
const SYLLABLES = words(
  'al an ar bel bo bri cal co da den dor el en fa fen ga gro hal ho in ka kel la len lo ma mer mi mo na nor o or pa per ra ri ro sa sel si so sta ta ter ti to tra va vel vi wen wil ya zen',
);
const MAKES = words('Pro Max Plus Air Lite Mini Ultra S X SE');

const THINGS = words(
  '电饭煲 空气炸锅 扫地机器人 洗衣机 烘干机 冰箱 空调 净水器 热水器 抽油烟机 洗碗机 微波炉 烤箱 破壁机 咖啡机 吸尘器 加湿器 除湿机 空气净化器 电风扇 取暖器 投影仪 电视 音箱 耳机 手机 平板 笔记本电脑 显示器 键盘 鼠标 路由器 摄像头 智能门锁 台灯 吊灯 床垫 乳胶枕 羽绒被 四件套 沙发 餐桌 办公椅 书柜 衣柜 鞋柜 行李箱 双肩包 冲锋衣 羽绒服 跑步鞋 登山鞋 帐篷 睡袋 自行车 滑板车 婴儿车 安全座椅 奶粉 纸尿裤 猫粮 狗粮 猫砂 面霜 精华液 口红 粉底液 洗发水 电动牙刷 剃须刀 吹风机 保温杯 炒锅 砂锅 菜刀 砧板 茶具',
);
const THINGS_EN = words(
  'kettle toaster blender vacuum dishwasher freezer heater fan projector speaker headset phone tablet laptop monitor keyboard router camera lock lamp mattress pillow duvet sofa table chair bookcase wardrobe suitcase backpack jacket boots tent bicycle scooter stroller grinder humidifier drill mower',
);
const PARTS = words(
  '滤芯 电池 充电器 遥控器 底座 内胆 密封圈 电源线 支架 刷头 面板 显示屏 滚轮 拉链 外壳 阀门 水箱 尘盒 门把手 螺丝',
);
const PARTS_EN = words(
  'filter battery charger remote base seal cable stand brush panel display wheel zip cover valve tank handle screw',
);

/** Each matter with ways to ask for it and what is answered; `#` is a number, `~` a part of the thing. */
const MATTERS = [
  [
    ['的~怎么更换', '~坏了可以自己换吗'],
    '~可以自行更换：断电后按住两侧卡扣取下旧件，装上新件听到咔嗒声即可，建议每#个月检查一次。',
  ],
  [
    ['支持几天无理由退货', '拆封了还能退吗'],
    '未使用且包装完整的支持#天无理由退货，拆封后影响二次销售的请先联系在线客服登记，寄回运费按页面说明。',
  ],
  [['保修多久', '的~保修期是几年'], '整机保修#个月，~属于易损件，保修期为购买日起九十天，需要保留电子发票。'],
  [['的功率是多少瓦', '一小时用多少度电'], '额定功率为#0瓦，日常档位约为一半，连续使用一小时的耗电量请以铭牌为准。'],
  [['怎么连接手机', '连不上无线网怎么办'], '请确认路由器为二点四兆频段，长按电源键#秒至指示灯闪烁后在应用里添加设备。'],
  [['尺寸是多少', '放进#0厘米的柜子里够吗'], '产品尺寸为#0×#5×#0厘米，四周请预留五厘米以上的散热空间。'],
  [['的~怎么清洗', '可以水洗吗'], '~可以用清水冲洗，不要使用热水和漂白剂，晾干#小时后再装回。'],
  [
    ['用的时候有异响', '噪音很大正常吗'],
    '启动的头#分钟有轻微声响属于正常，若持续有摩擦声请停止使用并检查~是否装到位。',
  ],
  [['什么时候发货', '今天下单几天能到'], '现货订单在#小时内发出，预售款以页面标注的日期为准，偏远地区会多用两到三天。'],
  [['能开专票吗', '发票什么时候开'], '支持电子普票与专票，订单完成后#天内在订单详情页申请，抬头信息请核对清楚。'],
  [['和上一代有什么区别', '值得升级吗'], '新款换了~，续航提升了#%，外观与操作方式不变，旧款配件可以通用。'],
  [['适合几个人用', '小户型够用吗'], '适合#口之家日常使用，空间较小时建议选择紧凑款。'],
];
const MATTERS_EN = [
  [
    ['how do i replace the ~', 'can i change the ~ myself'],
    'Switch it off, press both clips, pull the old ~ out and push the new one in until it clicks. Check it every # months.',
  ],
  [
    ['can i return it after opening', 'how many days do i have to return it'],
    'Unused goods can be returned within # days. Once opened, please write to us first so that we can register it.',
  ],
  [
    ['how long is the warranty', 'is the ~ covered by the warranty'],
    'The device is covered for # months. The ~ wears out and is covered for ninety days from the day of purchase.',
  ],
  [
    ['how many watts does it use', 'what is the power consumption'],
    'It is rated at #0 watts and uses about half of that on the usual setting.',
  ],
  [
    ['how do i connect it to my phone', 'why does it not find the wifi'],
    'Hold the power button for # seconds until the light blinks, then add it in the app. Only 2.4 GHz networks work.',
  ],
  [
    ['how big is it', 'does it fit into a cupboard of #0 cm'],
    'It measures #0 by #5 by #0 cm. Leave five centimetres on every side for the air.',
  ],
  [
    ['how do i clean the ~', 'can the ~ go in the dishwasher'],
    'Rinse the ~ under cold water and let it dry for # hours. No bleach, no dishwasher.',
  ],
  [
    ['why is it so loud', 'it makes a grinding noise'],
    'A little noise in the first # minutes is normal. If it grinds, stop and see whether the ~ sits right.',
  ],
];

/**
 * So many question–answer pairs of one trade, the same for the same seed: goods of many makes and models, each with
 * questions on its matters. A third is in English. No two questions are equal; many differ in the model alone.
 */
export function* pairs(count, seed = 20_261_121) {
  const random = seeded(seed);
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const makes = Array.from({ length: 1_500 }, () => one(HAN) + one(HAN) + (random() < 0.4 ? one(HAN) : ''));
  const makesEn = Array.from(
    { length: 1_500 },
    () => one(SYLLABLES) + one(SYLLABLES) + (random() < 0.6 ? one(SYLLABLES) : ''),
  );
  // A few makes are spoken of far more often than the others.
  const often = (list) => list[Math.floor(list.length * random() ** 3)];
  for (let n = 0; n < count; n++) {
    const english = n % 3 === 2;
    const [ways, answer] = one(english ? MATTERS_EN : MATTERS);
    const part = one(english ? PARTS_EN : PARTS);
    const fill = (text) => text.replaceAll('~', part).replace(/#/g, () => String(1 + below(29)));
    const model = `${String.fromCharCode(65 + below(26))}${n % 9_973}${random() < 0.4 ? one(MAKES) : ''}`;
    const question = english
      ? `${often(makesEn)} ${model} ${one(THINGS_EN)}: ${fill(one(ways))}`
      : `${often(makes)}${model}${one(THINGS)}${fill(one(ways))}`;
    yield { id: `a${n}`, question, answer: fill(answer) };
  }
}
