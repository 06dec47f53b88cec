import { businessStackTemplate } from './business-stack.ts';
import { customerJourneyTemplate } from './customer-journey.ts';
import { hubAndSpokeTemplate } from './hub-and-spoke.ts';
import { layerCakeTemplate } from './layer-cake.ts';
import { taxonomyTemplate } from './taxonomy.ts';
import type { StackTemplate, TemplateCapability } from './template.ts';
import { virtualPlatformTemplate } from './virtual-platform.ts';

/** Every way to structure a stack, the one of new stacks first. */
export const templates: readonly StackTemplate[] = [
  taxonomyTemplate,
  customerJourneyTemplate,
  layerCakeTemplate,
  hubAndSpokeTemplate,
  virtualPlatformTemplate,
  businessStackTemplate,
];

export const defaultTemplate = taxonomyTemplate;

/** The template of this id, such as a stack's `templateId`; undefined where there is none. */
export function findTemplate(id: string | null): StackTemplate | undefined {
  return templates.find((template) => template.id === id);
}

/** What a stack of this template is expected to be able to do; nothing without a template. */
export function expectedCapabilities(templateId: string | null): readonly TemplateCapability[] {
  return findTemplate(templateId)?.capabilities ?? [];
}
