import type { ReactNode } from 'react';

export function ProductPanel(): ReactNode {
  return null;
}
