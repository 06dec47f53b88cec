import { kindLabels } from '../../shared/diagram/theme.ts';
import { integrationKinds, pricingModels } from '../../shared/domain/catalogue.ts';
import type { UnderstoodTerm } from '../../shared/domain/query.ts';
import type { QueryField } from '../../shared/search/query-language.ts';
import { pricingWords } from '../product/words.ts';

type Named = Pick<UnderstoodTerm, 'field' | 'names' | 'negated'>;

const factWords: Readonly<Record<string, string>> = {
  api: 'API documentation',
  homepage: 'homepage',
  description: 'description',
  integrations: 'integrations',
  icon: 'icon',
};

/** What a value means, where it is a word of the language and no name. */
export function valueWords(field: QueryField, value: string): string {
  switch (field) {
    case 'pricing':
      return pricingModels
        .filter((model) => model === value)
        .map((model) => pricingWords[model])
        .join('');
    case 'via':
      return integrationKinds
        .filter((kind) => kind === value)
        .map((kind) => kindLabels[kind])
        .join('');
    case 'has':
      return factWords[value] ?? value;
    default:
      return value;
  }
}

/** Names in a row are alternatives; more than three are counted. */
function either(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 3 ? 2 : 3).map((name) => name.slice(0, 60));
  const left = names.length - shown.length;
  return left > 0 ? `${shown.join(' or ')} or ${left} more` : shown.join(' or ');
}

const yesNoPhrases: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  oss: ['Open source', 'Not open source'],
  saas: ['Offered as a service', 'Not offered as a service'],
  tcf: ['Registered TCF vendor', 'Not a TCF vendor'],
};

function phrase({ field, names }: Named): string {
  const values = either(names.map((name) => valueWords(field, name)));
  switch (field) {
    case 'category':
      return `Category: ${values}`;
    case 'pricing':
      return `Pricing: ${values}`;
    case 'oss':
    case 'saas':
    case 'tcf': {
      const [yes, no] = yesNoPhrases[field]!;
      return names.length > 1 ? `${yes} or not` : names[0] === 'yes' ? yes : no;
    }
    case 'integrates':
      return `Integrates with ${values}`;
    case 'via':
      return `Integrations: ${values}`;
    case 'confidence':
      if (names.includes('yours')) return 'Any integration, your own included';
      return names.includes('reported')
        ? 'Any integration of the sources'
        : `Integrations: ${names.includes('documented') ? 'documented or confirmed' : 'confirmed'}`;
    case 'has':
      return `Has ${values}`;
    case 'kind':
      return names.every((name) => name === 'product') ? 'Products' : 'Extensions';
    case 'status':
      return names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(' or ');
    case 'source':
      return `Named by ${values}`;
    case 'vendor':
      return `Vendor: ${values}`;
    case 'domain':
      return `Domain: ${values}`;
    case 'like':
      return `Like ${values}`;
    case 'fits':
      return fitWords(Math.min(...names.map(Number)));
  }
}

/** A term as it was understood, for the chip that takes it away. */
export function termLabel(term: Named): string {
  return term.negated ? `Not: ${phrase(term)}` : phrase(term);
}

export function fitWords(least: number): string {
  return `Works with ${least === 1 ? 'one' : least} or more of my stack`;
}
