import type { Handlers, StackState } from '../../../shared/contract/contract.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import { coverageInsights, healthInsights } from './coverage-insights.ts';
import { hubInsights, matrixInsights } from './hub-insights.ts';
import { createPathFinder } from './path-insights.ts';
import { replaceInsights } from './replace-insights.ts';
import { viewStack, type StackView } from './stack-view.ts';

type InsightHandlers = Pick<Handlers, Extract<keyof Handlers, `insights:${string}`>>;

export interface InsightOptions {
  readonly catalogue: Catalogue;
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => Pick<StackState, 'stack'>;
}

/** What can be computed from a stack; each answer is of the stack as it is stored now. */
export function createInsightHandlers({ catalogue, stackState }: InsightOptions): InsightHandlers {
  const view = (stackId: string): StackView => viewStack(catalogue, stackState(stackId).stack);
  const paths = createPathFinder(catalogue);
  return {
    'insights:health': ({ stackId }) => healthInsights(catalogue, view(stackId)),
    'insights:matrix': ({ stackId }) => matrixInsights(catalogue, view(stackId)),
    'insights:hubs': ({ stackId }) => hubInsights(catalogue, view(stackId)),
    'insights:replaceability': ({ stackId }) => replaceInsights(catalogue, view(stackId)),
    'insights:coverage': ({ stackId }) => coverageInsights(catalogue, view(stackId)),
    'insights:paths': ({ stackId, ...question }) => paths(view(stackId), question),
  };
}
