import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract.ts';
import { withCommonOptions, type CommonOptions } from './options.ts';
import { printable, printAnswer } from './print.ts';
import { withWorkspace } from './session.ts';
import { findStack } from './stack-commands.ts';

type Health = Output<'insights:health'>;

function describe(stack: { readonly id: string; readonly name: string }, health: Health) {
  const names = new Map(health.products.map(({ id, name }) => [id, name]));
  const rules = new Map(health.rules.map((rule) => [rule.id, rule]));
  return {
    stack: { id: stack.id, name: stack.name },
    products: health.products.length,
    findings: health.findings.map((finding) => ({
      rule: finding.ruleId,
      severity: finding.severity,
      title: finding.title,
      detail: finding.detail,
      products: finding.products.map((id) => ({ id, name: names.get(id) ?? id })),
      categories: finding.categories,
      source: rules.get(finding.ruleId)?.source ?? null,
    })),
    /** Rules that found nothing. */
    passed: health.rules.filter(({ findings }) => findings === 0).map(({ id }) => id),
  };
}

function human({ stack, products, findings, passed }: ReturnType<typeof describe>): string {
  const head = `${printable(stack.name)}  (${stack.id})`;
  if (products === 0) return `${head}\n\nIt has no products yet: nothing can be computed.`;
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  const parts = findings.map(({ severity, title, detail }) =>
    printable(`${severity.toUpperCase()}: ${title}`).concat(`\n  ${printable(detail)}`),
  );
  const quiet = passed.length > 0 ? [`Nothing found by: ${passed.join(', ')}`] : [];
  return [`${head}\n${products} products, ${count}`, ...parts, ...quiet].join('\n\n');
}

/** `insights`: what the health checks find in a stack. */
export function addInsightCommands(program: Command): void {
  withCommonOptions(program.command('insights <stack>'))
    .description('check the health of a stack: what is missing, doubled, alone or at risk')
    .action(async (name: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const answer = await withWorkspace(options, async (session) => {
        const stack = await findStack(session, name);
        return describe(stack, await session.call('insights:health', { stackId: stack.id }));
      });
      printAnswer(options.json === true, answer, () => human(answer));
    });
}
