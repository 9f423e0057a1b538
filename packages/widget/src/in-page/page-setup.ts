import type { WidgetOptions } from '../state/options.ts';

/** What a widget asks a house of its page for. */
export interface HouseWish extends WidgetOptions {
  readonly locale: string;
  /** Whether the conversation may stay on this device. */
  readonly store: boolean;
}

/** What the host page says of a shop that has no server. All of it is public. */
export interface PageSetup {
  readonly shop: string;
  /** The shop's name, until the knowledge file says it. */
  readonly name?: string | undefined;
  /** BCP 47 language of the page. */
  readonly locale: string;
  /** Address of the questions and answers, absolute. */
  readonly knowledge: string;
  /** Address of the catalogue, absolute. */
  readonly catalog?: string | undefined;
  /** Address of the page that shows a shopper's orders, absolute. */
  readonly orders?: string | undefined;
  /** Address that takes the messages which shoppers leave, absolute. */
  readonly messages?: string | undefined;
  /** Whether the conversation may stay on this device. */
  readonly keep: boolean;
  /** Whether one does: then nobody has to be asked about it anew. */
  readonly kept: boolean;
}

/** Something about a file of the shop that its owner should put right. */
export interface FileProblem {
  /** `error`: nothing of the file is used. `warning`: a part of it is not. */
  readonly level: 'error' | 'warning';
  /** Address of the file. */
  readonly file: string;
  /** What is wrong, where, and what to do, in one or two sentences. */
  readonly text: string;
}

/** What the page tells its worker. Ports travel beside. */
export type ToWorker = { readonly start: PageSetup } | { readonly link: true } | 'wipe' | 'leave';

/** What the worker tells the page. */
export type FromWorker = 'ready' | 'left' | { readonly problem: FileProblem };
