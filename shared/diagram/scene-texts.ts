import type { Scene } from './scene.ts';

/** Every text that a scene draws, to know which alphabets it needs. */
export function sceneTexts(scene: Scene): string[] {
  return [
    scene.title.text,
    scene.subtitle.text,
    ...scene.lanes.map((lane) => lane.title.text),
    ...scene.cards.flatMap((card) => [
      ...card.name.map((line) => line.text),
      ...card.category.map((line) => line.text),
      ...card.chips.map((chip) => chip.text.text),
      card.mark.type === 'monogram' ? card.mark.text.text : '',
    ]),
    ...scene.edges.map((edge) => edge.label?.text.text ?? ''),
    ...scene.items.flatMap((item) => {
      if (item.type === 'picture') return [];
      return item.type === 'frame' ? [item.title.text] : item.lines.map((line) => line.text);
    }),
    ...scene.legend.map((entry) => entry.text.text),
  ];
}
