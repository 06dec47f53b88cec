import { useMemo, type ReactNode } from 'react';
import { Section } from '../product/section.tsx';
import { useStacks } from '../state/stacks.ts';
import { NodeFields } from './node-fields.tsx';

/** What the person says about a product on the current stack; nothing where it is not on it. */
export function ProductOnStack({ productId }: { readonly productId: string }): ReactNode {
  const nodes = useStacks((state) => state.current?.stack.nodes);
  const ids = useMemo(
    () =>
      Object.values(nodes ?? {})
        .filter((node) => node.productId === productId)
        .map((node) => node.id),
    [nodes, productId],
  );
  if (ids.length === 0) return null;
  return (
    <Section title="On this stack">
      <NodeFields nodeIds={ids} />
    </Section>
  );
}
