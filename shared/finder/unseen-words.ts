import type { UnseenEstimate } from './unseen.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** What the estimate assumes, one sentence each; to be read before it is believed. */
export const unseenAssumptions = [
  'Each list catches a tool for its own reasons, not because another list has it. Lists made from one another overlap too much, and the estimate is then too low.',
  'The lists are of the same company at about the same time.',
  'A tool is counted only once it is matched with a product; what is in doubt or unknown is left out.',
  'Tools that no list of this kind could ever show, such as one bought privately and used offline, are not in the estimate.',
] as const;

/** The estimate in words: how many tools none of the lists has seen, and how sure that is. */
export function unseenInWords(estimate: UnseenEstimate | null): string {
  if (!estimate) {
    return 'With a second list that names products, such as a single-sign-on or spend list beside a HAR file, the tools that none of them has seen can be estimated.';
  }
  const { lists, seen, once, unseen, low, high } = estimate;
  const both = lists === 2 ? 'both lists' : `two or more of the ${lists} lists`;
  if (once < 2) {
    return `Nearly all of the ${whole(seen)} tools are on ${both}: nothing suggests that there are more.`;
  }
  return `The lists name ${whole(seen)} tools together, ${whole(once)} of them on one list only. By that overlap, about ${whole(unseen)} more ${Math.round(unseen) === 1 ? 'tool is' : 'tools are'} on none of them; with 95% confidence between ${whole(low)} and ${whole(high)}. Read it as a lower bound.`;
}
