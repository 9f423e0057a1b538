import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders that are served or read. */
export interface Places {
  /** `xiaoer.js` and its chunks. */
  readonly assets: string;
  readonly desk: string;
  /** The theme playground, which is an example as well. */
  readonly playground: string;
  /** The example; it is there only where the server runs from the project's own tree. */
  readonly storefront: string;
  /** The bundled shop, which comes with the example. */
  readonly shop: string;
}

const example = (name: string): string => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));

const { resolve: find } = createRequire(import.meta.url);

/** The files for browsers of a package, wherever it was installed. */
const browserFiles = (name: string): string => join(dirname(find(`${name}/package.json`)), 'dist/browser');

/** Where the parts of the house are. */
export const PLACES: Places = {
  assets: browserFiles('@xiaoer/widget'),
  desk: browserFiles('@xiaoer/desk'),
  playground: resolve(example('playground'), 'dist'),
  storefront: resolve(example('storefront'), 'dist'),
  shop: resolve(example('storefront'), 'shop'),
};

/**
 * The folder of the shop.
 * @throws Error when none is named and there is no bundled one, as in an installed package.
 */
export function shopIn({ shop }: Places, named: string | undefined): string {
  if (named !== undefined) return named;
  if (!existsSync(shop))
    throw new Error('there is no bundled shop here; give --shop the folder of your exported files');
  return shop;
}
