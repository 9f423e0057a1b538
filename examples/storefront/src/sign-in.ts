import { element, icon } from './element.ts';
import { kept } from './kept.ts';
import type { Words } from './words.ts';
import { xiaoer } from './xiaoer.ts';

/** The shoppers of the demonstration, each with orders in other states. */
const SHOPPERS = ['mei', 'lin', 'song', 'gu'] as const;
/** Which of them it is. */
export type Subject = (typeof SHOPPERS)[number];

/** Who is signed in. */
export interface Shopper {
  readonly sub: Subject;
}

/** Signing in, as a shop does it: the shop's own server signs a token, the widget asks for it when it needs one. */
export interface SignIn {
  /** Whether this server offers the demonstration sign-in at all. */
  readonly offered: boolean;
  readonly shopper: Shopper | null;
  /** Tells the widget who was signed in before. */
  start(): void;
  /** Rejects when the server gives no token. */
  enter(sub: Subject): Promise<void>;
  leave(): void;
  /** A fresh token of who is signed in. Rejects when nobody is, or the server gives none. */
  token(): Promise<string>;
  /** Asks the assistant in the shopper's name, once it knows who that is. */
  ask(question: string): void;
}

async function tokenOf(sub: Subject): Promise<string> {
  const body = JSON.stringify({ sub });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/demo/sign-in', { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`/demo/sign-in answered ${answer.status}`);
  return ((await answer.json()) as { readonly token: string }).token;
}

/** Sign-in of a shop that may offer it; `changed` is told when what the header shows is no longer true. */
export function createSignIn(offered: boolean, changed: () => void): SignIn {
  const store = kept<Shopper | null>('storefront:shopper', (stored) => {
    const sub = SHOPPERS.find((known) => known === (stored as Partial<Shopper> | null)?.sub);
    return sub ? { sub } : null;
  });
  // A question that went ahead of the identity would be a stranger's, who has no orders.
  let known = false;
  let questions: readonly string[] = [];
  xiaoer('on', 'identity:changed', ({ signedIn }: { readonly signedIn: boolean }) => {
    known = signedIn;
    if (!known) return;
    const asked = questions;
    questions = [];
    for (const question of asked) xiaoer('send', question);
  });
  return {
    offered,
    get shopper() {
      return offered ? store.get() : null;
    },
    start() {
      const before = offered ? store.get() : null;
      if (before) xiaoer('identify', () => tokenOf(before.sub));
    },
    async enter(sub) {
      await tokenOf(sub);
      store.set({ sub });
      xiaoer('identify', () => tokenOf(sub));
      changed();
    },
    leave() {
      store.set(null);
      xiaoer('logout');
      changed();
    },
    async token() {
      const shopper = offered ? store.get() : null;
      if (!shopper) throw new Error('nobody is signed in');
      return tokenOf(shopper.sub);
    },
    ask(question) {
      if (known) return void xiaoer('send', question);
      questions = [question];
      xiaoer('open');
    },
  };
}

/** Opens the dialog behind the header's button: choose a shopper, or sign out. */
export function openSignIn(words: Words, signIn: SignIn): void {
  const dialog = signInDialog(words, signIn);
  document.body.append(dialog);
  dialog.showModal();
}

function signInDialog(words: Words, signIn: SignIn): HTMLDialogElement {
  const problem = element('p', { role: 'alert', class: 'problem' });
  const enter = (sub: Subject) =>
    signIn.enter(sub).then(
      () => dialog.close(),
      () => problem.replaceChildren(words.signInFailed),
    );
  const shopper = signIn.shopper;
  const choices = shopper
    ? [
        element(
          'button',
          {
            type: 'button',
            class: 'button button-main',
            on: {
              click: () => {
                dialog.close();
                signIn.leave();
              },
            },
          },
          words.signOut,
        ),
      ]
    : SHOPPERS.map((sub) =>
        element(
          'button',
          { type: 'button', class: 'button', on: { click: () => void enter(sub) } },
          words.demoShoppers[sub],
        ),
      );
  const close = element(
    'button',
    {
      type: 'button',
      class: 'icon-button dialog-close',
      'aria-label': words.close,
      on: { click: () => dialog.close() },
    },
    icon('close'),
  );
  const title = shopper ? words.signedInAs(words.demoShoppers[shopper.sub]) : words.signInAs;
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'sign-in-title', on: { close: () => dialog.remove() } },
    element('h2', { id: 'sign-in-title' }, title),
    close,
    element('div', { class: 'dialog-choices' }, ...choices),
    problem,
  );
  return dialog;
}
