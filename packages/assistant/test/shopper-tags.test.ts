import { expect, test } from 'vitest';
import { shopAt } from './shopper-judge.ts';
import { createTalk } from './timeline.ts';

const knowledge = shopAt('examples/storefront/shop');
if (!knowledge) throw new Error('the bundled shop is missing');
test('what the shopper tells of himself is noted with its day, used, told, and forgotten', () => {
  const talk = createTalk(knowledge, { locale: 'en', signedIn: false })
    .wait(Date.UTC(2026, 10, 21))
    .say('I like linen')
    .say("I'm allergic to silk")
    .say('I wear size M')
    .say('an eye mask or sheets?')
    .say('any sheets?')
    .say('what do you know about me')
    .press('forget:likes:linen')
    .say('forget my size')
    .say('what do you know about me');
  expect(talk.log.join('\n')).toMatchInlineSnapshot(`
    "> I like linen
      noted
        choices Noted: likes linen. I will go by that when I choose for you. [forget:likes:linen]
    > I'm allergic to silk
      noted
        choices Noted: no silk. I will go by that when I choose for you. [forget:avoids:silk]
    > I wear size M
      noted
        choices Noted: size M. I will go by that when I choose for you. [forget:size:M]
    > an eye mask or sheets?
      compare
        text Compared: **Silk eye mask** and **Washed linen fitted sheet**
    - Material: 100% mulberry silk, 19 momme / 100% French linen
    - Size: 21 × 9.5 cm, adjustable strap / 150 × 200 cm, 180 × 200 cm
    - Weight: 22 g / 0.9 kg (150 × 200 cm)
    - Washable: By hand below 30 °C with mild soap / By machine, up to 40 °C
    - Care: Dry in the shade, do not wring / Shake flat while damp, no ironing needed
    - Origin: Tongxiang, Zhejiang / Cloth from France, sewn in Tongxiang, Zhejiang
    - Price: ¥79 / ¥329
    The same: Dispatch From Hangzhou within 24 hours ‹catalogue: Our catalogue›
        products  [silk-eye-mask | linen-sheet]
    > any sheets?
      search
        products Sheets: 2 fit. [linen-sheet: you like linen | cotton-set: sheets and cover]
    > what do you know about me
      remembered
        choices I remember this:
    - likes linen (you said so, 21 November)
    - no silk (you said so, 21 November)
    - size M (you said so, 21 November)
    Tell me if one is wrong; press one to have it forgotten. [forget:likes:linen | forget:avoids:silk | forget:size:M | forget:all]
    > Forget “likes linen”
      forgotten
        text Forgotten: likes linen.
    > forget my size
      forgotten
        text Forgotten: size M.
    > what do you know about me
      remembered
        choices I remember this:
    - no silk (you said so, 21 November)
    Tell me if one is wrong; press one to have it forgotten. [forget:avoids:silk]"
  `);
  const chinese = createTalk(knowledge, { signedIn: false })
    .wait(Date.UTC(2026, 10, 21))
    .say('我穿M码')
    .say('我改穿L码了')
    .say('我不喜欢竹子')
    .say('有没有灯')
    .say('你记得我什么')
    .say('忘掉我的一切')
    .say('你记得我什么');
  expect(chinese.log.join('\n')).toMatchInlineSnapshot(`
    "> 我穿M码
      noted
        choices 记下了：穿 M。给您挑的时候照着来。 [forget:size:M]
    > 我改穿L码了
      noted
        choices 记下了：穿 L。给您挑的时候照着来。 [forget:size:L]
    > 我不喜欢竹子
      noted
        choices 记下了：不要竹子。给您挑的时候照着来。 [forget:avoids:竹子]
    > 有没有灯
      search
        products 灯，有这 2 件： [wall-lamp: 现在省 ¥50 | hand-lantern: 这几件里最便宜]
    > 你记得我什么
      remembered
        choices 我记着这些：
    - 穿 L（您说的，11月21日）
    - 不要竹子（您说的，11月21日）
    哪条不对，您说一声就改；点一下就忘掉。 [forget:size:L | forget:avoids:竹子 | forget:all]
    > 忘掉我的一切
      forgotten
        text 忘掉了：穿 L、不要竹子。
    > 你记得我什么
      remembered
        text 我没有记您的什么。"
  `);
});
