import '@xyflow/react/dist/style.css';
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { CARD } from '../../../shared/stack/layout.ts';
import { stage, type BaselineGraph } from './graph.ts';

/** React Flow as its introduction shows it: its own nodes and edges, controlled, nothing tuned. */
function Untuned({ graph }: { readonly graph: BaselineGraph }): ReactNode {
  const [nodes, , onNodesChange] = useNodesState<Node>(
    graph.nodes.map(({ id, name, x, y }) => ({
      ...{ id, position: { x, y }, data: { label: name } },
      style: { width: CARD.width, height: CARD.height },
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    graph.edges.map(({ id, from, to }) => ({ id, source: from, target: to })),
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      fitView
      minZoom={0.05}
    />
  );
}

window.showBaseline = async (graph) => {
  createRoot(stage()).render(<Untuned graph={graph} />);
  while (document.querySelectorAll('.react-flow__edge').length < graph.edges.length) {
    await new Promise(requestAnimationFrame);
  }
};

window.placeOf = (id) => {
  const box = document.querySelector(`.react-flow__node[data-id="${id}"]`)?.getBoundingClientRect();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
};
