import { z } from 'zod';
import { Slug } from '../../shared/domain/ids.ts';

/** Type of the data of a dragged product; the canvas takes nothing else. */
export const PRODUCT_DRAG_TYPE = 'application/x-stackscape-product';

const Payload = z.array(Slug).min(1).max(2000);

/** The product ids in what was dropped; none where it is not ours or not well formed. */
export function parseProductDrag(data: string): readonly string[] {
  try {
    const ids = Payload.safeParse(JSON.parse(data));
    return ids.success ? ids.data : [];
  } catch {
    return [];
  }
}
