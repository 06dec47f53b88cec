import type { ReactNode } from 'react';

export function GraphScreen(): ReactNode {
  return null;
}
