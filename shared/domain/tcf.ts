/**
 * What vendors of the IAB's consent framework (TCF) ask consent for, by the number of the purpose.
 * The words are this application's short ones; the binding texts are the framework's own.
 * Source: https://iabeurope.eu/iab-europe-transparency-consent-framework-policies/
 */
export const tcfPurposes: Readonly<Record<string, string>> = {
  1: 'store or read on devices',
  2: 'choose ads by limited data',
  3: 'build profiles for ads',
  4: 'choose ads by profiles',
  5: 'build profiles for content',
  6: 'choose content by profiles',
  7: 'measure ads',
  8: 'measure content',
  9: 'learn about audiences',
  10: 'improve services',
  11: 'choose content by limited data',
};

/** "1 store or read on devices"; a number that is not known here stands alone. */
export function purposeWords(purpose: string): string {
  const words = tcfPurposes[purpose];
  return words === undefined ? purpose : `${purpose} ${words}`;
}
