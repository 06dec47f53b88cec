import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import { addBriefCommand } from './brief-command.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer } from './print.ts';
import { withWorkspace } from './session.ts';
import { findStack } from './find-stack.ts';
import { addPathCommand, addAlternativesCommand } from './path-commands.ts';
import { addStackInsights } from './stack-insight-commands.ts';

type Health = Output<'insights:health'>;

function describe(stack: { readonly id: string; readonly name: string }, health: Health) {
  const names = new Map(health.products.map(({ id, name }) => [id, name]));
  const rules = new Map(health.rules.map((rule) => [rule.id, rule]));
  const plain = (finding: Health['findings'][number] | Health['accepted'][number]) => ({
    rule: finding.ruleId,
    severity: finding.severity,
    title: finding.title,
    detail: finding.detail,
    products: finding.products.map((id) => ({ id, name: names.get(id) ?? id })),
    categories: finding.categories,
    source: rules.get(finding.ruleId)?.source ?? null,
  });
  return {
    stack: { id: stack.id, name: stack.name },
    products: health.products.length,
    findings: health.findings.map(plain),
    /** Findings that somebody has decided to live with. */
    accepted: health.accepted.map((finding) => ({
      ...plain(finding),
      reason: finding.acceptance.reason,
      acceptedAt: finding.acceptance.acceptedAt,
    })),
    /** Rules that found nothing, and those that are switched off. */
    passed: health.rules
      .filter(({ id, findings, isOn }) => {
        return isOn && findings === 0 && health.accepted.every(({ ruleId }) => ruleId !== id);
      })
      .map(({ id }) => id),
    off: health.rules.filter(({ isOn }) => !isOn).map(({ id }) => id),
  };
}

function human(answer: ReturnType<typeof describe>): string {
  const { stack, products, findings, accepted, passed, off } = answer;
  const head = `${printable(stack.name)}  (${stack.id})`;
  if (products === 0) return `${head}\n\nIt has no products yet: nothing can be computed.`;
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  const parts = findings.map(({ severity, title, detail }) =>
    printable(`${severity.toUpperCase()}: ${title}`).concat(`\n  ${printable(detail)}`),
  );
  const borne = accepted.map(({ title, reason }) =>
    printable(`ACCEPTED: ${title}`).concat(`\n  ${printable(reason)}`),
  );
  const quiet = passed.length > 0 ? [`Nothing found by: ${passed.join(', ')}`] : [];
  const silent = off.length > 0 ? [`Switched off: ${off.join(', ')}`] : [];
  return [`${head}\n${products} products, ${count}`, ...parts, ...borne, ...quiet, ...silent].join(
    '\n\n',
  );
}

function addCheck(command: Command): void {
  withCommonOptions(command)
    .description('check the health of a stack: what is missing, doubled, alone or at risk')
    .action(async (name: string, _options: CommonOptions, own: Command) => {
      const options = own.optsWithGlobals<CommonOptions>();
      const answer = await withWorkspace(options, async (session) => {
        const stack = await findStack(session, name);
        return describe(stack, await session.call('insights:health', { stackId: stack.id }));
      });
      printAnswer(options.json === true, answer, () => human(answer));
    });
}

const named = (program: Command, name: string): Command => {
  const found = program.commands.find((each) => each.name() === name);
  if (!found) throw new Error(`the command ${name} has to be there first`);
  return found;
};

/**
 * What can be computed: `insights` and `stack check`, which are one, `stack matrix`, `hubs` and so
 * on, `path` and `product alternatives`. The commands `stack` and `product` have to be there.
 */
export function addInsightCommands(program: Command): void {
  addCheck(program.command('insights <stack>'));
  const stack = named(program, 'stack');
  addCheck(stack.command('check <stack>'));
  addStackInsights(stack);
  addBriefCommand(stack);
  addPathCommand(program);
  addAlternativesCommand(named(program, 'product'));
}
