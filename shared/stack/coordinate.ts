import { z } from 'zod';

/** Canvas units are CSS pixels at zoom 1. Far-off coordinates are refused, not drawn. */
export const Coordinate = z.number().min(-100_000).max(100_000);
