import type { Direction, GroupId, IntegrationKind } from '../domain/catalogue.ts';
import type { Box } from '../stack/layout.ts';
import type { ConnectionState, DataKind, NodeState } from '../stack/vocabulary.ts';
import type { FontStyle } from './measure-text.ts';
import type { Point, Route } from './route-edge.ts';
import type { LookName } from './looks.ts';
import type { EdgeStyle, GroupColours } from './theme.ts';

/** One line of text that is known to fit its place; `at` is the start of its base line. */
export interface SceneText {
  readonly text: string;
  readonly at: Point;
  readonly font: FontStyle;
  readonly colour: string;
  readonly anchor: 'start' | 'middle';
}

export interface SceneLane {
  readonly id: string;
  readonly box: Box;
  /** The upper part of the box, filled in the group's soft colour. */
  readonly head: Box;
  readonly title: SceneText;
  /** Before it was cut to fit. */
  readonly fullTitle: string;
  /** The first of its groups, whose colours it has; neutral without one. */
  readonly groupId: GroupId | null;
  readonly colours: GroupColours;
}

export type SceneMark =
  | {
      readonly type: 'icon';
      readonly box: Box;
      /** SVG path data on a 24 × 24 grid. */
      readonly path: string;
      readonly colour: string;
    }
  | {
      readonly type: 'monogram';
      readonly box: Box;
      readonly text: SceneText;
      readonly fill: string;
    };

/** A small mark on the upper border of a card: its state, or who answers for it. */
export interface SceneChip {
  readonly box: Box;
  readonly text: SceneText;
  /** Before it was cut to fit. */
  readonly full: string;
  readonly line: string;
}

export interface SceneCard {
  /** Node id in the stack. */
  readonly id: string;
  readonly productId: string;
  readonly laneId: string | null;
  readonly box: Box;
  readonly groupId: GroupId;
  readonly accent: string;
  readonly mark: SceneMark;
  /** One line, or two for a long name. */
  readonly name: readonly SceneText[];
  readonly fullName: string;
  /** One line, or two beside a short name. */
  readonly category: readonly SceneText[];
  readonly fullCategory: string;
  /** The catalogue no longer has the product. */
  readonly gone: boolean;
  readonly state: NodeState;
  /** Empty where nobody answers for it. */
  readonly owner: string;
  /** From right to left. */
  readonly chips: readonly SceneChip[];
  /** The border, which is coloured and broken for what is not simply in use. */
  readonly outline: { readonly colour: string; readonly dash: readonly number[] };
}

export interface SceneEdge {
  readonly id: string;
  /** Node ids in the stack. */
  readonly from: string;
  readonly to: string;
  /** What the catalogue knows, a connection that a person drew, or one that a hub could make. */
  readonly kind: IntegrationKind | 'user' | 'possible';
  /** Of a connection that a person drew; null for the others. */
  readonly state: ConnectionState | null;
  /** What goes through a connection that a person drew, as far as it is said. */
  readonly dataKinds: readonly DataKind[];
  readonly direction: Direction;
  /** Kinds of integration besides the one drawn. */
  readonly furtherKinds: number;
  readonly route: Route;
  readonly style: EdgeStyle;
  /** Text on the line, with the box it stands in. */
  readonly label: { readonly box: Box; readonly text: SceneText; readonly full: string } | null;
  /** Where the style's sign stands: beside the label, or in the middle; null without a sign. */
  readonly sign: Point | null;
  /** The edge in words: "Segment → Braze: Event stream". */
  readonly description: string;
}

interface ItemPlace {
  /** Item id in the stack. */
  readonly id: string;
  readonly box: Box;
}

/** What stands on the canvas besides products. */
export type SceneItem = ItemPlace &
  (
    | {
        readonly type: 'note';
        readonly fill: string;
        readonly border: string;
        /** As many as there is room for. */
        readonly lines: readonly SceneText[];
        readonly fullText: string;
      }
    | { readonly type: 'heading'; readonly lines: readonly SceneText[]; readonly fullText: string }
    | {
        readonly type: 'frame';
        readonly border: string;
        /** Frames are shown by this number. */
        readonly order: number;
        /** Above the frame's upper border. */
        readonly title: SceneText;
        readonly fullTitle: string;
      }
    | {
        readonly type: 'picture';
        /** A data URI, or null for a picture that is not there. */
        readonly href: string | null;
        readonly alt: string;
        readonly border: string;
      }
  );
export type SceneFrame = Extract<SceneItem, { readonly type: 'frame' }>;

export type LegendSample =
  | { readonly type: 'line'; readonly from: Point; readonly to: Point; readonly style: EdgeStyle }
  /** A short edge with the marks of its direction. */
  | {
      readonly type: 'direction';
      readonly route: Route;
      readonly direction: Direction;
      readonly style: EdgeStyle;
    }
  | { readonly type: 'swatch'; readonly box: Box; readonly colour: string }
  /** The border of a card in a state. */
  | {
      readonly type: 'mark';
      readonly box: Box;
      readonly colour: string;
      readonly dash: readonly number[];
    };

export interface LegendEntry {
  readonly sample: LegendSample;
  readonly text: SceneText;
}

/**
 * A stack as a drawing, in canvas units: plain data that says what is where. Every writer draws a
 * scene, so that all exports agree with the canvas and with one another.
 */
export interface Scene {
  readonly theme: LookName;
  readonly name: string;
  /** The stack in one sentence, for people who do not see it. */
  readonly description: string;
  /** Everything there is to see, margins included. */
  readonly bounds: Box;
  readonly title: SceneText;
  readonly subtitle: SceneText;
  /** The organisation's logo in the upper right corner. */
  readonly logo: { readonly box: Box; readonly href: string } | null;
  /** From left to right, then down. */
  readonly lanes: readonly SceneLane[];
  readonly cards: readonly SceneCard[];
  readonly edges: readonly SceneEdge[];
  /** Notes, headings, frames and pictures, back to front. */
  readonly items: readonly SceneItem[];
  /** 0..1, of the known edges: where there are many, they step back behind the cards. */
  readonly edgeOpacity: number;
  /** Only what occurs: kinds of edges, the person's own, groups of products. */
  readonly legend: readonly LegendEntry[];
}
