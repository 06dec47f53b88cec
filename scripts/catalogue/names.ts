import { fold } from '../../shared/search/fold.ts';

/** Words in parentheses or at the end that name a connector's variant, not another product. */
const variantWords =
  'actions?|cloud(?: |-)mode|device(?: |-)mode|web mode|cohort sync|audience sync|audiences?|trigger|triggers|legacy|beta|alpha|deprecated|classic|new|old|oauth2?|api key|api token|basic auth|pat|cloud|server|client(?: |-)side|server(?: |-)side|independent publisher|preview|sandbox|web|mobile|ios|android|v ?\\d+(?:\\.\\d+)*|source|destination|batch|streaming|import|export|self(?: |-)hosted|webhooks?|rest|api|graphql|mcp|certified';

const parenthesised = new RegExp(`\\s*[([](?:${variantWords})[)\\]]`, 'giu');
const trailing =
  /\s+(?:\(?actions\)?|cloud mode|device mode|cohort sync|audience sync|trigger|v\d+(?:\.\d+)*|\(?deprecated\)?|oauth2?|independent publisher)$/iu;

const legalForm =
  /[,\s]+(?:inc|incorporated|llc|ltd|limited|gmbh(?: & co\.? kg)?|gmbh & co\.? kg|ag|s\.?a\.?s\.?u?|sarl|s\.?à\.?r\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|s\.?l\.?u?|b\.?v|n\.?v|a\/s|aps|oy|oyj|ab|as|asa|kg|ug|kft|plc|corp|corporation|co|company|pty|pte|pvt|sp\.? z ?o\.?o|s\.?r\.?o|a\.?s|d\.?o\.?o|k\.?k|ltda|lda|se|ou|oü|uab|sia|inc\.? dba .*)\.?(?=$|[\s,])/giu;

/** The maker's name of a product without a connector's additions: "Braze Cloud Mode (Actions)" → "Braze". */
export function cleanName(raw: string): string {
  let name = raw.replace(/\s+/gu, ' ').trim();
  for (;;) {
    const next = name.replace(parenthesised, '').replace(trailing, '').trim();
    if (next === name || next === '') return name;
    name = next;
  }
}

/** Drops legal forms at the end of a company name: "Cavai AS" → "Cavai". */
export function withoutLegalForm(name: string): string {
  let rest = name;
  for (;;) {
    const next = rest.replace(new RegExp(legalForm.source + '$', 'iu'), '').trim();
    if (next === rest || next.length < 2) return rest;
    rest = next;
  }
}

/** The key under which equal names meet: folded, without spaces. "Face book" and "Facebook" share it. */
export function squish(name: string): string {
  const key = fold(name.replace(/\+/gu, ' plus ').replace(/&/gu, ' and ')).replace(/ /g, '');
  return key === '' ? name.toLowerCase() : key;
}

/**
 * Words that a source adds or leaves out without meaning another product. They count as noise
 * only between rows that also share their domain.
 */
const noise = new Set(
  'inc llc ltd gmbh app apps io com co ai net org hq the software platform technologies technology tech labs lab group digital media solutions solution systems services global international online web ag sa sas bv ab limited corp corporation company official by and tool tools team suite data network networks holding analytics ads advertising marketing email crm chat live cloud cms ecommerce commerce sms pixel tag tracking widget api experience studio'.split(
    ' ',
  ),
);

/** The name without noise words, squished; the squished name itself if nothing would be left. */
export function coreName(name: string): string {
  const words = fold(withoutLegalForm(name)).split(' ');
  const rest = words.filter((word) => !noise.has(word));
  return (rest.length === 0 ? words : rest).join('');
}

/** Words an advertising company may add to its name without becoming another company. */
const companyWords = new Set(
  'media technologies technology group holding systems international gmbh'.split(' '),
);

/**
 * The name without the words companies add at its end ("Avocet Systems" → "avocet"), or null if it
 * has none. Too weak to identify a product alone: the caller compares fields as well.
 */
export function withoutCompanyWords(name: string): string | null {
  const words = fold(withoutLegalForm(name)).split(' ');
  const full = words.length;
  while (words.length > 1 && companyWords.has(words.at(-1) ?? '')) words.pop();
  return words.length === full ? null : words.join('');
}

/** A name that is itself an address ("monday.com", "Booking.com") → the domain, else null. */
export function nameAsDomain(name: string): string | null {
  const text = name.trim().toLowerCase();
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|io|ai|co|net|org|me|app|ly|tv|de|fr|it|ru|to|so|us|cc|dev|online)$/u.test(
    text,
  )
    ? text
    : null;
}

/** "A (formerly B)", "A (B)" → the name outside and the names inside the parentheses. */
export function splitParentheses(name: string): {
  readonly outer: string;
  readonly inner: string[];
} {
  const inner: string[] = [];
  const outer = name
    .replace(/\s*\(([^()]*)\)/gu, (_match, text: string) => {
      inner.push(text.replace(/^(?:formerly|previously|ex|now|by|aka|was)[\s:]+/iu, '').trim());
      return '';
    })
    .trim();
  return { outer: outer === '' ? name : outer, inner };
}

/** Readable id of a product: "Crème & Co." → "creme-and-co". Empty for names without Latin letters or digits. */
export function slug(name: string): string {
  const latin = fold(name.replace(/\+/gu, ' plus ').replace(/&/gu, ' and '));
  return latin
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
    .replace(/-+$/u, '');
}
