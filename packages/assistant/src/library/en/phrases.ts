/** Ways to say each intent in English, separated by `|`: the seed of the library of service intents. */
export const PHRASES_EN: Readonly<Record<string, string>> = {
  'human.request':
    'can I talk to a human|real person please|I want to speak to an agent|connect me to customer service|get me a human|is there a real person here|let me talk to someone|transfer me to a representative|live agent|speak with a manager|can somebody help me in person|get me a person|I need to talk to somebody',
  'order.status':
    "where is my order|when will my package arrive|track my order|order status|has my order shipped|my parcel hasn't arrived|what's happening with my order|still waiting for my delivery|where's my stuff|has my order been dispatched yet|when do I get my order|check my order|is my package on its way|my order is late",
  'order.address':
    'I need to change my address|change the delivery address|I put in the wrong address|update my shipping address|can you send it to another address|I moved house and the order goes to the old address|fix the address on my order|edit shipping address|deliver to a different address|wrong postcode on my order',
  'order.cancel':
    "cancel my order|I want to cancel|how do I cancel an order|can I cancel|don't want it anymore cancel it|ordered by mistake",
  'bot.identity':
    'are you a bot|are you human|am I talking to a robot|are you real|is this an AI|who are you|what are you',
  greet: 'hi|hello|hey there|good morning|is anyone there',
  thanks: 'thanks|thank you so much|thanks a lot|great thanks|cheers',
  bye: "bye|goodbye|that's all|see you later",
  'shipping.cost':
    'how much is shipping|what are the shipping costs|do you have free shipping|how much is delivery|what do you charge for postage|when is shipping free|is delivery free|do I have to pay for shipping|delivery fee|shipping rates',
  'shipping.time':
    'how long does shipping take|when will it be delivered|how fast do you ship|how many days until it arrives|delivery time|how soon do you send it out|if I order today when will I get it|how long until dispatch',
  'shipping.area':
    'do you ship internationally|do you deliver to Canada|can you ship abroad|which countries do you deliver to|do you ship to Europe',
  'shipping.carrier':
    'which courier do you use|who delivers|do you ship with FedEx|what carrier do you use|can I choose the carrier',
  'payment.methods':
    'what payment methods do you accept|how can I pay|do you take PayPal|can I pay by card|can I pay in instalments|do you accept credit cards',
  'payment.problem': 'my payment failed|I was charged twice|payment does not go through|card declined',
  'invoice.ask': 'can I get an invoice|how do I get a receipt|I need a VAT invoice|where is my invoice',
  'promo.coupon': 'do you have a discount code|how do I use a coupon|my promo code does not work|any vouchers',
  'promo.ask': 'any deals right now|is there a sale|do you have discounts|when is the next sale|student discount',
  'promo.bargain': 'can you give me a better price|can you do it cheaper|best price',
  'price.protect': 'the price dropped after I bought it|do you price match|can I get the difference back',
  'return.policy':
    'how do I return something|what is your return policy|can I send it back|how long do I have to return it|who pays for the return|are returns free|what if I do not like it|can I return it after I used it|I want to return this',
  'exchange.request': 'can I exchange it|can I swap it for another size|how do exchanges work|I want a different size',
  'refund.status':
    'when do I get my money back|where is my refund|how long does a refund take|I have not received my refund',
  'delivery.damaged':
    'it arrived damaged|my mug came broken|the item is faulty|what if it breaks in transit|arrived in pieces',
  'item.missing': 'an item is missing|I only got one of two|part is missing from the box',
  'item.wrong': 'you sent the wrong item|I got the wrong colour|this is not what I ordered',
  'warranty.repair':
    'how long is the warranty|is there a guarantee|it broke can you repair it|what if it stops working',
  'product.authentic': 'is this genuine|are your products authentic|is it fake',
  'gift.ask': 'do you offer gift wrapping|can you gift wrap it|is it a good present|can you add a gift note',
  'member.benefits': 'what do members get|how do I earn points|how does the loyalty program work',
  'account.login': 'I cannot log in|forgot my password|how do I create an account',
  'privacy.delete': 'delete my account|what do you do with my data|remove my personal data',
  'install.help': 'how do I assemble it|do you install it|is installation included',
  'shop.hours': 'what are your opening hours|when are you open|are you open on sundays',
  'shop.store': 'do you have a physical store|where is your shop|can I pick it up in person',
  'shop.contact': 'what is your phone number|how can I contact you|do you have an email address',
};
