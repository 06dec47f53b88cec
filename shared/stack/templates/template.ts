import type { GroupId } from '../../domain/catalogue.ts';

/** A lane as a template describes it; where it is drawn follows from the template's arrangement. */
export interface TemplateLane {
  /** Unique within its template. */
  readonly id: string;
  readonly title: string;
  /** Groups whose products go here when no lane names their category; the first gives the colour. */
  readonly groups: readonly GroupId[];
  /** Ids of the taxonomy. */
  readonly categories: readonly string[];
  /** Its share of the width of its band, in parts. */
  readonly share: number;
}

/** Something that a stack of this structure is expected to be able to do. */
export interface TemplateCapability {
  /** Unique within its template. */
  readonly id: string;
  readonly title: string;
  /** Id of the template's lane that it belongs in. */
  readonly lane: string;
  /** A product of any of these categories provides it. */
  readonly categories: readonly string[];
}

/** Where the lanes stand: columns at the left, bands below one another, columns at the right. */
export interface TemplateArrangement {
  readonly left: readonly TemplateLane[];
  readonly bands: readonly (readonly TemplateLane[])[];
  readonly right: readonly TemplateLane[];
}

/** A way to structure a stack: lanes, which category goes where, and what is expected of it. */
export interface StackTemplate {
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  readonly arrangement: TemplateArrangement;
  readonly capabilities: readonly TemplateCapability[];
}

/** A lane of a template. Categories are written with blanks between them. */
export function lane(
  id: string,
  title: string,
  groups: readonly GroupId[],
  categories: string,
  share = 1,
): TemplateLane {
  return { id, title, groups, categories: categories.split(/\s+/).filter(Boolean), share };
}

/** A capability of a template. Categories are written with blanks between them. */
export function expects(
  lane: string,
  id: string,
  title: string,
  categories: string,
): TemplateCapability {
  return { id, title, lane, categories: categories.split(/\s+/).filter(Boolean) };
}

/** All lanes of a template, as one reads them. */
export function templateLanes({ arrangement }: StackTemplate): readonly TemplateLane[] {
  return [...arrangement.left, ...arrangement.bands.flat(), ...arrangement.right];
}
