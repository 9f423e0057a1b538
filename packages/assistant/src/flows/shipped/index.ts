import type { Flow } from '../flow.ts';
import { CANCEL_ORDER } from './cancel-order.ts';
import { CHANGE_ADDRESS } from './change-address.ts';
import { CHANGE_ITEMS } from './change-items.ts';
import { EXCHANGE_ITEM } from './exchange-item.ts';
import { FIND_ORDER } from './find-order.ts';
import { INSTALLATION } from './installation.ts';
import { INVOICE } from './invoice.ts';
import { ITEM_PROBLEM } from './item-problem.ts';
import { LEAVE_MESSAGE } from './leave-message.ts';
import { PRICE_PROTECTION } from './price-protection.ts';
import { REFUND_STATUS } from './refund-status.ts';
import { RETURN_ORDER } from './return-order.ts';
import { SIZE_ADVICE } from './size-advice.ts';
import { URGE_ORDER } from './urge-order.ts';
import { WARRANTY } from './warranty.ts';

/** The flows that come with the assistant, in Chinese and English. */
export const SHIPPED_FLOWS: readonly Flow[] = [
  FIND_ORDER,
  CHANGE_ADDRESS,
  CHANGE_ITEMS,
  CANCEL_ORDER,
  URGE_ORDER,
  RETURN_ORDER,
  EXCHANGE_ITEM,
  REFUND_STATUS,
  PRICE_PROTECTION,
  INVOICE,
  ITEM_PROBLEM,
  SIZE_ADVICE,
  WARRANTY,
  INSTALLATION,
  LEAVE_MESSAGE,
];
