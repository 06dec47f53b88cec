import { escapeXml } from '../diagram/escape-xml.ts';
import type { Scene, SceneCard, SceneEdge, SceneLane } from '../diagram/scene.ts';
import type { Box } from '../stack/layout.ts';
import { groupOf, kindOf } from './scene-tables.ts';

const LANGUAGE = 'xml:lang="en"';
const named = (tag: string, text: string): string =>
  `<${tag} ${LANGUAGE}>${escapeXml(text)}</${tag}>`;

const properties = ['product', 'category', 'group'] as const;

function propertyValues(values: Readonly<Record<(typeof properties)[number], string>>): string {
  const list = properties.map(
    (name) =>
      `<property propertyDefinitionRef="propid-${name}">${named('value', values[name])}</property>`,
  );
  return `<properties>${list.join('')}</properties>`;
}

/** Whole numbers from 0 on, as the schema wants them. */
function place({ x, y, width, height }: Box, origin: Box): string {
  const at = { x: x - origin.x, y: y - origin.y };
  return `x="${Math.max(0, Math.round(at.x))}" y="${Math.max(0, Math.round(at.y))}" w="${Math.max(1, Math.round(width))}" h="${Math.max(1, Math.round(height))}"`;
}

const elementId = (card: Pick<SceneCard, 'id'>): string => `id-element-${card.id}`;
const nodeId = (id: string): string => `id-node-${id}`;

function element(card: SceneCard): string {
  return (
    `<element identifier="${elementId(card)}" xsi:type="ApplicationComponent">` +
    named('name', card.fullName) +
    propertyValues({
      product: card.productId,
      category: card.fullCategory,
      group: groupOf(card),
    }) +
    '</element>'
  );
}

const groupElement = (lane: SceneLane): string =>
  `<element identifier="id-element-lane-${lane.id}" xsi:type="Grouping">${named('name', lane.fullTitle)}</element>`;

/** Data that flows is a Flow; where no flow is stated, the two are only associated. */
function relationship(edge: SceneEdge, index: number): string {
  const type = edge.direction === 'none' ? 'Association' : 'Flow';
  const label = edge.label?.full || kindOf(edge);
  const way = edge.direction === 'both' ? ` (both ways)` : '';
  return (
    `<relationship identifier="id-relation-${index + 1}" source="id-element-${edge.from}" ` +
    `target="id-element-${edge.to}" xsi:type="${type}">${named('name', label + way)}</relationship>`
  );
}

function laneNode(lane: SceneLane, cards: readonly SceneCard[], origin: Box): string {
  const inside = cards.map((card) => cardNode(card, origin)).join('');
  return (
    `<node identifier="id-node-lane-${lane.id}" xsi:type="Element" ` +
    `elementRef="id-element-lane-${lane.id}" ${place(lane.box, origin)}>${inside}</node>`
  );
}

const cardNode = (card: SceneCard, origin: Box): string =>
  `<node identifier="${nodeId(card.id)}" xsi:type="Element" elementRef="${elementId(card)}" ${place(card.box, origin)}/>`;

/**
 * The stack as an ArchiMate model with one view: products are application components, lanes are
 * groupings, connections are flows.
 * Source: The Open Group, "ArchiMate Model Exchange File Format", version 3.1.
 */
export function writeArchimate(scene: Scene): string {
  const laneIds = new Set(scene.lanes.map((lane) => lane.id));
  const inLane = new Map<string, SceneCard[]>();
  const free: SceneCard[] = [];
  for (const card of scene.cards) {
    if (card.laneId === null || !laneIds.has(card.laneId)) free.push(card);
    else inLane.set(card.laneId, [...(inLane.get(card.laneId) ?? []), card]);
  }
  const compositions = scene.lanes.flatMap((lane) =>
    (inLane.get(lane.id) ?? []).map(
      (card) =>
        `<relationship identifier="id-part-${card.id}" source="id-element-lane-${lane.id}" ` +
        `target="${elementId(card)}" xsi:type="Aggregation"/>`,
    ),
  );
  const connections = scene.edges.map(
    (edge, index) =>
      `<connection identifier="id-line-${index + 1}" xsi:type="Relationship" ` +
      `relationshipRef="id-relation-${index + 1}" source="${nodeId(edge.from)}" target="${nodeId(edge.to)}"/>`,
  );
  const xml = 'http://www.w3.org/2001/XMLSchema-instance';
  const archimate = 'http://www.opengroup.org/xsd/archimate/3.0/';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<model xmlns="${archimate}" xmlns:xsi="${xml}" xsi:schemaLocation="${archimate} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd" identifier="id-stack">`,
    named('name', scene.name || 'Stack'),
    named('documentation', scene.description),
    ...(scene.cards.length + scene.lanes.length > 0
      ? ['<elements>', ...scene.lanes.map(groupElement), ...scene.cards.map(element), '</elements>']
      : []),
    ...(compositions.length + scene.edges.length > 0
      ? ['<relationships>', ...compositions, ...scene.edges.map(relationship), '</relationships>']
      : []),
    '<propertyDefinitions>',
    ...properties.map(
      (name) =>
        `<propertyDefinition identifier="propid-${name}" type="string">${named('name', name)}</propertyDefinition>`,
    ),
    '</propertyDefinitions>',
    '<views><diagrams>',
    `<view identifier="id-view" xsi:type="Diagram">${named('name', scene.name || 'Stack')}`,
    ...scene.lanes.map((lane) => laneNode(lane, inLane.get(lane.id) ?? [], scene.bounds)),
    ...free.map((card) => cardNode(card, scene.bounds)),
    ...connections,
    '</view>',
    '</diagrams></views>',
    '</model>',
    '',
  ].join('\n');
}
