import type { Concepts } from '../concepts.ts';

/** English words of shopping and talk by concept. */
export const CONCEPTS_EN: Concepts = {
  '-': "the|thats|help|helps|that's|a|an|is|are|was|be|been|am|it|its|it's|i|i'm|im|i'd|i've|you|u|ur|your|we|our|us|they|them|their|me|my|this|that|these|those|there|here|to|of|in|on|at|for|from|with|by|and|or|but|if|so|as|do|does|did|doing|done|can|could|would|will|shall|should|may|might|must|have|has|had|get|got|please|pls|plz|hey|just|any|some|also|too|very|really|about|into|than|then|now|up|out|off|over|one|ones|thing|things|stuff|item|items|product|products|shop|store's|tell|know|want|need|like|wanna|gonna|let|make|made|let's|wondering|wonder|ask|question|something|anything|someone's|else|much|many|more|most|not|don't|dont|doesn't|isn't|you're|which|who|guys|am|being|because|cause|ok so|actually|usually|currently|today|still|yet|already|again|ever|yesterday|tomorrow|last week|this week|last month|girlfriend|boyfriend|wife|husband|mom|mum|dad|friend|friends|back|two|three|policy|policies|rules|since|before|after|maybe|think|see|give|say|said|going|go|new here|bit|little bit|kind of|sort of|only|even|when i|if i|use|used|using|put|look|online|myself|own|lot|a lot|lots|so much|very much|such|first|second|third|last|other|another|next|same|different one|around|work|works|good|right|long|burns",
  '?how': 'how|how do i|how can i|how to|way|steps|procedure|process|method|how does',
  '?what': "what|what's|whats|which|what kind|what sort|which ones|what is|what are",
  '?why': 'why|how come',
  '?whether': 'do you|can i|is it possible|possible|support|accept|offer|allow|allowed',
  '?where': "where|where's|wheres|where is|where are",
  '?when':
    'when|how long|how soon|how fast|how many days|time|days|take|takes|duration|period|hours|weeks|how quickly|deadline',
  '?how-much':
    "how much|cost|costs|fee|fees|charge|charges|charged|rate|rates|pay for|price of|pay extra|extra charge|extra fee|extra cost|charged extra|how much is|how much are|how much does it cost|what does it cost|how much for|what's the price",
  freight:
    'shipping cost|shipping costs|shipping fee|shipping fees|delivery fee|delivery cost|delivery charge|delivery charges|postage|shipping rates|shipping rate|shipping charge|shipping charges|cost of shipping|cost of delivery|cost to ship|p&p|delivery costs|delivery fees|price of shipping|pay for shipping|pay for delivery|shipping price|shipping|cost of postage',
  'free-freight':
    'free shipping|free delivery|ship for free|ship free|shipping free|deliver for free|delivery free|free postage',
  ship: 'ship|ships|shipped|shipping|dispatch|dispatched|send|sent|send out|mail|post|despatch|shipment|leave your warehouse|leave the warehouse|warehouse|leaves|sending|go out|goes out|going out|leave',
  deliver:
    'deliver|delivers|delivered|delivery|arrive|arrives|arrival|arriving|get here|get to me|receive|received|reach me|shipping time|delivery time|shipping|shipped|coming|come|show up|bring it|bring',
  carrier:
    'carrier|courier|fedex|ups|dhl|usps|royal mail|shipping company|delivery company|delivery service|parcel service|dpd|hermes|evri|who delivers',
  area: 'international|internationally|abroad|overseas|country|countries|region|regions|worldwide|europe|canada|uk|usa|australia|outside|areas|hong kong|taiwan|remote|germany|france|spain|italy|ireland|scotland|japan|china|singapore|new zealand|india|mexico|brazil|sweden|norway|netherlands|switzerland|austria|poland|hawaii|alaska|the states|eu|asia',
  return:
    "return|returns|returned|returning|send back|send it back|bring back|give back|return policy|sending back|don't like it|dont like it|doesn't fit|take it back|take back|change my mind|changed my mind|unwanted|give it back|give them back|bring it back|send them back|ship it back|returnable|sent back|no longer want|taking it back|send something back|return something|sending it back|give something back",
  exchange: 'exchange|exchanges|swap|switch|replace|replacement|different size|another size|another colour|exchanging',
  refund: 'refund|refunds|refunded|money back|reimburse|reimbursement|get my money',
  invoice: 'invoice|invoices|receipt|receipts|vat|bill|tax invoice|billing',
  pay: 'pay|payment|payments|paying|credit card|debit card|paypal|apple pay|google pay|card|cards|klarna|installments|instalments|visa|mastercard|amex|checkout|cash|pay with|payment methods|cash on delivery',
  coupon:
    'coupon|coupons|promo code|promo codes|discount code|discount codes|voucher|vouchers|gift card|gift cards|coupon code|promocode',
  promo:
    'discount|discounts|sale|sales|deal|deals|promotion|promotions|offer|offers|special|specials|black friday|reduced|on sale|promo|promos',
  bargain: 'cheaper price|lower price|better price|best price|negotiate|knock off|price down',
  protect: 'price drop|price match|price adjustment|price protection|price guarantee|price dropped|got cheaper',
  warranty:
    "warranty|guarantee|guaranteed|repair|repairs|fix it|broke|breaks|stopped working|after sales|broken after|warranties|stops working|stop working|not working|doesn't work|dies on me|breaks down|gave out",
  authentic: 'authentic|genuine|fake|original|real thing|counterfeit|legit|legitimate|knock off|knockoff',
  gift: 'gift|gifts|present|presents',
  occasion: 'birthday|anniversary|wedding|housewarming',
  wrap: 'gift wrap|gift wrapping|wrapping|gift box|wrapped|gift card message|packaging|gift-wrap|giftwrap|gift wrapped|wrap',
  hours: 'opening hours|open|opening times|business hours|working hours|what time|closing time|close',
  store: 'physical store|store|stores|showroom|branch|in person|pick up|pickup|collect|store location|brick and mortar',
  contact: 'contact|phone number|telephone|email|e-mail|call you|hotline|reach you|email address',
  member: 'member|membership|points|loyalty|rewards|reward|loyalty program|members',
  privacy:
    'privacy|personal data|delete my account|delete account|delete my data|gdpr|data protection|close my account',
  account:
    "log in|login|sign in|password|account|register|sign up|can't log in|forgot password|reset my password|log into",
  install: 'install|installation|assemble|assembly|set up|setup|put together|mount|installing|fitted',
  damaged:
    'damaged|broken|cracked|torn|smashed|defective|faulty|ripped|scratched|dented|ruined|in pieces|leaking|chipped|shattered|hole',
  missing: 'missing|incomplete|not in the box|left out|short|only got|only received',
  wrong:
    'wrong item|wrong size|wrong colour|wrong color|wrong product|wrong|not what i ordered|incorrect item|different item',
  late: "late|delayed|delay|still waiting|hasn't arrived|hasnt arrived|not arrived|not here yet|didn't arrive|overdue|taking so long|still haven't|never arrived|has not arrived|haven't received|not received|hasn't shipped|waiting for|not come|hasn't come|nothing arrived|nothing came|didn't come|been waiting|no sign of|nothing yet|hasnt come|not shown up|where on earth|has it left|has it gone|hasn't left|hasnt left|not even left|left yet|gone yet|out yet",
  order: "order|orders|my order|ordered|purchase|purchased|what i bought|my purchase|order's|my stuff|bought|my things",
  parcel: 'parcel|package|packages|parcels|my delivery|tracking number|shipment|my package|my parcel',
  track:
    "track|tracking|status|where is|where's|wheres|find|check|look up|progress|whereabouts|any news|update on|eta|check on|trace|follow",
  mine: 'my|mine|my order|my parcel|my package|my stuff|my things|my purchase|my delivery|my packages|my orders|my items',
  cancel: 'cancel|cancelled|canceled|cancel my order|call off|cancelling|ordered by mistake|cancellation',
  change:
    'change|changing|edit|update|modify|correct|switch|fix|alter|wrong|changed|redirect|mistyped|typo|send it to another|different|new',
  address:
    'address|shipping address|delivery address|addresses|where it is sent|another place|destination|postcode|zip code|street',
  buy: 'buy|purchase|buying|order|get',
  human:
    'human|real person|agent|representative|rep|live agent|live chat|live person|customer service|customer support|operator|human being|support agent|real human|advisor|actual person|customer care|living person|actual human|humans|human agent|service agent|real people|a person|person please',
  someone:
    'person|somebody|someone|staff|manager|supervisor|people|colleague|sales person|team|support|employee|anyone|anybody',
  talk: 'talk|speak|chat|connect|transfer|put me through|get me|call|reach|give me|talk to|speak to|speak with|talk with|bring me|fetch|forward me|hand me over|pass me|contact|let me talk|let me speak',
  bot: 'bot|robot|ai|chatbot|machine|chat bot|computer|automated|chatgpt|artificial intelligence|automatic reply|are you a real person|r u a real person|are you real|are you human|are you a human|are you a person|r u real|r u human|is this a real person|am i talking to a person',
  greet:
    'hi|hello|hey|good morning|good afternoon|good evening|hiya|yo|howdy|greetings|hi there|hello there|anyone there|anybody there|are you there|are you still there|still there|you there|anyone here|anybody here|is anyone there|is anybody there|sup',
  thanks:
    "thanks|thank you|thx|cheers|ty|appreciate it|much appreciated|thank u|got it|great thanks|perfect|that's great|understood|tysm|many thanks|awesome|cool thanks",
  bye: "bye|goodbye|see you|see ya|that's all|thats all|that is all|good night|cya|later|have a nice day|nothing else|i'm done|im done|take care",
  yes: "yes|yeah|yep|yup|sure|ok|okay|correct|right|confirm|confirmed|please do|go ahead|do it|that's right|absolutely|of course|y|sounds good|yes please|looks good|fine|exactly|affirmative",
  no: "no|nope|nah|don't|no thanks|not really|wrong|n|negative|not yet|no thank you|do not",
  abort:
    'cancel|never mind|nevermind|forget it|stop|quit|abort|leave it|forget about it|exit|no longer|leave it as it is|drop it|scratch that',
  risk: 'lawyer|attorney|sue|suing|legal action|take you to court|chargeback|charge back|dispute the charge|trading standards|consumer protection|police|journalist|bbb|better business bureau|fraud|ombudsman|small claims|injured|injury|allergic reaction|caught fire|electric shock|burned me|burnt me|exploded|go public|bleeding|on fire|take legal|burnt my|burned my|hurt my|food poisoning|got sick|threw up|a rash|hospital|compensation|my lawyer|scalded',
  complain: 'complain|complaint|bad review|one star|1 star|negative review',
  urgent: 'urgent|urgently|asap|as soon as possible|hurry|right now|immediately|emergency|rush|time sensitive',
  recommend:
    "recommend|suggest|suggestion|suggestions|recommendation|recommendations|looking for|do you have|do you sell|have you got|got any|show me|find me|i need a|i want a|i need an|i want an|i need some|i want some|searching for|any good|options for|help me choose|what do you have|i'm after|shopping for|need something|want something|ideas for|sell|carry|you have any|what about",
  compare:
    'difference between|difference|differences|different from|compare|compared to|comparison|vs|versus|which is better|which one is better|better|or the|differ|which one should i|which is warmer|warmer|which should i|pros and cons',
  deictic: 'this|it|that|this one|that one|these|they|its',
  cheaper: 'cheaper one|cheaper|cheapest|less expensive|cheapest one|the cheap one|lower priced|affordable one',
  dearer: 'more expensive one|more expensive|most expensive|pricier|pricier one|expensive one|dearer',
  material:
    'made of|made from|made out of|material|materials|fabric|composition|fabrics|cloth|what is in it|made with|textile|shell|cover made',
  filling:
    "filling|filled with|stuffed with|fill|inside it|what's inside|whats inside|filler|stuffing|what is inside|filled|padding|inside",
  weight: 'weight|heavy|how heavy|weigh|weighs|light is it|how much does it weigh|grams|kilos|pounds|gsm',
  size: 'size|sizes|dimensions|dimension|how big|how large|how wide|how tall|measurements|measure|measures|width|height|length|diameter|how small|how high|big is|large is',
  capacity: 'capacity|volume|how many litres|litres|liters|how much does it hold|ml|hold|holds|how many liters',
  colour: 'color|colour|colors|colours|shade|shades|what color|what colour',
  origin:
    'origin|made in|where is it made|where is it from|come from|country of origin|manufactured|imported|produced|where was it made|comes from|where are they made',
  care: 'wash|washed|washes|washable|washing|machine washed|hand washed|dry cleaned|cleaned|laundered|look after|looked after|maintenance|stain|stains|stained|machine wash|dry clean|clean|cleaning|care|care instructions|washing machine|hand wash|machine washable|tumble dry|dryer|dishwasher|dishwasher safe|laundry|launder|care for|rinse|maintain|ironing|ironed|iron it',
  warmth: 'warm|warmth|how warm|tog|thick|thickness|how thick|cozy|cosy|warm enough|keep me warm',
  season: 'season|seasons|winter|summer|all year|year round|all season',
  power: 'watt|watts|wattage|power|voltage|how many watts|electricity|energy',
  battery: 'battery|batteries|charge time|charging|battery life|recharge|rechargeable|usb',
  waterproof:
    'waterproof|waterproofed|rainproof|in the rain|withstand water|water resistant|water-resistant|water proof|get wet|splash proof',
  pieces:
    'pieces|how many pieces|included|include|includes|comes with|come with|what is in the box|in the set|set include|contents|what do i get|how many',
  people: 'how many people|people does it|serves',
  standard:
    'safety|safe|standard|certified|certificate|certification|oeko tex|smell|formaldehyde|toxic|hypoallergenic|allergy|allergic|chemicals',
  shelf: 'shelf life|expiry|expiration|expire|expires|best before|use by',
  brand: 'brand|maker|manufacturer|who makes',
  craft: 'craft|workmanship|how is it made|stitching|woven',
  shading:
    'blackout|light blocking|block light|block out light|light do they block|light does it block|let light through|see through at night',
  load: 'load|weight limit|max weight|maximum weight|maximum load|weight capacity|how much weight|how much can it carry|support weight|hold my weight|bears|bear',
  price:
    "price|prices|how much is|how much are|how much does it cost|what does it cost|how much for|cost|how expensive|priced|pricing|what's the price|how much",
  stock:
    'in stock|stock|available|availability|sold out|out of stock|restock|back in stock|how many left|left|have it in',
  fit: 'sizes|sizing|which size|what size should|what size do i|size should i|my size|will it fit|fit me|fits me|size chart|size guide',
  scent: 'scent|scents|smell like|smells like|smell of',
  firm: 'firm|firmness|hard|hardness|hard or soft|soft or hard|too hard|too soft',
  burning: 'burning time|burn time|how long does it burn|how long will it burn|hours does it burn',
  microwave: 'microwave|microwaves|microwavable|microwave safe',
  induction: 'induction|induction hob|hob|hobs|stove|stoves|stovetop|gas stove|ceramic hob',
  leak: 'leak|leaks|leaky|leakproof|leak proof|leak-proof|spill|spills|spill proof',
  sleep: 'sleep|sleeping|nap|naps|nap with|doze|fall asleep|rest',
  flight: 'flight|flights|plane|planes|travel|travelling|traveling|trip|trips|journey|train',
  tea: 'tea',
  elder: 'grandma|grandpa|grandmother|grandfather|parents|my dad|my mum|my mom|my father|my mother',
  standing: 'standing|floor standing',
  dog: 'dog|dogs|puppy',
  cat: 'cat|cats|kitten',
  man: "men|man|men's|mens|male",
  woman: "women|woman|women's|womens|ladies|female",
  'pure-cotton': 'pure cotton|100% cotton|all cotton|100 % cotton|100 percent cotton',
  cotton: 'cotton',
  silk: 'silk|mulberry silk',
  linen: 'linen|flax',
  wool: 'wool|woollen|woolen|merino',
  down: 'down feather|goose down|duck down|feather|feathers|down',
  warm: 'warm|warmer|cosy|cozy|thick|winter|cold nights|heavy|toasty|insulated',
  light: 'lightweight|light|thin|summer|cool|breathable|airy|cooling',
  soft: 'soft|comfy|comfortable|softest|fluffy|plush',
  kids: 'kids|child|children|baby|toddler|toddlers|kid|boys|girls',
  big: 'large|big|extra large|oversized|xl',
  small: 'small|mini|tiny|little|compact',
  black: 'black',
  white: 'white|ivory',
  grey: 'grey|gray|charcoal',
  blue: 'blue|navy',
  red: 'red|crimson',
  green: 'green|olive',
  pink: 'pink|rose',
  wood: 'wood|wooden|oak|walnut|solid wood|beech',
  organic: 'organic|natural',
};
