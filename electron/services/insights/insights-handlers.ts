import type {
  CallContext,
  EmitEvent,
  Handlers,
  Output,
  StackState,
} from '../../../shared/contract/contract.ts';
import type { Brief } from '../../../shared/insights/brief.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import type { Catalogue } from '../../store/catalogue/open-catalogue.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { briefFile, briefInsights } from './brief-insights.ts';
import { coverageInsights } from './coverage-insights.ts';
import { findingsOf, healthInsights } from './health-insights.ts';
import { hubInsights, matrixInsights } from './hub-insights.ts';
import { createInsightChoices } from './insight-choices.ts';
import { createPathFinder } from './path-insights.ts';
import { replaceInsights } from './replace-insights.ts';
import { smallestInsights } from './smallest-insights.ts';
import { viewStack, type StackView } from './stack-view.ts';
import { exitInsights, truthInsights } from './truth-insights.ts';

type InsightHandlers = Pick<Handlers, Extract<keyof Handlers, `insights:${string}`>>;

export interface InsightOptions {
  readonly catalogue: Catalogue;
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => Pick<StackState, 'stack'>;
  readonly workspace: Pick<Workspace, 'insightChoices' | 'write'>;
  readonly emit: EmitEvent;
}

/** What can be computed from a stack; each answer is of the stack as it is stored now. */
export function createInsightHandlers(options: InsightOptions): InsightHandlers {
  const { catalogue, stackState, workspace, emit } = options;
  const { insightChoices: choices } = workspace;
  const view = (stackId: string): StackView => viewStack(catalogue, stackState(stackId).stack);
  const paths = createPathFinder(catalogue);
  const nothing = viewStack(catalogue, newStack('none', 'None'));

  function health(stackId: string): Output<'insights:health'> {
    const { stack } = stackState(stackId);
    const own = viewStack(catalogue, stack);
    return healthInsights(catalogue, stack, own, choices.rules(), choices.accepted(stackId));
  }

  function brief(stackId: string, context: CallContext): Promise<Brief> {
    const { stack } = stackState(stackId);
    const parts = {
      view: viewStack(catalogue, stack),
      health: health(stackId),
      needs: choices.needs(stackId),
    };
    return briefInsights(catalogue, stack, parts, context);
  }

  return {
    'insights:health': ({ stackId }) => health(stackId),
    'insights:brief': ({ stackId }, context) => brief(stackId, context),
    'insights:export-brief': async ({ stackId, format }, context) =>
      briefFile(await brief(stackId, context), format),
    ...createInsightChoices({
      workspace,
      emit,
      findings: (stackId) => {
        const { stack } = stackState(stackId);
        return findingsOf(catalogue, stack, viewStack(catalogue, stack), choices.rules());
      },
    }),
    'insights:matrix': ({ stackId }) => matrixInsights(catalogue, view(stackId)),
    'insights:hubs': ({ stackId }) => hubInsights(catalogue, view(stackId)),
    'insights:replaceability': ({ stackId }) => replaceInsights(catalogue, view(stackId)),
    'insights:truth': ({ stackId }) => truthInsights(view(stackId)),
    'insights:exit': ({ stackId, rootId }) => exitInsights(catalogue, view(stackId), rootId),
    'insights:smallest': ({ stackId, objective }) =>
      smallestInsights(catalogue, view(stackId), choices.needs(stackId), objective),
    'insights:coverage': ({ stackId }) => coverageInsights(catalogue, view(stackId)),
    'insights:paths': ({ stackId, ...question }) =>
      paths(stackId === null ? nothing : view(stackId), question),
  };
}
