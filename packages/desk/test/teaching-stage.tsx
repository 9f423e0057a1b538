import { fireEvent, screen } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { createTeaching } from '../src/merchant/teaching/teaching.ts';
import { drawn, memory, noPrivacy, settled } from './stage.tsx';
import { house } from './teaching-house.ts';

const admin = { privacy: { ...noPrivacy, role: async () => 'admin' as const } };

/** A page of the shop, as an admin opens it. */
export async function opened(page: string, server = house(), storage = memory()) {
  const staged = drawn([], { ...admin, ask: server.ask, storage });
  await settled();
  staged.desk.merchant.go({ page });
  await vi.waitFor(() => expect(document.querySelector('#shop-page-title')).not.toBeNull(), 10_000);
  await settled();
  await settled();
  return { ...staged, server, storage, teaching: staged.desk.merchant.state(createTeaching) };
}

/** A field by its name. */
export const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
/** Presses a button and waits for what comes of it. */
export const click = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
  await settled();
};
