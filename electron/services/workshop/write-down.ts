import type { FileContent } from '../../../shared/contract/contract.ts';
import { sceneTexts } from '../../../shared/diagram/scene-texts.ts';
import { writeSvg } from '../../../shared/diagram/write-svg.ts';
import { ExportOptions } from '../../../shared/exchange/export-options.ts';
import { safeFileName } from '../../../shared/exchange/file-name.ts';
import { Refusal } from '../../../shared/result.ts';
import type { Stack } from '../../../shared/stack/stack.ts';
import { linksOf } from '../../../shared/versions/compare.ts';
import { composeMinutes, type MinutesClock } from '../../../shared/workshop/compose-minutes.ts';
import type { Minutes, MinutesFormat } from '../../../shared/workshop/minutes.ts';
import { stackAfter } from '../../../shared/workshop/moves.ts';
import type { StoredWorkshop } from '../../../shared/workshop/view.ts';
import { minutesToHtml, minutesToMarkdown } from '../../../shared/workshop/write-minutes.ts';
import type { Workspace } from '../../store/workspace/open-workspace.ts';
import { embeddedFonts } from '../exchange/embedded-fonts.ts';
import type { ExchangeCatalogue } from '../exchange/exchange-catalogue.ts';
import { sceneOf } from '../exchange/export-stack.ts';

export interface RecordSources {
  readonly workspace: Pick<Workspace, 'snapshots' | 'workshops' | 'pictures'>;
  readonly catalogue: ExchangeCatalogue;
  /** @throws Refusal 'not-found' */
  readonly stackState: (id: string) => { readonly stack: Stack };
  readonly now: () => Date;
}

/** Days and times as this machine's clock shows them. */
const localClock: MinutesClock = {
  day: (iso) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(iso)),
  time: (iso) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso)),
};

/** What a workshop leaves behind: its steps as pictures, and its minutes. */
export function createRecord({ workspace, catalogue, stackState, now }: RecordSources) {
  const { snapshots, workshops, pictures } = workspace;

  function versionOf(id: string): Stack {
    try {
      const stack = snapshots.stackOf(id);
      if (stack) return stack;
    } catch {
      throw new Refusal('damaged-file', 'A version of this workshop is damaged.', { id });
    }
    throw new Refusal('not-found', 'A version of this workshop is not kept any more.', { id });
  }

  const linksIn = (stack: Stack) =>
    linksOf(
      stack,
      catalogue.linksBetween([
        ...new Set(Object.values(stack.nodes).map(({ productId }) => productId)),
      ]),
    );

  function minutesOf(workshop: StoredWorkshop): Minutes {
    const { id, stackId, beforeId, afterId, endedAt } = workshop;
    const before = versionOf(beforeId);
    const after =
      endedAt !== null && afterId !== null ? versionOf(afterId) : stackState(stackId).stack;
    return composeMinutes({
      ...{ workshop, before, after, linksBefore: linksIn(before), linksAfter: linksIn(after) },
      ...{ moves: workshops.moves(id), clock: localClock, now: now().toISOString() },
    });
  }

  return {
    minutesOf,

    minutesFile(workshop: StoredWorkshop, format: MinutesFormat): FileContent {
      const minutes = minutesOf(workshop);
      const isHtml = format === 'html';
      const text = isHtml ? minutesToHtml(minutes) : minutesToMarkdown(minutes);
      return {
        fileName: safeFileName(`${workshop.name} minutes`, isHtml ? 'html' : 'md'),
        mimeType: isHtml ? 'text/html' : 'text/markdown',
        base64: Buffer.from(text, 'utf8').toString('base64'),
      };
    },

    /** The stack as all moves leave it, from how it was at the beginning. */
    stackAtEnd({ id, beforeId }: StoredWorkshop): Stack {
      const moves = workshops.moves(id);
      return stackAfter(versionOf(beforeId), moves, moves.length);
    },

    steps({ id, beforeId }: StoredWorkshop) {
      let stack = versionOf(beforeId);
      return workshops.moves(id).map((move) => {
        stack = stackAfter(stack, [move], 1);
        const { seq, label, createdAt } = move;
        return { seq, label, createdAt, products: Object.keys(stack.nodes).length };
      });
    },

    picture({ id, beforeId }: StoredWorkshop, seq: number, look: ExportOptions['look']): string {
      const stack = stackAfter(versionOf(beforeId), workshops.moves(id, seq), seq);
      const chosen = ExportOptions.parse({ format: 'svg', look, show: { legend: false } });
      const sources = { catalogue, picture: (picture: string) => pictures.get(picture) };
      const scene = sceneOf(stack, sources, chosen);
      // A picture in a page has no fonts but its own.
      return writeSvg(scene, { fonts: embeddedFonts(sceneTexts(scene).join('')) });
    },
  };
}
