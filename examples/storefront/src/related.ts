import { type Catalogue, categoryKey, onSale, type Product } from './catalogue.ts';

/** So many stand below a product. */
const MOST = 4;

/** What may go with a product: first of its own kind, then of its category; only what can be bought. */
export function related(catalogue: Catalogue, product: Product): readonly Product[] {
  const keys = ({ category }: Product) => category.map(categoryKey);
  const own = keys(product);
  const near = (other: Product) => keys(other).filter((key, level) => key === own[level]).length;
  return onSale(catalogue)
    .filter((other) => other.id !== product.id && other.stock !== 0 && near(other) > 0)
    .sort((a, b) => near(b) - near(a))
    .slice(0, MOST);
}
