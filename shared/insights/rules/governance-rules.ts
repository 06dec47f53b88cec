import { purposeWords } from '../../domain/tcf.ts';
import { kindsIn, personalKinds, recordedBy, roleOf } from '../data-roles.ts';
import { listed, numberWord } from '../health-words.ts';
import type { HealthProduct, HealthRule } from '../health.ts';
import { ids, names, own, percent, tracking, withAny, withPrimary } from './rule-kit.ts';

export const consent: HealthRule = {
  id: 'consent',
  name: 'Consent before tracking',
  why: 'Reading or storing information on a device needs the consent of the person.',
  source: {
    title: 'Directive 2002/58/EC (ePrivacy), Article 5(3)',
    url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
  },
  thresholds: [],
  find: (context) => {
    const trackers = withPrimary(context, tracking);
    if (trackers.length === 0 || withAny(context, ['privacy-consent']).length > 0) return [];
    return [
      {
        subject: 'tracking',
        severity: 'problem',
        title: `${numberWord(trackers.length)} advertising or analytics ${trackers.length === 1 ? 'product' : 'products'} and no consent management.`,
        detail: `${listed(names(trackers), 6)} ${trackers.length === 1 ? 'usually reads or stores' : 'usually read or store'} something on people’s devices. In the European Union that needs their consent first, unless it is strictly necessary, and nothing in this stack asks for it.`,
        products: ids(trackers),
        categories: ['privacy-consent'],
        fix: 'look',
      },
    ];
  },
};

const byNumber = (a: string, b: string): number => Number(a) - Number(b);
const allOf = (products: readonly HealthProduct[], key: 'tcfPurposes' | 'tcfWithoutConsent') =>
  [...new Set(products.flatMap((product) => product[key]))].sort(byNumber);

export const consentVendors: HealthRule = {
  id: 'consent-vendors',
  name: 'Vendors of the consent framework',
  why: 'A vendor that is registered with the IAB’s framework has declared what it asks consent for; a consent banner has to name it.',
  source: {
    title: 'IAB Europe: TCF Global Vendor List',
    url: 'https://iabeurope.eu/vendor-list-tcf/',
  },
  thresholds: [],
  find: ({ products }) => {
    const vendors = products.filter(({ tcfVendorId }) => tcfVendorId !== null);
    if (vendors.length === 0) return [];
    const asked = allOf(vendors, 'tcfPurposes');
    const claimed = allOf(vendors, 'tcfWithoutConsent');
    const one = vendors.length === 1;
    return [
      {
        subject: 'vendors',
        severity: 'note',
        title: `${numberWord(vendors.length)} registered consent-framework ${one ? 'vendor' : 'vendors'}.`,
        detail: [
          `${listed(
            vendors.map(({ name, tcfVendorId }) => `${name} (vendor ${tcfVendorId})`),
            6,
          )} ${one ? 'is' : 'are'} on the framework’s list, so a banner that uses it has to name ${one ? 'it' : 'them'}.`,
          asked.length > 0 ? `Consent is asked for: ${asked.map(purposeWords).join('; ')}.` : '',
          claimed.length > 0
            ? `Without consent, as a legitimate interest: ${claimed.map(purposeWords).join('; ')}.`
            : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
        products: ids(vendors),
        categories: [],
        fix: 'look',
      },
    ];
  },
};

export const ownerless: HealthRule = {
  id: 'no-owner',
  name: 'Somebody answers for the data',
  why: 'A record that nobody answers for is not corrected, not deleted on request and not missed until it is wrong.',
  source: {
    title: 'Regulation (EU) 2016/679 (GDPR), Article 5(2), accountability',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  thresholds: [],
  find: ({ products }) => {
    const holders = products.filter(({ categoryId }) => recordedBy(categoryId) !== 0);
    const lacking = holders.filter(({ owner }) => owner === '');
    if (lacking.length === 0) return [];
    const isPersonal = lacking.some(
      ({ categoryId }) => (recordedBy(categoryId) & personalKinds) !== 0,
    );
    const nobody = products.every(({ owner }) => owner === '');
    const kinds = kindsIn(lacking.reduce((mask, each) => mask | recordedBy(each.categoryId), 0));
    return [
      {
        subject: 'owners',
        // A stack in which no owner is entered yet has not been asked the question.
        severity: isPersonal && !nobody ? 'caution' : 'note',
        title: nobody
          ? 'The stack names no owner for any of its data.'
          : `${numberWord(lacking.length)} ${lacking.length === 1 ? 'product holds' : 'products hold'} data and ${lacking.length === 1 ? 'has' : 'have'} no owner.`,
        detail: `By their main category ${listed(names(lacking), 6)} record ${listed(
          kinds.map((kind) => roleOf[kind].label.toLowerCase()),
          7,
        )}. Enter the department that answers for each.`,
        products: ids(lacking),
        categories: [],
        fix: 'owner',
      },
    ];
  },
};

export const noAgreement: HealthRule = {
  id: 'no-agreement',
  name: 'Agreements on processing',
  why: 'Whoever processes personal data for somebody else needs a contract that says how.',
  source: {
    title: 'Regulation (EU) 2016/679 (GDPR), Article 28(3)',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  },
  thresholds: [],
  find: ({ products }) => {
    const holders = products.filter(
      ({ categoryId }) => (recordedBy(categoryId) & personalKinds) !== 0,
    );
    // What nobody has been asked yet is no finding; the page of the source of truth lists it.
    const lacking = holders.filter(({ hasProcessorAgreement }) => hasProcessorAgreement === false);
    if (lacking.length === 0) return [];
    const one = lacking.length === 1;
    return [
      {
        subject: 'agreements',
        severity: 'problem',
        title: `${numberWord(lacking.length)} ${one ? 'product records' : 'products record'} personal data without an agreement on processing.`,
        detail: `For ${listed(names(lacking), 6)} the stack says that no agreement is signed. By ${one ? 'its main category it records' : 'their main categories they record'} data about people. Sign one, or say on the stack that it is.`,
        products: ids(lacking),
        categories: [],
        fix: 'look',
      },
    ];
  },
};

export const shadowShare: HealthRule = {
  id: 'shadow-share',
  name: 'Products that nobody decided on',
  why: 'What people bring in by themselves is neither secured nor paid for as one thing, and shows what is missing.',
  source: own(
    'The products marked “not ours”. Surveys are often quoted with 35% of a company’s tools; which survey that was could not be confirmed',
  ),
  thresholds: [
    {
      id: 'share',
      label: 'Share of the stack that is not ours',
      unit: 'share',
      standard: 0.35,
      least: 0.01,
      most: 1,
      source: 'The figure that surveys are quoted with; unconfirmed.',
    },
  ],
  find: ({ products }, limits) => {
    const shadow = products.filter(({ state }) => state === 'not-ours');
    if (shadow.length === 0) return [];
    const share = shadow.length / products.length;
    const limit = limits('share');
    return [
      {
        subject: 'shadow',
        severity: share > limit ? 'caution' : 'note',
        title: `${percent(share)} of the stack is shadow IT: ${shadow.length} of ${products.length} products.`,
        detail: `${listed(names(shadow), 6)} ${shadow.length === 1 ? 'is' : 'are'} used and nobody decided on ${shadow.length === 1 ? 'it' : 'them'}. That is ${share > limit ? 'more than' : share < limit ? 'less than' : 'exactly'} the ${percent(limit)} it is compared with. Only what was marked so is counted; the rest of the shadow is not known here.`,
        products: ids(shadow),
        categories: [],
        fix: 'state',
      },
    ];
  },
};
