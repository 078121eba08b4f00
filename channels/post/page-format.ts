import type { Format, PageFormat } from '../../surveys/format.ts';
import { sizes } from './sizes.ts';

/** Whether a format is set on pages: it has sizes. */
export const isPageFormat = (format: Format): format is PageFormat => Object.hasOwn(sizes, format);
