import pptxgen from 'pptxgenjs';

type Class = typeof pptxgen.default;

/**
 * The library's class. Its types are those of a CommonJS module, in which the class would be one
 * `default` deeper than in the ES module that Node really loads.
 */
export const PptxGen = pptxgen as unknown as Class;
export type Presentation = InstanceType<Class>;
export type Slide = ReturnType<Presentation['addSlide']>;
