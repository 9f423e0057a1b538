/** The plainest English ways to say each service intent, separated by `|`: what most shoppers write first. */
export const COMMON_EN: Readonly<Record<string, string>> = {
  'product.info':
    'what material is this|what is this made of|tell me more about this product|what are the specifications|what are the features of this|how much does it weigh|what are the dimensions|does it have bluetooth|is it waterproof|what colours does it come in|what comes in the box|how long does the battery last|is this machine made or handmade|what ingredients are in it|where is this made|does it come with a charger|can you give me more details about this item|what is the thread count|what flavour is it|is the lining cotton|how many pieces are in a pack|is it compatible with iphone|what is the capacity|does it need batteries',
  'product.price':
    "how much is this|what's the price|how much does it cost|price please|what is the cost of this one|can you tell me the price of the blue one|how much for two|what do you charge for this|how much are these shoes|is this price per piece or per set|what's the total price with tax|how much is the large one|is the listed price in dollars|does the price include vat|how much for the whole set",
  'product.stock':
    "is this in stock|do you have this in stock|when will it be back in stock|is it available in black|is it sold out|do you still have size 9|will you restock this|how many do you have left|why is it out of stock|do you have any more of these|is the red one available|can i preorder this|when will you get more|let me know when it's back|has this been discontinued|do you have this in medium",
  'product.size':
    "what size should i get|what size do i need|is it true to size|do you have a size chart|i am 170cm and 60kg what size|what are the measurements|will this fit me|should i size up|how long is the sleeve|i usually wear a medium what size here|is a uk 10 the same as us 6|what is the waist measurement in large|does it fit wide feet|what's the length|is it big enough for a double bed",
  'product.compare':
    "what's the difference between these two|which one is better|how is this different from the other one|compare these two for me|is the pro better than the standard|which is better for running|what is the difference between model a and model b|is the more expensive one worth it|should i get the 64gb or the 128gb|is the new version better than the old one|are these two the same|which one lasts longer|what's better cotton or linen|pros and cons of each",
  'product.recommend':
    "what do you recommend|can you recommend something for my mum|what would be a good gift for a 10 year old|which one should i buy for a beginner|suggest something under 50 dollars|i need a gift for my boyfriend|what's your best selling product|i'm looking for a good moisturiser for dry skin|help me choose a laptop|what do you suggest for sensitive skin|i want something for camping|which of your products is most popular|any recommendations for a small kitchen|what's good for back pain|i need something warm for winter",
  'product.similar':
    "do you have something similar|do you have a similar one in another colour|what's an alternative to this|something similar to this dress please|is there anything comparable|this is sold out what else is like it|show me similar products|do you have other brands like this|any substitute for this product|can you find me something in the same style|what can i buy instead of this",
  'product.authentic':
    "is this genuine|is this authentic|is it original or fake|are you an authorised dealer|how do i know it's real|is this a real brand product|do you sell replicas|do you have a certificate of authenticity|can i verify the serial number|is this second hand|are your products 100% genuine|is this the official store",
  'product.usage':
    'how do i wash it|how do i clean it|how often should i use it|how do i set it up|how do i turn it on|how many tablets should i take|how do i charge it|how do i connect it to my phone|what are the instructions for use|should i use it before or after moisturiser|how should i store it|can i iron this|how do i reset it|how much should i feed my dog|where do i find the manual',
  'product.safety':
    'is this safe for kids|can i use it while pregnant|is it safe for sensitive skin|does it contain nuts|is it toxic|is it safe for pets|are there any side effects|is it bpa free|has it been tested|is it hypoallergenic|can a two year old use it|does it contain harmful chemicals|is it safe to leave on overnight|do you have a safety certificate|will it irritate my skin',
  'promo.ask':
    'do you have any sales|are there any discounts|any promotions at the moment|when is the next sale|is there a black friday sale|when does the sale end|do you have a student discount|any deals today|is this on sale|do you have buy one get one free|what offers do you have|does the discount apply to everything|is there a discount for first orders|how does the 3 for 2 offer work|are sale prices final',
  'promo.coupon':
    "do you have a coupon|can i get a discount code|my coupon doesn't work|the promo code is not working|how do i use my voucher|where do i enter the code|it says my code is invalid|my coupon has expired|can i use two codes|how do i get a coupon|i forgot to apply my code|can i use a gift card and a coupon|do you have any vouchers|the discount code wasn't applied to my order|i didn't receive my welcome code",
  'promo.bargain':
    "can you give me a discount|can you lower the price|it's too expensive can you do better|what's your best price|can i get it cheaper|can you do 20 dollars|will you take 50 for it|can you knock off some money|any discount if i buy three|i saw it cheaper elsewhere can you match it|give me a better price|is there any room on the price|can you give me a deal|if i take two can you lower it",
  'gift.ask':
    "do you offer gift wrapping|can you gift wrap it|is there a free gift with this|do i get a free sample|can you add a gift card message|can you include a handwritten note|can you send it as a gift|please don't put the price in the parcel|do you have gift boxes|is gift wrapping free|what free gift do i get|can i get some samples|can i send this directly to a friend as a present|does it come in a gift box",
  'shipping.cost':
    "how much is shipping|how much is delivery|is shipping free|do you offer free shipping|how much do i need to spend for free delivery|what's the delivery fee|how much is shipping to canada|do i have to pay for postage|why is shipping so expensive|are there customs fees|how much is express delivery|what is the minimum order for free shipping|does shipping cost extra for heavy items",
  'shipping.time':
    "how long does shipping take|when will it arrive if i order today|how long does delivery take|when do you ship|how many days until i get it|do you offer next day delivery|how fast is express shipping|do you ship on weekends|will it arrive before christmas|what is the estimated delivery time|how soon can you ship it|how long to deliver to london|what's the cutoff for same day dispatch|can i choose the delivery date",
  'shipping.area':
    "do you ship internationally|do you ship to canada|do you deliver to northern ireland|can you ship to a po box|do you deliver to my area|can you deliver to hawaii|do you ship overseas|can you deliver to my postcode|do you ship to the eu|is delivery available in my city|why can't you deliver to my address|can i have it delivered to a hotel",
  'shipping.carrier':
    "which courier do you use|who delivers your parcels|do you ship with ups|can you send it with dhl|what shipping company do you use|where do you ship from|can i choose the courier|do you use royal mail|can you use fedex instead|which warehouse does it ship from|where is it shipped from|can i pick it up from the store|please don't use hermes",
  'payment.methods':
    'what payment methods do you accept|can i pay with paypal|do you take credit cards|can i pay cash on delivery|do you accept apple pay|do you offer klarna|can someone else pay for my order|can i pay by bank transfer|can i pay with a gift card|do you accept american express|can i split the payment between two cards|can i pay later|how can i pay',
  'invoice.ask':
    'i need a receipt|can you send me a vat invoice|where can i find my invoice|the company name on my invoice is wrong|can i have a receipt for my order|please email me the invoice|i need an invoice with my company name|can you add my tax number to the invoice|i lost my receipt|can you reissue the invoice',
  'order.status':
    "what's the status of my order|has my order been shipped yet|is my order ready|any update on my order|when will my order be shipped|is my order being processed|my order still says processing|has it been dispatched yet|how is my order coming along|check my order status please|is my custom order finished|has order 12345 been sent out",
  'order.urge':
    "please ship my order faster|can you ship it today|please hurry up with my order|i need it urgently please send it|can you speed up my order|why haven't you shipped it yet|please send it as soon as possible|when are you finally going to ship my order|can you prioritise my order|i've been waiting for days please ship it|could you rush my order|i need this by friday so please ship now|it still hasn't been shipped hurry up",
  'order.cancel':
    "i want to cancel my order|how do i cancel my order|can i cancel my order|cancel order 12345|i ordered by mistake please cancel|i don't want it anymore cancel it|i changed my mind cancel the order|can i still cancel before it ships|i ordered the same thing twice cancel one|please don't ship my order|i no longer need this order|is it too late to cancel",
  'order.address':
    "i want to change my delivery address|i entered the wrong address|can you change the address on my order|please send it to a different address|i forgot to add my apartment number|i put in the wrong phone number|can i change the recipient's name|i moved please update my address|my postcode is wrong on the order|can you ship it to my work instead|update the shipping address for order 123|i need to correct my street name",
  'order.items':
    'can i change the colour of my order|i want to change the size before it ships|can i add another item to my order|can you remove one item from my order|can you combine my two orders|i ordered the wrong size can you change it before shipping|can i change the quantity|please add a note to my order|can i swap the red one for blue in my order|i want to add one more|can you ship both orders together|i need to edit my order|change my order to a large please',
  'order.confirm':
    "can you confirm my order|did you receive my order|i didn't get a confirmation email|is my order confirmed|has my order been placed|can you check if my order was successful|i want to make sure my order is correct|yes that is correct|is the address on my order right|was my payment received|please confirm the details of my order",
  'payment.problem':
    "my card was declined|i was charged twice|the payment won't go through|it keeps saying payment error|my money was taken but there's no order|the checkout page is not working|i paid but it says unpaid|paypal is not working on your site|why was my card rejected|the payment page keeps loading|i was charged the wrong amount|money was deducted but the order failed",
  'delivery.track':
    "how do i track my order|what's my tracking number|can i have the tracking number|the tracking link doesn't work|where is my delivery right now|which courier has my package|is my parcel out for delivery|my tracking number isn't working|can you track my package for me|will my parcel be delivered today|when will the driver arrive|where can i pick up my parcel",
  'delivery.late':
    "my parcel is late|my order hasn't arrived yet|it was supposed to arrive yesterday|my package hasn't moved in a week|the tracking hasn't updated for days|i've been waiting two weeks for my order|my delivery is overdue|still haven't received my package|it should have been here by now|why is my parcel delayed|it's been three weeks and nothing|my package is stuck in transit",
  'delivery.lost':
    "my parcel is lost|it says delivered but i haven't received it|tracking says delivered but nothing is here|my package was stolen|i never received my order|my package is missing|the courier lost my parcel|someone else signed for my package|it was delivered to the wrong house|i can't find my package anywhere|marked as delivered but i didn't get it|i think my parcel got lost in the mail|my parcel has disappeared",
  'delivery.damaged':
    'my order arrived damaged|the item is broken|it arrived broken|the glass was smashed when it arrived|the bottle leaked in the parcel|my package arrived damaged|the screen is cracked out of the box|the food was spoiled when it arrived|it was dented on arrival|the parcel was open and damaged|i received a broken item|the vase came in pieces',
  'item.missing':
    "there is an item missing from my order|i only received one of two items|something is missing from my parcel|i'm missing a part|my order is incomplete|the charger was not in the box|you forgot to send one item|i ordered three but only got two|the screws are missing|the free gift was missing|not everything was in the package|one of my items didn't come",
  'item.wrong':
    "you sent me the wrong item|i received the wrong size|i got the wrong colour|i received someone else's order|you sent the wrong product|i ordered blue but got red|the wrong model was sent|i got a different item|i ordered a large and received a small|wrong item in the box|you've mixed up my order",
  'return.policy':
    "can i return it if i don't like it|can i return sale items|do i have to pay for return shipping|can i return it if i opened it|can i return it in store|can i get a refund if it doesn't fit|do you accept returns|is this item returnable|what are the conditions for a return",
  'return.request':
    "how do i return my order|i'd like to return an item|i want to send it back|please send me a return label|how do i start a return|can you arrange a pickup for my return|i need to return these shoes|i want to return it and get a refund|what is the return address|my return label doesn't work|i want my money back i'm returning it",
  'exchange.request':
    "can i exchange this for a different size|i want to exchange it|can i swap it for another colour|it's too small can i get a bigger one|i need a different size|can i change it for a medium|how do i exchange an item|it's too big i'd like a smaller size|please replace it with a new one|can i exchange it for another product|i'd like to swap this for the blue one|can you send me a replacement",
  'refund.status':
    "when will i get my refund|i haven't received my refund yet|how long does a refund take|has my refund been processed|when will i get my money back|my refund hasn't arrived|you said i'd be refunded but nothing came|is my refund on its way|what is the status of my refund|did you get my return and refund it",
  'refund.amount':
    'how much will i be refunded|my refund is less than i paid|why was i only refunded part of it|will i get a full refund|the refund amount is wrong|can i get a partial refund|how much compensation will i get|you refunded me the wrong amount|why did you deduct money from my refund|do you refund the delivery fee too|i should have got more back',
  'price.protect':
    "the price dropped after i bought it|i just bought this and now it's cheaper|can i get a price adjustment|can you refund the difference|it went on sale the day after i bought it|do you have a price guarantee|do you do price matching after purchase|i paid more yesterday can i get the difference back|the price went down can you refund me the rest|what is your price protection policy|it's 20 dollars less now than when i ordered",
  'warranty.repair':
    "is it under warranty|my item stopped working after two months|can i get it repaired|how do i claim the warranty|it broke after a year can you fix it|do you repair these|my phone won't turn on anymore|does it come with a guarantee|where can i get spare parts|the zip broke can you repair it|how much does a repair cost|it no longer works",
  'quality.complaint':
    "the quality is terrible|this product is rubbish|very poor quality|it fell apart after one use|the material is cheap|i'm disappointed with the quality|the colour faded after one wash|it shrank in the wash|it doesn't work properly|waste of money|the stitching came undone|this is the worst product i've bought",
  'service.complaint':
    "your customer service is terrible|the agent was rude to me|i want to make a complaint|i've been ignored for a week|this is unacceptable service|your staff were very unhelpful|you keep giving me the runaround|i will report you|you lied to me|the delivery driver was rude|i'm very unhappy with your service|i've contacted you five times and no reply",
  'review.issue':
    "where can i write a review|my review is not showing|can i edit my review|how do i delete my review|my review was removed|do i get anything for leaving a review|why was my review rejected|can i change my rating|i want to leave feedback on a product|i wrote a review but didn't get my reward|can i add photos to my review",
  'install.help':
    "do you install it|how do i assemble it|is installation included|how much is installation|i can't put it together|i need help with assembly|do you offer assembly service|the instructions for assembly are missing|how do i mount it on the wall|do i need tools to assemble it|can you send a technician to install it|i'm stuck putting the desk together|which screw goes where",
  'account.login':
    "how do i reset my password|i can't sign in to my account|i didn't receive the verification code|my account is locked|how do i change my phone number on my account|the password reset email never came|it says my password is wrong|how do i register|i changed my email how do i log in|my account has been hacked|can't access my account",
  'member.benefits':
    'how do i become a member|what are the benefits of membership|how many points do i have|how do i use my points|when do my points expire|do members get a discount|how do i earn points|what is the vip level|how much is membership|how do i get to gold level|do i get a birthday gift as a member|how does the loyalty program work|my points are missing',
  'privacy.delete':
    "please delete my personal data|how do i close my account|what data do you have about me|remove my phone number from your list|i don't want any more marketing texts|do you share my information|how do i delete my card details|stop calling me|i want my data erased|do you sell my data",
  'human.request':
    "can i speak to a human|i want to talk to a real person|connect me to an agent|let me speak to customer service|transfer me to a human agent|i want to speak to a manager|can i talk to someone|is there a real person i can talk to|human please|i need to talk to a representative|can someone call me|get me a real person|i don't want to talk to a bot",
  'bot.identity':
    'are you human|are you a real person|who am i talking to|who are you|is this an automated reply|are you ai|are you chatgpt|is this a chatbot',
  greet: 'good evening|is anyone there|hi is anybody online|hello there|are you there|hello anyone available',
  thanks:
    "thank you so much|thanks for your help|thanks a lot|thank you very much|great thanks|ok thank you|that's very helpful thank you|thanks for the quick reply|you've been very helpful",
  bye: "see you later|that's all thanks bye|talk to you later|bye for now|i have to go bye|no more questions goodbye|that's everything|see you next time",
  abuse: "you idiot|you're stupid|what a piece of shit|you are garbage|screw you all|you're an idiot",
};
