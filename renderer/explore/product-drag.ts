import { parseProductDrag, PRODUCT_DRAG_TYPE } from './product-drag-data.ts';
import styles from './product-drag.module.css';

interface DraggedProduct {
  readonly id: string;
  readonly name: string;
}

/** A picture of the card under the pointer; the row itself would be as wide as the list. */
function setDragPicture(transfer: DataTransfer, products: readonly DraggedProduct[]): void {
  const picture = document.createElement('div');
  picture.className = styles.picture ?? '';
  picture.textContent =
    products.length === 1 ? (products[0]?.name.slice(0, 60) ?? '') : `${products.length} products`;
  document.body.append(picture);
  transfer.setDragImage(picture, 12, 20);
  // The browser has drawn it by the next turn.
  window.setTimeout(() => picture.remove());
}

/** Puts products on a drag, for a canvas to take up. */
export function startProductDrag(
  transfer: DataTransfer,
  products: readonly DraggedProduct[],
): void {
  transfer.effectAllowed = 'copy';
  transfer.setData(PRODUCT_DRAG_TYPE, JSON.stringify(products.map((product) => product.id)));
  transfer.setData('text/plain', products.map((product) => product.name).join('\n'));
  setDragPicture(transfer, products);
}

/** Whether a drag carries products; its data cannot be read before the drop. */
export function hasProducts(transfer: DataTransfer): boolean {
  return transfer.types.includes(PRODUCT_DRAG_TYPE);
}

/** The ids of the dropped products; none where the data is not ours or not well formed. */
export function readProductDrag(transfer: DataTransfer): readonly string[] {
  return parseProductDrag(transfer.getData(PRODUCT_DRAG_TYPE));
}
