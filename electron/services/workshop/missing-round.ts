import { randomUUID } from 'node:crypto';
import type { CallContext, EmitEvent, Handlers } from '../../../shared/contract/contract.ts';
import type { CategoryGroup } from '../../../shared/domain/product.ts';
import { Refusal } from '../../../shared/result.ts';
import type { MissingQuestion } from '../../../shared/workshop/contract.ts';
import { findingKey, missingQuestions, needWords } from '../../../shared/workshop/missing.ts';
import type { StoredWorkshop } from '../../../shared/workshop/view.ts';
import {
  answeredQuestion,
  keptProduct,
  MAX_TEXT,
  type AnsweredQuestion,
  type WorkshopContent,
} from '../../../shared/workshop/workshop.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';

export interface MissingRoundOptions {
  readonly workspace: Pick<Workspace, 'insightChoices'>;
  readonly taxonomy: () => readonly CategoryGroup[];
  readonly insights: Pick<Handlers, 'insights:health' | 'insights:coverage'>;
  readonly emit: EmitEvent;
  readonly now: () => Date;
}

type Answer = Parameters<Handlers['workshops:answer']>[0];

/** What an answer wrote beside itself, so that another answer can take its place. */
interface Trace {
  readonly content: WorkshopContent;
  readonly acceptedNow: boolean;
}

/** The round "What is missing?": what is asked of a stack, and what comes of each answer. */
export function createMissingRound(options: MissingRoundOptions) {
  const { workspace, taxonomy, insights, emit, now } = options;
  const { insightChoices: choices } = workspace;

  const nameOf = (id: string): string =>
    taxonomy()
      .flatMap(({ categories }) => categories)
      .find((category) => category.id === id)?.name ?? id;

  async function look({ stackId, content }: StoredWorkshop, context: CallContext) {
    const health = await insights['insights:health']({ stackId }, context);
    const coverage = await insights['insights:coverage']({ stackId }, context);
    const names = new Map(health.products.map(({ id, name }) => [id, name]));
    const questions = missingQuestions({
      findings: health.findings,
      accepted: health.accepted,
      coverage: coverage.categories,
      needs: choices.needs(stackId),
      answered: content.answered,
      categoryName: nameOf,
      groupName: (id) => taxonomy().find((group) => group.id === id)?.name ?? id,
      productName: (id) => names.get(id) ?? id,
    });
    const findings = [...health.findings, ...health.accepted];
    return { questions, findings };
  }

  /** The workshop without an earlier answer and without what came of it. */
  function withoutAnswer(
    { stackId, content }: StoredWorkshop,
    earlier: AnsweredQuestion | undefined,
    finding: { readonly ruleId: string; readonly subject: string } | undefined,
  ): Trace {
    if (!earlier) return { content, acceptedNow: false };
    const removed = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
      list.map((entry) => (entry.id === earlier.madeId ? { ...entry, isRemoved: true } : entry));
    const isAccepted = earlier.answer === 'not-needed' && finding !== undefined;
    if (isAccepted) choices.withdraw(stackId, finding.ruleId, finding.subject);
    return {
      content: {
        ...content,
        decisions: removed(content.decisions),
        points: removed(content.points),
        answered: content.answered.filter((each) => each !== earlier),
      },
      acceptedNow: isAccepted,
    };
  }

  function entryFor(
    question: MissingQuestion,
    { answer, reason }: Answer,
    at: string,
  ): Pick<WorkshopContent, 'decisions' | 'points'> {
    if (answer === 'needed') {
      const [product] = question.products;
      return {
        points: [],
        decisions: [
          {
            ...{ id: randomUUID(), what: needWords(question, nameOf).slice(0, MAX_TEXT) },
            ...{ who: reason.slice(0, 200), due: null, decidedAt: at, isRemoved: false },
            product:
              question.products.length === 1 && product
                ? keptProduct(product.id, product.name)
                : null,
          },
        ],
      };
    }
    if (answer === 'later') {
      const text = [question.title, reason].filter(Boolean).join(' – ').slice(0, MAX_TEXT);
      const point = { id: randomUUID(), text, addedAt: at, isRemoved: false };
      return { decisions: [], points: [{ ...point, state: 'open' }] };
    }
    return { decisions: [], points: [] };
  }

  return {
    questions: async (workshop: StoredWorkshop, context: CallContext) =>
      (await look(workshop, context)).questions,

    /**
     * @param change  stores what the workshop is then, in a transaction in which `workshop` is read
     *   anew
     * @throws Refusal 'conflict' for a question that is not asked any more
     */
    async answer<T>(
      workshop: StoredWorkshop,
      input: Answer,
      context: CallContext,
      change: (work: (current: StoredWorkshop) => WorkshopContent) => T,
    ): Promise<T> {
      const { questions, findings } = await look(workshop, context);
      const question = questions.find(({ key }) => key === input.key);
      if (!question) {
        throw new Refusal(
          'conflict',
          'The stack has changed, and this question with it. Look at the round again.',
        );
      }
      const finding = findings.find((each) => findingKey(each) === input.key);
      const at = now().toISOString();
      let isAcceptanceChanged = false;
      const result = change((current) => {
        const earlier = current.content.answered.find(({ key }) => key === input.key);
        const { content, acceptedNow } = withoutAnswer(current, earlier, finding);
        isAcceptanceChanged = acceptedNow;
        const { answer, key } = input;
        if (answer === null) return content;
        const reason = input.reason;
        if (answer === 'not-needed' && finding) {
          const { ruleId, subject, basis, title } = finding;
          choices.accept(current.stackId, {
            ...{ ruleId, subject, basis, title, acceptedAt: at },
            reason: reason === '' ? `Not needed, as “${current.name}” found.` : reason,
          });
          isAcceptanceChanged = true;
        }
        const made = entryFor(question, input, at);
        const madeId = made.decisions[0]?.id ?? made.points[0]?.id ?? null;
        return {
          ...content,
          decisions: [...content.decisions, ...made.decisions],
          points: [...content.points, ...made.points],
          answered: [
            ...content.answered,
            answeredQuestion({
              ...{ key, title: question.title, answer, reason, answeredAt: at, madeId },
            }),
          ],
        };
      });
      if (isAcceptanceChanged) emit('insights:changed', { stackId: workshop.stackId });
      return result;
    },
  };
}
