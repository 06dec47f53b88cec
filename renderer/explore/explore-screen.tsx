import type { ReactNode } from 'react';

export function ExploreScreen(): ReactNode {
  return null;
}
