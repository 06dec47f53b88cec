import type { ReactNode } from 'react';
import { OwnIntegrationDialog } from './own-integration-dialog.tsx';
import { OwnProductDialog } from './own-product-dialog.tsx';
import { useOwn } from './own-state.ts';

/** The dialogs on a person's own records. Each is made anew when it opens. */
export function OwnDialogs(): ReactNode {
  const dialog = useOwn((state) => state.dialog);
  if (!dialog) return null;
  return dialog.type === 'product' ? (
    <OwnProductDialog {...dialog} />
  ) : (
    <OwnIntegrationDialog {...dialog} />
  );
}
