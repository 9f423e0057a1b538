import { isSafeUrl, type ProductCard } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';

/**
 * Name of a product, which opens it. An ordinary press asks the page, which may show the product without leaving;
 * a press with a modifier key is the browser's own.
 */
export function ProductName(props: {
  readonly product: ProductCard;
  readonly reader: CardContext['reader'];
  readonly onView: () => void;
  readonly tabIndex?: number | undefined;
}) {
  const { product } = props;
  const words = <bdi>{product.title}</bdi>;
  if (props.reader === 'desk') return <span class="c-name">{words}</span>;
  if (!isSafeUrl(product.url)) {
    return (
      <button type="button" class="c-name" tabIndex={props.tabIndex} onClick={props.onView}>
        {words}
      </button>
    );
  }
  return (
    <a
      class="c-name"
      href={product.url}
      tabIndex={props.tabIndex}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
        event.preventDefault();
        props.onView();
      }}
    >
      {words}
    </a>
  );
}
